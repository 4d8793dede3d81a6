import type { Arguments } from '../../errors';
import { type IpVersion, isIpAddress, isIpRange } from '../../facts';

/** An IP address of any version. */
export function ipAddress(args: Arguments, argument: string, value: string): string {
  if (!isIpAddress(value)) {
    args.refuse('ip-address-invalid', argument, JSON.stringify(value), 'this is not an IP address', 'Write it like "192.168.10.1".');
  }
  return value;
}

/** An address of version 4. */
export function ipv4Address(args: Arguments, argument: string, value: string): string {
  if (!isIpAddress(value, [4])) {
    args.refuse('ipv4-address-invalid', argument, JSON.stringify(value), 'this is not an IPv4 address', 'Write it like "192.0.2.10".');
  }
  return value;
}

/** An address of any version with the length of its prefix. */
export function ipPrefix(args: Arguments, argument: string, value: string): string {
  return prefixLike('192.168.10.5/24', [4, 6], args, argument, value);
}

/** A network of version 4; undefined stays undefined. */
export function ipv4Network(args: Arguments, argument: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : prefixLike('10.0.2.0/24', [4], args, argument, value);
}

/** A network of version 6; undefined stays undefined. */
export function ipv6Network(args: Arguments, argument: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : prefixLike('fd10:0:2::/120', [6], args, argument, value);
}

function prefixLike(example: string, versions: readonly IpVersion[], args: Arguments, argument: string, value: string): string {
  if (!isIpRange(value, versions)) {
    const rule = `this is not an address of IPv${versions.join(' or IPv')} with the length of its prefix`;
    args.refuse('ip-prefix-invalid', argument, JSON.stringify(value), rule, `Write it like "${example}".`);
  }
  return value;
}
