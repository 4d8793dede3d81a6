import { KubevirtSource, machineStage } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const MATCHERS = ['instancetype', 'preference'];

export const instancetypeMatcherInvalid: Rule<VirtualMachineView> = {
  id: 'instancetype-matcher-invalid',
  title: 'An instance type or preference is named or inferred',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a matcher with neither name nor inferFromVolume, one with both, and kind beside inferFromVolume.',
  remediation: 'Keep name with kind, or inferFromVolume.',
  references: [KubevirtSource.VM_ADMITTER, KubevirtSource.INSTANCETYPE_APPLY],
  mentions: ['instancetype', 'preference'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const matchers = MATCHERS.filter((matcher) => isObject(vm.vmSpec?.[matcher]));
  if (matchers.length === 0) {
    return NOT_APPLICABLE;
  }
  return matchers.flatMap((matcher) => {
    const value = vm.vmSpec?.[matcher];
    const message = faultOf(value);
    const remedy = 'Keep name with kind, or inferFromVolume.';
    return message === undefined
      ? []
      : [{ manifest: vm.manifest, stage: machineStage(vm), path: vm.vmFieldPath(matcher), value, message, remedy }];
  });
}

function faultOf({ name, kind, inferFromVolume }: Record<string, any>): string | undefined {
  if (!name && !inferFromVolume) {
    return 'KubeVirt refuses it without name and inferFromVolume';
  }
  return inferFromVolume && (name || kind) ? `KubeVirt refuses ${name ? 'name' : 'kind'} beside inferFromVolume` : undefined;
}
