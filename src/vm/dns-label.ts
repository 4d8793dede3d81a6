import type { Arguments } from '../errors';
import { DNS_LABEL } from '../facts';

/** A DNS label of at most 63 characters, as Kubernetes asks of device and volume names. */
export function dnsLabel(args: Arguments, argument: string, value: string): string {
  const rule = 'a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit';
  args.matching(argument, value, DNS_LABEL.pattern, rule, 'Choose a name like "data" or "data-2".', 'dns-label-required');
  return value;
}
