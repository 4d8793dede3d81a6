import { KubevirtSource, volumesWithoutDevice } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_LABEL, hasFormat } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const volumeNameInvalid: Rule<VirtualMachineView> = {
  id: 'volume-name-invalid',
  title: 'A volume without a disk has a name for one',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt makes a disk of its name for each volume that has neither disk nor file system, and refuses disks whose name is no DNS label. ' +
    'It looks at pools and replica sets as they are written, and refuses their VMs.',
  remediation: 'Use lower-case letters, digits and dashes.',
  references: [KubevirtSource.STORAGE_ADMITTER, KubevirtSource.DEFAULTS],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const implied = volumesWithoutDevice(vm.spec);
  return implied.length === 0 ? NOT_APPLICABLE : implied.flatMap((index) => faultsOf(vm, index));
}

function faultsOf(vm: VirtualMachineView, index: number): Violation[] {
  const value: unknown = vm.volumes[index].name;
  if (typeof value !== 'string' || hasFormat(value, DNS_LABEL)) {
    return [];
  }
  const consequence = vm.isReplicated ? 'it is accepted, but none of its VMs ever starts' : 'KubeVirt refuses it';
  const message = `the volume gets a disk of this name, which is not ${DNS_LABEL.words}: ${consequence}`;
  const stage = vm.isReplicated ? Stage.START : Stage.APPLY;
  return [{ manifest: vm.manifest, stage, path: vm.path(`volumes[${index}].name`), value, message, remedy: 'Use another name.' }];
}
