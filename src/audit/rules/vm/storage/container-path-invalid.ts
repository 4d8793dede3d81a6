import { instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** Where KubeVirt and libvirt keep their own files in the container. */
const RESERVED = ['/var/run/kubevirt', '/var/run/libvirt'];

export const containerPathInvalid: Rule<VirtualMachineView> = {
  id: 'container-path-invalid',
  title: 'A path of the container reaches the guest as a file system',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt refuses the instance of a VM with a containerPath volume that is a disk or has no file system of its name, or whose path ' +
    'begins with one that KubeVirt uses itself. The API server rejects a path that is relative or has ".." in it, and a volume that can be ' +
    'written.',
  remediation: 'Add a virtiofs file system with the name of the volume, and remove its disk.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['containerPath'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const volumes = vm.volumes.flatMap((volume, index) => (isObject(volume.containerPath) ? [{ volume, index }] : []));
  if (volumes.length === 0 || !cluster.atLeast('1.8')) {
    return NOT_APPLICABLE;
  }
  return volumes.flatMap(({ volume, index }) => [
    ...deviceFaults(vm, volume, index),
    ...pathFaults(vm, volume, index),
    ...schemaFaults(vm, volume, index),
  ]);
}

function deviceFaults(vm: VirtualMachineView, volume: Record<string, any>, index: number): Violation[] {
  const isNamed = ({ name }: Record<string, any>) => name === volume.name;
  const isDisk = vm.disks.some(isNamed);
  if (!isDisk && objectsOf(vm.devices.filesystems).some(isNamed)) {
    return [];
  }
  const fault = isDisk ? 'is a disk of the VM, and a path of the container can be a file system only' : 'is no file system of the VM';
  const remedy = `${isDisk ? 'Remove the disk, and add' : 'Add'} ${vm.path('domain.devices.filesystems')} with name: ${volume.name} and virtiofs: {}.`;
  return [violation(vm, `volumes[${index}]`, volume, fault, remedy)];
}

function pathFaults(vm: VirtualMachineView, { containerPath }: Record<string, any>, index: number): Violation[] {
  const { path } = containerPath;
  const prefix = typeof path === 'string' ? RESERVED.find((reserved) => path.startsWith(reserved)) : undefined;
  const fault = `begins with ${prefix}, which KubeVirt keeps to itself`;
  return prefix === undefined ? [] : [violation(vm, `volumes[${index}].containerPath.path`, path, fault, 'Use another path.')];
}

/** What the expressions of the CustomResourceDefinitions ask. */
function schemaFaults(vm: VirtualMachineView, { containerPath }: Record<string, any>, index: number): Violation[] {
  const { path, readOnly } = containerPath;
  const refused = (field: string, value: unknown, fault: string, remedy: string): Violation => ({
    manifest: vm.manifest,
    stage: Stage.APPLY,
    path: vm.path(`volumes[${index}].containerPath.${field}`),
    value,
    message: `${fault}, and the API server rejects the object`,
    remedy,
  });
  const isPath = typeof path === 'string';
  return [
    ...(isPath && !path.startsWith('/') ? [refused('path', path, 'it does not begin with "/"', 'Write the whole path.')] : []),
    ...(isPath && path.includes('..') ? [refused('path', path, 'it has ".." in it', 'Write the path that it leads to.')] : []),
    ...(readOnly === false ? [refused('readOnly', readOnly, 'a guest cannot write to a path of the container', 'Remove it.')] : []),
  ];
}

function violation(vm: VirtualMachineView, field: string, value: unknown, fault: string, remedy: string): Violation {
  return {
    manifest: vm.manifest,
    stage: instanceStage(vm),
    path: vm.path(field),
    value,
    message: `it ${fault}: ${instanceRefused(vm)}`,
    remedy,
  };
}
