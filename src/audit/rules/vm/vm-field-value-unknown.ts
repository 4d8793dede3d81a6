import { type ClosedFieldFault, closedFieldRefusal, didYouMean, KubevirtSource, searchClosedFields } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { VirtualMachineView } from '../../../graph';
import { nearestValue } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const vmFieldValueUnknown: Rule<VirtualMachineView> = {
  id: 'vm-field-value-unknown',
  title: 'Fields of a VM with a few legal values have one of them',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The schema of a VM lets any string pass where KubeVirt, Kubernetes or libvirt know a few values only.',
  remediation: 'Use one of the values that the field takes; they are case-sensitive.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.API_TYPES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const { set, faults } = searchClosedFields(vm, cluster.atLeast('1.6'));
  return set === 0 ? NOT_APPLICABLE : faults.map((fault) => unknownValue(vm, fault));
}

function unknownValue(vm: VirtualMachineView, { field, path, value }: ClosedFieldFault): Violation {
  const { stage, consequence } = closedFieldRefusal(field, vm);
  const fullPath = field.ofMachine ? vm.vmFieldPath(path) : vm.path(path);
  const message = `no such value: ${consequence}`;
  return {
    manifest: vm.manifest,
    stage,
    path: fullPath,
    value,
    message,
    remedy: didYouMean(value, field.allowed),
    fix: nearestValue(fullPath, value, field.allowed),
  };
}
