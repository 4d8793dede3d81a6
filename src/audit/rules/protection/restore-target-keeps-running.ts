import { ProtectionSource, runStrategyOf } from '../../../admission';
import { ownValue } from '../../../facts';
import { type Manifest, nameIn, restores, specOf, virtualMachineBeside } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const RUNNING = ['Always', 'RerunOnFailure', 'Once'];
const CONSEQUENCES: Record<string, string> = {
  WaitGracePeriod: 'the restore fails after five minutes unless somebody stops the VM',
  FailImmediate: 'the restore fails at once',
  WaitEventually: 'the restore waits, and overwrites the VM whenever it is stopped the next time',
};

export const restoreTargetKeepsRunning: Rule<Manifest> = {
  id: 'restore-target-keeps-running',
  title: 'A restore stops a target that would go on running',
  severity: Severity.WARNING,
  category: 'availability',
  rationale: 'Volumes are exchanged only under a VM that is stopped, and a VM whose run strategy restarts it does not stop by itself.',
  remediation: 'Set targetReadinessPolicy: StopTarget, and apply the VM again after the restore.',
  references: [ProtectionSource.RESTORE_CONTROLLER, ProtectionSource.USER_GUIDE],
  subjects: restores,
  evaluate,
};

function evaluate(restore: Manifest, { graph }: RuleContext): Outcome {
  const target = virtualMachineBeside(graph, restore, nameIn(restore, 'target'));
  const runStrategy = target && runStrategyOf(target);
  if (target === undefined || runStrategy === undefined) {
    return NOT_APPLICABLE;
  }
  const policy = specOf(restore).targetReadinessPolicy;
  const consequence = ownValue(CONSEQUENCES, policy ?? 'WaitGracePeriod');
  if (consequence === undefined || !RUNNING.includes(runStrategy)) {
    return [];
  }
  const message = `the target "${target.name}" runs (runStrategy ${runStrategy}), and ${consequence}`;
  const fix = setting('spec.targetReadinessPolicy', 'StopTarget');
  const remedy = 'Set targetReadinessPolicy: StopTarget, and apply the VM again after the restore to start it.';
  return [{ manifest: restore, path: 'spec.targetReadinessPolicy', value: policy, message, remedy, fix }];
}
