import { isIP } from 'node:net';

/** The versions of the Internet Protocol. */
export type IpVersion = 4 | 6;

const BOTH: readonly IpVersion[] = [4, 6];
const PREFIX = /^\d{1,3}$/;

/** Whether the text is an IP address of one of these versions; one of version 6 may have a zone. */
export function isIpAddress(text: string, versions: readonly IpVersion[] = BOTH): boolean {
  return versions.some((version) => version === isIP(text));
}

/** Zeros in front of a number in an address. */
const LEADING_ZEROS = /(?<![\da-f])0+(?=[\da-f])/gi;

/**
 * Whether KubeVirt takes the text for an IP address of one of these versions: numbers may begin with zeros, and there is no zone.
 *
 * Source: `sanitizeIP` in KubeVirt's api/core/v1, which reads addresses with `ParseIPSloppy` of Kubernetes' utils.
 */
export function isLaxIpAddress(text: string, versions: readonly IpVersion[] = BOTH): boolean {
  return !text.includes('%') && isIpAddress(withoutLeadingZeros(text), versions);
}

/** An address or range as Kubernetes and KubeVirt read it that has numbers with zeros in front. */
export function withoutLeadingZeros(text: string): string {
  return text.replace(LEADING_ZEROS, '');
}

/** Whether the text is an address of one of these versions with the length of its prefix, without zone. */
export function isIpRange(text: string, versions: readonly IpVersion[] = BOTH): boolean {
  const [address, prefix = '', ...rest] = text.split('/');
  const longest = isIpAddress(address, [4]) ? 32 : 128;
  const isAddress = isIpAddress(address, versions) && !address.includes('%');
  return isAddress && PREFIX.test(prefix) && Number(prefix) <= longest && rest.length === 0;
}

/** Whether the text is an IP address or a CIDR range, without zone. */
export function isAddressOrRange(text: string): boolean {
  return text.includes('/') ? isIpRange(text) : isIpAddress(text) && !text.includes('%');
}

/** Whether the name or address of a host means the machine that asks. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || ['::1', '0.0.0.0', '::'].includes(host) || (isIpAddress(host, [4]) && host.startsWith('127.'));
}
