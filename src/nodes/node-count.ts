import type { Arguments } from '../errors';
import { IntOrString } from '../imports';

/** A number of nodes or a percentage of them, as the API takes it; undefined stays undefined. */
export function nodeCount(args: Arguments, argument: string, value: string | undefined): IntOrString | undefined {
  if (value === undefined) {
    return undefined;
  }
  const rule = 'only a number of nodes or a percentage up to 100% is allowed';
  args.matching(argument, value, /^((100|\d{1,2})%|\d+)$/, rule, "Pass a string such as '2' or '51%'.", 'node-count-invalid');
  return value.endsWith('%') ? IntOrString.fromString(value) : IntOrString.fromNumber(Number(value));
}
