import { Stage } from '../../../../admission/stage';
import { IntentAnnotation } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { RecoveryVerdict } from '../../../../recovery';
import { objectiveViolations } from '../../../objective-violations';
import type { Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const recoveryObjectiveMissed: Rule<VirtualMachineView> = {
  id: 'recovery-objective-missed',
  title: 'A VM is back within its recovery objective after each failure that it covers',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale:
    'The objective is a promise, and the manifests tell how long a failure lasts: who notices it and when, who makes certain that the VM ' +
    'does not run any more, when its pod and its volumes are free, and how long it takes to start. What they do not tell is taken at its ' +
    'best here: the outage is as long in any case.',
  remediation: 'Shorten the step that takes longest, accept the loss, or raise the objective.',
  references: [
    'https://kubernetes.io/docs/concepts/architecture/nodes/#condition',
    'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown',
  ],
  mentions: [IntentAnnotation.RECOVERY_OBJECTIVE, IntentAnnotation.RECOVERY_OBJECTIVES],
  subjects: (graph) => graph.virtualMachines,
  evaluate: (vm, context) => objectiveViolations(vm, context, RecoveryVerdict.MISSED),
};
