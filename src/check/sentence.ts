import { renderingCause } from '../cluster/cdk8s-internals';
import { shownException } from '../facts';

/** What was thrown, without the path of the object, which findings have anyway, and without the data that it is about. */
export function sentence(error: unknown): string {
  const cause = shownException(renderingCause(error));
  return cause.endsWith('.') ? cause : `${cause}.`;
}
