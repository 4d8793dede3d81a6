import { isIP } from 'node:net';
import { type IpVersion, isAddressOrRange } from './ip-addresses';

/** The first and the last address of a range, as numbers. */
interface Interval {
  readonly first: bigint;
  readonly last: bigint;
}

const BITS: Readonly<Record<IpVersion, number>> = { 4: 32, 6: 128 };

/** Addresses that no router of the Internet forwards: of private networks, of carriers behind NAT, of a link, of the machine. */
const PRIVATE: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
  'fc00::/7',
  'fe80::/10',
  '::1/128',
];

/**
 * Whether addresses and CIDR ranges leave out no address of IPv4, or none of IPv6: because one of them is 0.0.0.0/0 or ::/0, or
 * because they add up to it, like 0.0.0.0/1 and 128.0.0.0/1. Anything else in the list counts for nothing.
 */
export function coversEveryAddress(ranges: readonly string[]): boolean {
  return ([4, 6] as const).some((version) => {
    const intervals = ranges.map((range) => intervalOf(range, version)).filter((interval) => interval !== undefined);
    return coversAll(intervals, version);
  });
}

/** Whether an address, or all of a CIDR range, belongs to a network that the Internet does not reach. */
export function isPrivateAddress(range: string): boolean {
  return ([4, 6] as const).some((version) => {
    const asked = intervalOf(range, version);
    const networks = PRIVATE.map((network) => intervalOf(network, version));
    return asked !== undefined && networks.some((network) => network && network.first <= asked.first && asked.last <= network.last);
  });
}

/** Whether a CIDR range is a part of another one, and smaller. */
export function isPartOf(range: string, whole: string): boolean {
  return ([4, 6] as const).some((version) => {
    const [part, all] = [intervalOf(range, version), intervalOf(whole, version)];
    return (
      part !== undefined &&
      all !== undefined &&
      all.first <= part.first &&
      part.last <= all.last &&
      part.last - part.first < all.last - all.first
    );
  });
}

function coversAll(intervals: Interval[], version: IpVersion): boolean {
  let next = 0n;
  for (const { first, last } of intervals.sort(byFirst)) {
    if (first > next) {
      return false;
    }
    next = last >= next ? last + 1n : next;
  }
  return next === 1n << BigInt(BITS[version]);
}

function byFirst(one: Interval, other: Interval): number {
  return one.first < other.first ? -1 : one.first > other.first ? 1 : 0;
}

function intervalOf(range: string, version: IpVersion): Interval | undefined {
  const text = range.trim();
  const [address, prefix = BITS[version]] = text.split('/');
  if (!isAddressOrRange(text) || isIP(address) !== version) {
    return undefined;
  }
  const free = BigInt(BITS[version] - Number(prefix));
  const first = (numberOf(address, version) >> free) << free;
  return { first, last: first + (1n << free) - 1n };
}

function numberOf(address: string, version: IpVersion): bigint {
  return version === 4 ? join(address.split('.'), 8, 10) : join(groupsOf(address), 16, 16);
}

function join(parts: readonly string[], bits: number, base: number): bigint {
  return parts.reduce((number, part) => (number << BigInt(bits)) + BigInt(Number.parseInt(part, base)), 0n);
}

/** The eight groups of an address of IPv6, those behind `::` too; its end may be an address of IPv4. */
function groupsOf(address: string): string[] {
  const [head, tail] = address
    .replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, (_match, ...bytes: string[]) => {
      const [a, b, c, d] = bytes.slice(0, 4).map(Number);
      return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
    })
    .split('::')
    .map((part) => part.split(':').filter(Boolean));
  return tail === undefined ? head : [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => '0'), ...tail];
}
