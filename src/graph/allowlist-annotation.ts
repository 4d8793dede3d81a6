import type { RouteView } from './route-view';
import { RouterAnnotation } from './router-annotations';

/** The allowlist that the router goes by: the old name counts only where the new one is empty. */
export function effectiveAllowlist(route: RouteView): { readonly name: string; readonly value: string } | undefined {
  const set = [RouterAnnotation.IP_ALLOWLIST, RouterAnnotation.IP_WHITELIST].filter((name) => route.annotation(name) !== undefined);
  const name = set.find((candidate) => route.annotation(candidate) !== '') ?? set[0];
  return name === undefined ? undefined : { name, value: route.annotation(name) ?? '' };
}
