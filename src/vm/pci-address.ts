import type { Arguments } from '../errors';
import { PCI_ADDRESS } from '../facts';

/** Refuses what cannot be the place of a device on the PCI bus of the guest; undefined stays undefined. */
export function checkedPciAddress(args: Arguments, argument: string, value: string | undefined): string | undefined {
  const rule = 'a PCI address has domain, bus, slot and function';
  return args.matching(argument, value, PCI_ADDRESS.pattern, rule, 'Write it like "0000:81:01.0".', 'pci-address-invalid');
}
