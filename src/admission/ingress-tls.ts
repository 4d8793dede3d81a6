import { INGRESS_TLS_ANNOTATIONS, INGRESS_TLS_CLASSES, says, TRAEFIK_ENTRY_POINTS, TRAEFIK_PLAIN_ENTRY_POINT } from '../facts';
import type { IngressView } from '../graph';

/** Whether a controller encrypts without `spec.tls`, or may: because of an annotation, or of what it is. */
export function servesTlsOtherwise({ annotations, className = '' }: IngressView): boolean {
  return (
    INGRESS_TLS_CLASSES.includes(className) ||
    INGRESS_TLS_ANNOTATIONS.some((annotation) => says(annotations, annotation)) ||
    isBehindEncryptedEntryPoint(annotations[TRAEFIK_ENTRY_POINTS])
  );
}

/** Entry points of Traefik have options of their own, TLS among them; plain HTTP comes in at one that is called web. */
function isBehindEncryptedEntryPoint(names: unknown): boolean {
  return typeof names === 'string' && names !== '' && !names.split(',').some((name) => name.trim() === TRAEFIK_PLAIN_ENTRY_POINT);
}
