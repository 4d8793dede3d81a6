import { KubevirtSource } from '../../../../admission';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hostDiskOfNode: Rule<VirtualMachineView> = {
  id: 'host-disk-of-node',
  title: 'A VM has no files of its node as disks',
  severity: Severity.WARNING,
  category: 'security',
  rationale:
    'A hostDisk is a file of the node at a path that the VM names, and its pod mounts the folder around it: Pod Security allows that in ' +
    'privileged namespaces only. Whoever may make VMs reads and writes files of the node with it, those of other VMs too.',
  remediation: 'Use a PersistentVolumeClaim, from a local storage class where the disk has to be on the node.',
  references: [
    `${KubevirtSource.DISKS_AND_VOLUMES}#hostdisk`,
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline',
  ],
  mentions: ['hostDisk'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const paths = vm.volumes.flatMap(({ hostDisk }, index) =>
    isObject(hostDisk) ? [{ value: hostDisk, path: vm.path(`volumes[${index}].hostDisk`) }] : [],
  );
  if (paths.length === 0) {
    return vm.volumes.length === 0 ? NOT_APPLICABLE : [];
  }
  const message = 'the guest reads and writes a file of whichever node it runs on, and who may make VMs chooses the path';
  const remedy = 'Use a persistentVolumeClaim or a dataVolume, of a local storage class where the disk has to be on the node.';
  return paths.map((at) => ({ manifest: vm.manifest, ...at, message, remedy }));
}
