import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const soundDeviceUnnamed: Rule<VirtualMachineView> = {
  id: 'sound-device-unnamed',
  title: 'A sound device has a name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a sound device with an empty name.',
  remediation: 'Give it a name.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['sound'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { sound } = vm.devices;
  if (!isObject(sound)) {
    return NOT_APPLICABLE;
  }
  const path = vm.path('domain.devices.sound.name');
  const message = 'KubeVirt refuses a sound device without a name';
  return sound.name === '' ? [{ manifest: vm.manifest, path, value: '', message, remedy: 'Give it one, e.g. audio.' }] : [];
}
