/** How a Route treats TLS; `plain` has none. */
export type RouteMode = 'plain' | 'edge' | 'reencrypt' | 'passthrough';

/** What `spec.tls.termination` says in each mode: OpenShift takes both spellings. */
export const TERMINATIONS: Readonly<Record<Exclude<RouteMode, 'plain'>, readonly string[]>> = {
  edge: ['edge', 'Edge'],
  reencrypt: ['reencrypt', 'Reencrypt'],
  passthrough: ['passthrough', 'Passthrough'],
};

/** How a Route treats TLS; undefined when its `spec.tls` says something that OpenShift does not know. */
export function routeMode(tls: Readonly<Record<string, any>> | undefined): RouteMode | undefined {
  if (tls === undefined) {
    return 'plain';
  }
  return isFilledIn(tls) ? 'edge' : TERMINATED_MODES.find((mode) => TERMINATIONS[mode].includes(tls.termination));
}

/** OpenShift takes a Route that does not say where TLS ends for an edge Route, unless it has a CA to verify the guest with. */
function isFilledIn({ termination, destinationCACertificate }: Readonly<Record<string, any>>): boolean {
  return (termination === undefined || termination === '') && !destinationCACertificate;
}

const TERMINATED_MODES = ['edge', 'reencrypt', 'passthrough'] as const;
