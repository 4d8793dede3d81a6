import { KUBEVIRT_GROUP, SNAPSHOT_GROUP } from '../facts';
import type { TypedLocalObjectReference } from '../imports';

export function virtualMachineReference(name: string): TypedLocalObjectReference {
  return { apiGroup: KUBEVIRT_GROUP, kind: 'VirtualMachine', name };
}

export function snapshotReference(name: string): TypedLocalObjectReference {
  return { apiGroup: SNAPSHOT_GROUP, kind: 'VirtualMachineSnapshot', name };
}
