/**
 * The most characters of a path in a match of an HTTPRoute.
 *
 * Source: `HTTPPathMatch` in the CRD of HTTPRoute.
 */
export const LONGEST_GATEWAY_PATH = 1024;

const SEQUENCES = ['//', '/./', '/../', '%2f', '%2F', '#'];
const ENDS = ['/..', '/.'];
const CHARACTERS = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;

/**
 * What is wrong with a path that is matched exactly or as a prefix, as the end of "a path that …"; undefined when nothing is.
 *
 * Source: the validation by CEL of `HTTPPathMatch` in the CRD of HTTPRoute.
 */
export function gatewayPathFault(path: string): string | undefined {
  if (!path.startsWith('/')) {
    return 'does not begin with "/"';
  }
  const sequence = SEQUENCES.find((text) => path.includes(text));
  if (sequence !== undefined) {
    return `has ${JSON.stringify(sequence)} in it`;
  }
  const end = ENDS.find((text) => path.endsWith(text));
  if (end !== undefined) {
    return `ends with ${JSON.stringify(end)}`;
  }
  return CHARACTERS.test(path) ? undefined : 'has other characters than those of a URL path';
}
