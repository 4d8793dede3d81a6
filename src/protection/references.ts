import type { TypedLocalObjectReference } from '../imports';

export function virtualMachineReference(name: string): TypedLocalObjectReference {
  return { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name };
}

export function snapshotReference(name: string): TypedLocalObjectReference {
  return { apiGroup: 'snapshot.kubevirt.io', kind: 'VirtualMachineSnapshot', name };
}
