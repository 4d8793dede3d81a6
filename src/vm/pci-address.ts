import type { Arguments } from '../errors';

const PCI_ADDRESS = /^[0-9a-fA-F]{4}:[0-9a-fA-F]{2}:[0-9a-fA-F]{2}\.[0-7]$/;

/** Refuses what cannot be the place of a device on the PCI bus of the guest; undefined stays undefined. */
export function checkedPciAddress(args: Arguments, argument: string, value: string | undefined): string | undefined {
  const rule = 'a PCI address has domain, bus, slot and function';
  return args.matching(argument, value, PCI_ADDRESS, rule, 'Write it like "0000:81:01.0".', 'pci-address-invalid');
}
