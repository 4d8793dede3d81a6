import type { Arguments } from '../../errors';
import { MAC_ADDRESS } from '../../facts';

/** Refuses what KubeVirt does not read as a MAC address; undefined stays undefined. */
export function checkedMacAddress(args: Arguments, argument: string, value: string | undefined): string | undefined {
  const rule = 'a MAC address has six pairs of hexadecimal digits';
  return args.matching(argument, value, MAC_ADDRESS.pattern, rule, 'Write it like "02:48:09:00:00:00".', 'mac-address-invalid');
}
