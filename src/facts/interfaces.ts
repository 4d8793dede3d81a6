import type { Bounds } from './bounds';
import type { Format } from './format';

/**
 * The name of an interface of a VM.
 *
 * Source: `validateInterfaceNameFormat` in KubeVirt's pkg/network/admitter/netiface.go.
 */
export const INTERFACE_NAME: Format = {
  pattern: /^[A-Za-z0-9_-]+$/,
  words: 'made of letters, digits, dashes and underscores',
};

/**
 * A MAC address of six bytes: pairs of digits between colons or between dashes, or groups of four between dots. What
 * KubeVirt gives to libvirt has colons, whatever the manifest has.
 *
 * Source: `ValidateMacAddress` in KubeVirt's pkg/network/link/mac.go, for interfaces and clones alike, which is
 * `ParseMAC` of Go's net and a length.
 */
export const MAC_ADDRESS: Format = {
  pattern: /^(?:[0-9a-f]{2}(?::[0-9a-f]{2}){5}|[0-9a-f]{2}(?:-[0-9a-f]{2}){5}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2})$/i,
  words: 'a MAC address of six bytes',
};

const DIGITS = /^[0-9a-f]{12}$/i;

/**
 * Whether KubeVirt can read a MAC address: from 1.9 on, built with Go 1.26, it takes digits without anything between too.
 *
 * Source: as for `MAC_ADDRESS`.
 */
export function isMacAddress(text: string, takesDigitsAlone: boolean): boolean {
  return MAC_ADDRESS.pattern.test(text) || (takesDigitsAlone && DIGITS.test(text));
}

/**
 * Whether an address is that of a group of interfaces, by the last bit of its first byte: no interface has such a one.
 *
 * Source: `virMacAddrIsMulticast` in libvirt's src/util/virmacaddr.c.
 */
export function isGroupAddress(address: string): boolean {
  return /^[0-9a-f][13579bdf]/i.test(address);
}

/**
 * The address of the bridge in the pod of a VM behind NAT, which no interface of the kind may have.
 *
 * Source: `StaticMasqueradeBridgeMAC` in KubeVirt's pkg/network/link/mac.go.
 */
export const MASQUERADE_BRIDGE_ADDRESS = '02:00:00:00:00:00';

/**
 * The indexes that an interface may have in the ACPI tables of the guest.
 *
 * Source: `ONBOARD_INDEX_MAX` in QEMU's hw/acpi/pcihp.c.
 */
export const ACPI_INDEXES: Bounds = { min: 1, max: 16_383 };

/**
 * Options of DHCP that are free for use within a site.
 *
 * Source: `validateDHCPPrivateOptionsWithinRange` in KubeVirt's pkg/network/admitter/netiface.go, and RFC 3942.
 */
export const PRIVATE_DHCP_OPTIONS: Bounds = { min: 224, max: 254 };

const SEPARATORS = /[:.-]/g;
const PAIRS = /..(?!$)/g;

/** A MAC address in the way in which guests write it; anything else as it is. */
export function canonicalMacAddress(address: string): string {
  return isMacAddress(address, true) ? address.toLowerCase().replace(SEPARATORS, '').replace(PAIRS, '$&:') : address;
}

/** What a port of an interface can carry: KubeVirt forwards nothing else. */
export const INTERFACE_PROTOCOLS: readonly string[] = ['TCP', 'UDP'];
