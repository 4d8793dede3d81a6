import { GitOpsSource, matcherOf } from '../../../admission';
import { KUBEVIRT_GROUP } from '../../../facts';
import { type Manifest, syncedOfKind } from '../../../graph';
import type { Outcome, Rule, RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const gitopsInstancetypeInferred: Rule<Manifest> = {
  id: 'gitops-instancetype-inferred',
  title: 'A VM that a GitOps tool applies names its instance type and its preference',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    "KubeVirt's webhook writes the name that it finds into the VM, and takes inferFromVolume out. Applied once more, the VM has both: " +
    'KubeVirt refuses it, so that no further change of the VM arrives.',
  remediation: 'Write name and kind of the instance type or preference.',
  references: [GitOpsSource.INFERENCE],
  mentions: ['inferFromVolume'],
  subjects: (graph) => syncedOfKind(graph, KUBEVIRT_GROUP, 'VirtualMachine'),
  evaluate,
};

function evaluate(manifest: Manifest, { graph }: RuleContext): Outcome {
  const vm = graph.virtualMachineOf(manifest);
  return (['instancetype', 'preference'] as const).flatMap((matcher) => {
    const value: unknown = vm && matcherOf(vm, matcher).inferFromVolume;
    if (typeof value !== 'string' || value === '') {
      return [];
    }
    const message =
      'KubeVirt replaces it by the name that it finds, and refuses the VM with both when a GitOps tool applies it once more after a change';
    return [{ manifest, path: `spec.${matcher}.inferFromVolume`, value, message, remedy: 'Write name and kind in its place.' }];
  });
}
