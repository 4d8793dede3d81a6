import { KubevirtSource } from '../../../admission';
import { fieldValues, isObject, type VirtualMachineNode } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const TAKEN = [
  'cpu.sockets',
  'cpu.cores',
  'cpu.threads',
  'memory.guest',
  'resources.requests.cpu',
  'resources.requests.memory',
  'resources.limits.cpu',
  'resources.limits.memory',
].map((field) => field.split('.'));

export const instancetypeConflict: Rule<VirtualMachineNode> = {
  id: 'instancetype-conflict',
  title: 'A VM with an instance type leaves CPU and memory to it',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM that sets CPU counts or memory beside its instance type.',
  remediation: 'Remove the fields, or the instance type.',
  references: [KubevirtSource.INSTANCETYPE_APPLY],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineNode): Outcome {
  const instancetype = vm.vmSpec?.instancetype;
  if (!isObject(instancetype)) {
    return NOT_APPLICABLE;
  }
  return TAKEN.flatMap((steps) => fieldValues(vm.domain, steps))
    .filter(({ value }) => value !== 0)
    .map(({ path, value }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.${path}`),
      value,
      message: 'the instance type decides it, and KubeVirt refuses a VM that sets it as well',
      remedy: `Remove it, or remove ${vm.vmFieldPath('instancetype')}.`,
    }));
}
