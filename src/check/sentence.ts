import { renderingCause } from '../cluster/cdk8s-internals';

/** What was thrown, without the path of the object, which findings have anyway. */
export function sentence(error: unknown): string {
  const cause = renderingCause(error);
  return cause.endsWith('.') ? cause : `${cause}.`;
}
