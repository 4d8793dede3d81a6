import { NGINX_AFFINITY, TRAEFIK_ANNOTATIONS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { INGRESS_GROUP } from '../../../facts';
import { annotationPath, isObject, type Manifest, StickyAnnotation } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const stickyAnnotationWithoutEffect: Rule<Manifest> = {
  id: 'sticky-annotation-without-effect',
  title: 'Annotations for sticky sessions are where the controller of the Ingress looks for them',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'Traefik reads the annotations of the sticky cookie on the Service, ingress-nginx on the Ingress; elsewhere they are ignored without a word. With service.nativelb Traefik sends requests to the address of the Service, and Kubernetes picks a pod for each connection, whatever the cookie says.',
  remediation: 'Move the annotation to the object where the controller looks for it.',
  references: [TRAEFIK_ANNOTATIONS, NGINX_AFFINITY, 'https://github.com/traefik/traefik/issues/10678'],
  mentions: [StickyAnnotation.TRAEFIK_COOKIE, StickyAnnotation.NGINX_AFFINITY],
  subjects: (graph) => [...graph.ofKind(INGRESS_GROUP, 'Ingress'), ...graph.ofKind('', 'Service')],
  evaluate,
};

function evaluate(manifest: Manifest): Outcome {
  const annotations = isObject(manifest.metadata?.annotations) ? manifest.metadata.annotations : {};
  const hasCookie = annotations[StickyAnnotation.TRAEFIK_COOKIE] === 'true';
  const hasAffinity = annotations[StickyAnnotation.NGINX_AFFINITY] === 'cookie';
  if (!hasCookie && !hasAffinity) {
    return NOT_APPLICABLE;
  }
  const isService = manifest.kind === 'Service';
  return [
    ...(hasCookie && !isService ? [misplaced(manifest, StickyAnnotation.TRAEFIK_COOKIE, 'true', 'Traefik', 'Service')] : []),
    ...(hasCookie && isService ? nativeBalancing(manifest, annotations) : []),
    ...(hasAffinity && isService ? [misplaced(manifest, StickyAnnotation.NGINX_AFFINITY, 'cookie', 'ingress-nginx', 'Ingress')] : []),
  ];
}

function misplaced(manifest: Manifest, name: string, value: unknown, controller: string, kind: string): Violation {
  return {
    manifest,
    path: annotationPath(name),
    value,
    message: `${controller} looks for it on the ${kind} and ignores it here, so that sessions are not sticky`,
    remedy: `Move it to the ${kind}, together with the annotations that go with it.`,
  };
}

function nativeBalancing(manifest: Manifest, annotations: Record<string, unknown>): Violation[] {
  const value = annotations[StickyAnnotation.TRAEFIK_NATIVE_BALANCING];
  return value === 'true'
    ? [
        {
          manifest,
          path: annotationPath(StickyAnnotation.TRAEFIK_NATIVE_BALANCING),
          value,
          message: 'Kubernetes picks the VM for each connection, so that the sticky cookie leads nowhere',
          remedy: 'Remove it, or remove the annotations of the sticky cookie.',
        },
      ]
    : [];
}
