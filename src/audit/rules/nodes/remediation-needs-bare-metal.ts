import { Platform } from '../../../cluster';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';
import { METAL3_TEMPLATE_KIND } from './machine-api';
import { type MachineHealthCheckNode, machineHealthChecks, STRATEGY_PATH } from './machine-health-check';
import { BARE_METAL_ACTUATOR, METAL3_REMEDIATION_CONTROLLER } from './references';

/** Only Metal3 can power hosts off and on, and it runs on bare metal clusters. */
export const remediationNeedsBareMetal: Rule<MachineHealthCheckNode> = {
  id: 'remediation-needs-bare-metal',
  title: 'Power cycles and Metal3 templates are for bare metal clusters installed by the installer',
  severity: Severity.ERROR,
  category: 'node',
  rationale:
    'The health check only asks for the power cycle; the bare metal provider carries it out through the BMC of the host. On ' +
    'other platforms nobody does: the Machine stays unhealthy, its VMs stay down, and it counts against maxUnhealthy.',
  remediation: 'Let the Machine be deleted: the cloud makes a new instance.',
  references: [BARE_METAL_ACTUATOR, METAL3_REMEDIATION_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, remediation, strategy, template }, { cluster }) => {
    const usesMetal3 = template?.kind === METAL3_TEMPLATE_KIND;
    if (!cluster.hasMachineApi || (remediation !== 'power-cycle' && !usesMetal3)) {
      return NOT_APPLICABLE;
    }
    if (cluster.platform === Platform.BARE_METAL_IPI) {
      return [];
    }
    const message = `nothing on platform ${cluster.platform} powers hosts off and on, so unhealthy Machines are never remediated`;
    const remedy = `Remove the ${usesMetal3 ? 'template' : 'annotation'}, so that the Machine is deleted and the platform makes a new one.`;
    return [
      usesMetal3
        ? { manifest, path: 'spec.remediationTemplate.kind', value: template.kind, message, remedy }
        : { manifest, path: STRATEGY_PATH, value: strategy, message, remedy },
    ];
  },
};
