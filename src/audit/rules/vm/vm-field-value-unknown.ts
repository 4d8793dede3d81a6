import { type ClosedField, closedFields, didYouMean, KubevirtSource } from '../../../admission';
import { fieldValues, type VirtualMachineNode } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const vmFieldValueUnknown: Rule<VirtualMachineNode> = {
  id: 'vm-field-value-unknown',
  title: 'Fields of a VM with a few legal values have one of them',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'The schema of a VM lets any string pass where KubeVirt, Kubernetes or libvirt know a few values only.',
  remediation: 'Use one of the values that the field takes; they are case-sensitive.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.API_TYPES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineNode, { cluster }: RuleContext): Outcome {
  const places = closedFields(cluster.atLeast('1.6')).flatMap((field) => placesOf(vm, field));
  return places.length === 0 ? NOT_APPLICABLE : places.flatMap((place) => unknownValue(vm, place));
}

interface Place {
  readonly field: ClosedField;
  readonly path: string;
  readonly value: string;
}

function placesOf(vm: VirtualMachineNode, field: ClosedField): Place[] {
  const found = fieldValues(field.ofMachine ? vm.vmSpec : vm.spec, field.steps);
  return found.flatMap(({ path, value }) => (typeof value === 'string' && value !== '' ? [{ field, path, value }] : []));
}

function unknownValue(vm: VirtualMachineNode, { field, path, value }: Place): Violation[] {
  if (field.allowed.includes(value)) {
    return [];
  }
  const message = `no such value: ${field.consequence}`;
  const fullPath = field.ofMachine ? vm.vmFieldPath(path) : vm.path(path);
  return [{ manifest: vm.manifest, path: fullPath, value, message, remedy: didYouMean(value, field.allowed) }];
}
