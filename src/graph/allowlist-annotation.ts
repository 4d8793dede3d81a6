import type { RouteView } from './route-view';
import { RouterAnnotation } from './router-annotations';

/** Names of the annotation with the allowlist: the one of today and the old one, which the router reads only without the first. */
export const ALLOWLISTS: readonly string[] = [RouterAnnotation.IP_ALLOWLIST, RouterAnnotation.IP_WHITELIST];

/** An allowlist and the annotation that it stands in. */
export interface AllowlistAnnotation {
  readonly name: string;
  readonly value: string;
}

/** The allowlist that the router goes by: the old name counts only where the new one is empty, or has several lines. */
export function effectiveAllowlist(route: RouteView): AllowlistAnnotation | undefined {
  const set = ALLOWLISTS.filter((name) => route.annotation(name) !== undefined);
  const name = set.find((candidate) => /^[^\n]+$/.test(route.annotation(candidate) ?? '')) ?? set[0];
  return name === undefined ? undefined : { name, value: route.annotation(name) ?? '' };
}
