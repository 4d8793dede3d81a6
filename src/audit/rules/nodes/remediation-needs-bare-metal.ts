import { BARE_METAL_ACTUATOR, METAL3_REMEDIATION_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { Platform } from '../../../cluster';
import { METAL3_TEMPLATE_KIND } from '../../../facts';
import { MachineHealthCheckView, machineHealthChecks, NodeHealthCheckView, nodeHealthChecks, STRATEGY_PATH } from '../../../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** Only Metal3 can power hosts off and on, and it runs on bare metal clusters. */
export const remediationNeedsBareMetal: Rule<MachineHealthCheckView | NodeHealthCheckView> = {
  id: 'remediation-needs-bare-metal',
  title: 'Power cycles and Metal3 templates are for bare metal clusters installed by the installer',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'The health check only asks for the power cycle; the bare metal provider carries it out through the BMC of the host. On ' +
    'other platforms nobody does: the Machine stays unhealthy, its VMs stay down, and it counts against maxUnhealthy.',
  remediation: 'Let the Machine be deleted, so that the cloud makes a new instance, or use self node remediation.',
  references: [BARE_METAL_ACTUATOR, METAL3_REMEDIATION_CONTROLLER],
  subjects: (graph) => [...machineHealthChecks(graph), ...nodeHealthChecks(graph)],
  evaluate: (check, { cluster }) => {
    const requests = powerCyclesOf(check);
    const isJudgedElsewhere = check instanceof MachineHealthCheckView && !cluster.hasMachineApi;
    if (isJudgedElsewhere || cluster.hasMachineApi === undefined || requests.length === 0) {
      return NOT_APPLICABLE;
    }
    if (cluster.platform === Platform.BARE_METAL_IPI) {
      return [];
    }
    const place = cluster.platform === undefined ? 'in a cluster without the Machine API' : `on platform ${cluster.platform}`;
    const message = `nothing ${place} powers hosts off and on, so unhealthy Machines are never remediated`;
    return requests.map(({ path, value, remedy }) => ({ manifest: check.manifest, path, value, message, remedy }));
  },
};

/** Where a health check asks for a power cycle by Metal3. */
function powerCyclesOf(check: MachineHealthCheckView | NodeHealthCheckView): Pick<Violation, 'path' | 'value' | 'remedy'>[] {
  if (check instanceof NodeHealthCheckView) {
    const remedy = 'Use self node remediation, or a fence agent of this platform.';
    return check.steps
      .filter(({ template }) => template.kind === METAL3_TEMPLATE_KIND)
      .map(({ path, template }) => ({ path: `${path}.kind`, value: template.kind, remedy }));
  }
  const { remediation, strategy, template } = check;
  const remedyOf = (what: string) => `Remove the ${what}, so that the Machine is deleted and the platform makes a new one.`;
  if (template?.kind === METAL3_TEMPLATE_KIND) {
    return [{ path: 'spec.remediationTemplate.kind', value: template.kind, remedy: remedyOf('template') }];
  }
  return remediation === 'power-cycle' ? [{ path: STRATEGY_PATH, value: strategy, remedy: remedyOf('annotation') }] : [];
}
