import type { Arguments } from '../errors';
import { NODE_COUNT } from '../facts';
import { IntOrString } from '../imports';

/** A number of nodes or a percentage of them, as the API takes it; undefined stays undefined. */
export function nodeCount(args: Arguments, argument: string, value: string | undefined): IntOrString | undefined {
  if (value === undefined) {
    return undefined;
  }
  const rule = `only ${NODE_COUNT.words} is allowed`;
  args.matching(argument, value, NODE_COUNT.pattern, rule, "Pass a string such as '2' or '51%'.", 'node-count-invalid');
  return value.endsWith('%') ? IntOrString.fromString(value) : IntOrString.fromNumber(Number(value));
}
