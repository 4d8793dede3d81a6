import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const MATCHERS = ['instancetype', 'preference'];

export const inferredVolumeUnusable: Rule<VirtualMachineView> = {
  id: 'inferred-volume-unusable',
  title: 'An instance type or preference is inferred from a volume that can tell',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a VM whose inferFromVolume names none of its volumes, or one that is neither a claim nor a DataVolume unless the failure policy is Ignore.',
  remediation: 'Name the volume of a DataVolume or a claim, or name the object itself.',
  references: [KubevirtSource.INSTANCETYPE_INFERENCE],
  mentions: ['inferFromVolume'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const inferring = MATCHERS.filter((matcher) => isName(matcherOf(vm, matcher).inferFromVolume));
  return inferring.length === 0 ? NOT_APPLICABLE : inferring.flatMap((matcher) => violationsOf(vm, matcher));
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function matcherOf(vm: VirtualMachineView, matcher: string): Record<string, any> {
  const value = vm.vmSpec?.[matcher];
  return isObject(value) ? value : {};
}

function violationsOf(vm: VirtualMachineView, matcher: string): Violation[] {
  const { inferFromVolume: value, inferFromVolumeFailurePolicy: policy } = matcherOf(vm, matcher);
  const volume = vm.volumes.find(({ name }) => name === value);
  const path = vm.vmFieldPath(`${matcher}.inferFromVolume`);
  if (volume === undefined) {
    const message = 'the VM has no such volume, and KubeVirt refuses it';
    return [{ manifest: vm.manifest, path, value, message, remedy: 'Use the name of one of its volumes.' }];
  }
  if (isObject(volume.persistentVolumeClaim) || isObject(volume.dataVolume) || policy === 'Ignore') {
    return [];
  }
  const message = `only claims and DataVolumes can tell the ${matcher}, and KubeVirt refuses the VM`;
  return [{ manifest: vm.manifest, path, value, message, remedy: 'Name another volume, or set inferFromVolumeFailurePolicy: Ignore.' }];
}
