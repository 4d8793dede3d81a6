import { isObject, objectsOf } from './manifest';
import type { HeaderDirection } from './route-headers';

/** One header that a Route or a router sets or deletes. */
export interface HeaderAction {
  readonly direction: HeaderDirection;
  /** Manifest path, e.g. `spec.httpHeaders.actions.request[0]`. */
  readonly path: string;
  readonly name: unknown;
  readonly action: Readonly<Record<string, any>>;
}

const DIRECTIONS: readonly HeaderDirection[] = ['request', 'response'];

/** The headers that the spec of a Route or an IngressController sets or deletes. */
export function headerActions({ httpHeaders }: Readonly<Record<string, any>>): HeaderAction[] {
  const actions = isObject(httpHeaders) && isObject(httpHeaders.actions) ? httpHeaders.actions : {};
  return DIRECTIONS.flatMap((direction) =>
    objectsOf(actions[direction]).map(({ name, action }, index) => ({
      direction,
      path: `spec.httpHeaders.actions.${direction}[${index}]`,
      name,
      action: isObject(action) ? action : {},
    })),
  );
}
