import { isHighlyAvailable, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { AMPLE_GRACE_SECONDS } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { graceViolations } from '../../../grace-violations';
import { hardening } from '../../../hardening';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const haGracePeriodZero: Rule<VirtualMachineView> = {
  id: 'ha-grace-period-zero',
  title: 'A highly available VM has time to shut down',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'recovery',
  rationale: 'With a grace period of 0 the guest is killed without a shutdown, and KubeVirt takes its forced end for a success.',
  remediation: `Set terminationGracePeriodSeconds: ${AMPLE_GRACE_SECONDS}.`,
  references: [KubevirtSource.VIRT_HANDLER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (!isHighlyAvailable(vm)) {
    return NOT_APPLICABLE;
  }
  return graceViolations(vm, 'the guest is killed without a shutdown on every stop, and its forced end counts as a success', hardening);
}
