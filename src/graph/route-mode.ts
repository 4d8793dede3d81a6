/** How a Route treats TLS; `plain` has none. */
export type RouteMode = 'plain' | 'edge' | 'reencrypt' | 'passthrough';

/** What `spec.tls.termination` says in each mode: OpenShift takes both spellings. */
export const TERMINATIONS: Readonly<Record<Exclude<RouteMode, 'plain'>, readonly string[]>> = {
  edge: ['edge', 'Edge'],
  reencrypt: ['reencrypt', 'Reencrypt'],
  passthrough: ['passthrough', 'Passthrough'],
};

/** How a Route treats TLS; undefined when its `spec.tls` says something that the router does not know. */
export function routeMode(tls: Readonly<Record<string, any>> | undefined): RouteMode | undefined {
  return tls === undefined ? 'plain' : TERMINATED_MODES.find((mode) => TERMINATIONS[mode].includes(tls.termination));
}

const TERMINATED_MODES = ['edge', 'reencrypt', 'passthrough'] as const;
