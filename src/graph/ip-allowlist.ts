import { isAddressOrRange } from '../facts';

/** What the router makes of an allowlist. */
export interface IpAllowlist {
  /** Whether the router limits anything: when it cannot read the list, everyone gets in. */
  readonly isClosed: boolean;
  /** Entries that are neither address nor range: the router drops them. */
  readonly dropped: readonly string[];
}

/** Reads an allowlist as the OpenShift router does: entries between spaces, nothing around them, in one line. */
export function readIpAllowlist(text: string): IpAllowlist {
  const entries = text.split(/\s+/).filter((entry) => entry !== '');
  const dropped = entries.filter((entry) => !isAddressOrRange(entry));
  const isOneLine = !/[\r\n]/.test(text) && text === text.trim();
  return { isClosed: isOneLine && dropped.length < entries.length, dropped };
}
