import { BARE_METAL_ACTUATOR, HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { Platform } from '../../../cluster';
import { MACHINE_ROLE_LABEL } from '../../../facts';
import { isEmptySelector, type MachineHealthCheckView, machineHealthChecks, selectsControlPlane } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Hosts of the control plane are not for a MachineHealthCheck to power cycle, and on bare metal not to delete either. */
export const machineSelectorTakesControlPlane: Rule<MachineHealthCheckView> = {
  id: 'machine-selector-takes-control-plane',
  title: 'A MachineHealthCheck does not remediate hosts with the master role',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'A power cycle or a remediation template is carried out on any Machine, without a look at the etcd quorum: it may ' +
    'take the last member that keeps the cluster alive. Deletion skips Machines without a controller, and on bare metal ' +
    'the Machines of the control plane have none: those hosts are never remediated.',
  remediation: 'Select workers only.',
  references: [HEALTH_CHECK_CONTROLLER, BARE_METAL_ACTUATOR],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, selector, remediation }, { cluster }) => {
    if (isEmptySelector(selector)) {
      return NOT_APPLICABLE;
    }
    if (!selectsControlPlane(selector)) {
      return [];
    }
    if (remediation === 'deletion' && cluster.platform !== Platform.BARE_METAL_IPI) {
      return NOT_APPLICABLE;
    }
    const message =
      remediation === 'deletion'
        ? 'it selects the control plane, whose Machines no machine set owns on bare metal, so the controller skips them'
        : 'it selects the control plane, whose hosts are then taken down without a look at the etcd quorum';
    const remedy = `Select workers only, e.g. with matchLabels ${MACHINE_ROLE_LABEL}: worker.`;
    return [{ manifest, path: 'spec.selector', value: selector, message, remedy }];
  },
};
