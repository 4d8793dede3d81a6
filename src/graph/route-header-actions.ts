import { isObject, objectsOf } from './manifest';
import type { HeaderDirection } from './route-headers';
import type { RouteView } from './route-view';

/** One header that a Route sets or deletes. */
export interface RouteHeaderAction {
  readonly direction: HeaderDirection;
  /** Manifest path, e.g. `spec.httpHeaders.actions.request[0]`. */
  readonly path: string;
  readonly name: unknown;
  readonly action: Readonly<Record<string, any>>;
}

const DIRECTIONS: readonly HeaderDirection[] = ['request', 'response'];

/** The headers that a Route sets or deletes. */
export function routeHeaderActions(route: RouteView): RouteHeaderAction[] {
  const actions = isObject(route.spec.httpHeaders) && isObject(route.spec.httpHeaders.actions) ? route.spec.httpHeaders.actions : {};
  return DIRECTIONS.flatMap((direction) =>
    objectsOf(actions[direction]).map(({ name, action }, index) => ({
      direction,
      path: `spec.httpHeaders.actions.${direction}[${index}]`,
      name,
      action: isObject(action) ? action : {},
    })),
  );
}
