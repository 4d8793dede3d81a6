import type { VirtualMachineView } from '../graph';
import { Stage } from './stage';

/** What becomes of a VM when KubeVirt refuses the instance that is made from it: a clause. */
export function instanceRefused({ manifest }: VirtualMachineView): string {
  switch (manifest.kind) {
    case 'VirtualMachineInstance':
      return 'KubeVirt refuses it';
    case 'VirtualMachineInstanceReplicaSet':
      return 'the replica set is accepted, but its instances are refused, and none ever starts';
    default:
      return 'the VM is accepted, but its VirtualMachineInstance is refused, and it never starts';
  }
}

/** When it strikes that KubeVirt refuses an instance: at once where it is the object itself, else when one is made. */
export function instanceStage({ manifest }: VirtualMachineView): Stage {
  return manifest.kind === 'VirtualMachineInstance' ? Stage.APPLY : Stage.START;
}

/** When it strikes that KubeVirt refuses a VM as a whole: with a pool, when the pool makes one. */
export function machineStage({ manifest }: VirtualMachineView): Stage {
  return manifest.kind === 'VirtualMachinePool' ? Stage.START : Stage.APPLY;
}
