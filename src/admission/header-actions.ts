import { type HeaderAction, isRouteHeaderExpression, LONGEST_HEADER_VALUE } from '../graph';

/** What the API server refuses in what a Route or an IngressController does to headers. */
export interface HeaderFault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
}

/** What has no value and needs one, or has one and must not. */
export function incompleteHeaderActions(actions: readonly HeaderAction[]): HeaderFault[] {
  return actions
    .filter(({ action: { type, set } }) => (type === 'Set' && !set) || (type === 'Delete' && set))
    .map(({ path, action }) => ({
      path: `${path}.action.set`,
      value: action.set ?? undefined,
      message:
        action.type === 'Set'
          ? 'the API server rejects an action of the type Set without a value'
          : 'the API server rejects an action of the type Delete with a value',
      remedy: action.type === 'Set' ? 'Add set.value, or set type: Delete.' : 'Remove set, or set type: Set.',
    }));
}

/** @param forbidden names in lower case */
export function forbiddenHeaders(actions: readonly HeaderAction[], forbidden: readonly string[]): HeaderFault[] {
  return actions
    .filter(({ name }) => typeof name === 'string' && forbidden.includes(name.toLowerCase()))
    .map(({ path, name }) => ({
      path: `${path}.name`,
      value: name,
      message: 'the API server rejects what sets or deletes this header',
      remedy:
        String(name).toLowerCase() === 'strict-transport-security'
          ? 'Use the annotation haproxy.router.openshift.io/hsts_header of Routes.'
          : 'Remove the action, or use another header.',
    }));
}

/** Values of headers that are set; one that is empty or too long is refused by the schema. */
export function invalidHeaderValues(actions: readonly HeaderAction[]): HeaderFault[] {
  return actions
    .filter(({ action, direction }) => isText(action.set?.value) && !isRouteHeaderExpression(action.set.value, direction))
    .map(({ path, action, direction }) => ({
      path: `${path}.action.set.value`,
      value: action.set.value,
      message: `the API server rejects what it cannot read as text or as an expression about the ${direction}`,
      remedy: `Double each % that means itself, and use only ${EXAMPLES[direction]} and %[ssl_c_der], with ,lower or ,base64 behind them.`,
    }));
}

const EXAMPLES: Readonly<Record<HeaderAction['direction'], string>> = { request: '%[req.hdr(NAME)]', response: '%[res.hdr(NAME)]' };

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_HEADER_VALUE;
}
