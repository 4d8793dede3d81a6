import { LONGEST_LABEL } from '../facts';
import type { VirtualMachineView } from '../graph';
import { hasPersistentState } from './launcher-volumes';
import type { MigrationBlocker } from './migration-blocker';

/** The revision of a pool is a label too: its name, a dash and a number. */
export const LONGEST_POOL_NAME = LONGEST_LABEL - '-1'.length;

/** Why a VM whose name is as long as this one never starts, as a clause; undefined: it does. */
export function longNameFault(vm: VirtualMachineView): string | undefined {
  const { name } = vm;
  if (vm.manifest.kind === 'VirtualMachinePool') {
    const message = `KubeVirt labels the VMs with ${name}-1 and so on, and a label has at most ${LONGEST_LABEL} characters: the pool has no VMs`;
    return name.length > LONGEST_POOL_NAME ? message : undefined;
  }
  const hostname = name.split('.')[0].slice(0, LONGEST_LABEL);
  if (vm.spec.hostname === undefined && hostname.endsWith('-')) {
    return `KubeVirt cuts it to ${hostname} as the host name, and Kubernetes refuses a pod with a name that ends with a dash: the VM never starts`;
  }
  if (name.length > LONGEST_LABEL && hasPersistentState(vm)) {
    return `KubeVirt labels the claim for the state of TPM or firmware with it, and a label has at most ${LONGEST_LABEL} characters: the VM never starts`;
  }
  return undefined;
}

/**
 * A name that is too long for the label of migrations.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-api/webhooks/mutating-webhook/mutators/migration-create-mutator.go
 */
export function longNameBlockers(vm: VirtualMachineView): MigrationBlocker[] {
  if (vm.manifest.kind === 'VirtualMachinePool' || vm.name.length <= LONGEST_LABEL) {
    return [];
  }
  const message = `each migration is labelled with it, a label has at most ${LONGEST_LABEL} characters, and the API server refuses the migration`;
  const remedy = `Choose a name of at most ${LONGEST_LABEL} characters.`;
  return [{ path: 'metadata.name', value: vm.name, reason: 'NameTooLong', message, remedy }];
}
