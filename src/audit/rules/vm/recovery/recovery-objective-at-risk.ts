import { IntentAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { RecoveryVerdict } from '../../../../recovery';
import { objectiveViolations } from '../../../objective-violations';
import type { Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const recoveryObjectiveAtRisk: Rule<VirtualMachineView> = {
  id: 'recovery-objective-at-risk',
  title: 'A VM is known to be back within its recovery objective',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'Whether the objective is kept depends on something that neither the manifests nor the profile of the cluster tell: how long the guest ' +
    'boots, or whether nodes are fenced by objects of another app. With what is assumed it is not kept.',
  remediation: 'Say it, in an annotation or in the profile of the cluster, or shorten the step that takes longest.',
  references: ['https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown'],
  mentions: [IntentAnnotation.RECOVERY_OBJECTIVE, IntentAnnotation.RECOVERY_OBJECTIVES],
  subjects: (graph) => graph.virtualMachines,
  evaluate: (vm, context) => objectiveViolations(vm, context, RecoveryVerdict.AT_RISK),
};
