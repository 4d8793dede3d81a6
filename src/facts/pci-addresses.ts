import type { Format } from './format';

/**
 * The place of a device on the PCI bus of the guest: domain, bus, slot and function.
 *
 * Source: `ParsePciAddress` in KubeVirt's pkg/util/hardware/hw_utils.go, for disks and interfaces alike.
 */
export const PCI_ADDRESS: Format = {
  pattern: /^[0-9a-f]{4}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/i,
  words: 'a PCI address with domain, bus, slot and function',
};
