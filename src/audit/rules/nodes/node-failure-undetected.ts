import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { type HealthCheckView, type ManifestGraph, machineHealthChecks, nodeHealthChecks, requirementsOf } from '../../../graph';
import { appending } from '../../fix';
import type { Rule } from '../../rule';
import { Severity } from '../../severity';

const FAULTS: Readonly<Record<string, string>> = {
  False: 'a node whose kubelet reports that it is not Ready (status False)',
  Unknown: 'a node that is down or cut off (Ready status Unknown)',
};

/** A node fails in two ways, and each needs a condition. */
export const nodeFailureUndetected: Rule<HealthCheckView[]> = {
  id: 'node-failure-undetected',
  title: 'A health check watches Ready False and Ready Unknown',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'A kubelet that still runs reports Ready False; a host without power or network cannot report, and the node ' +
    'controller sets Ready to Unknown. A condition matches one status only, so with one of the two the other failure is ' +
    'never remediated and the VMs of the node do not come back.',
  remediation: 'List the condition type Ready twice, with the status False and with the status Unknown.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: groupBySelector,
  evaluate: (checks) => {
    const [{ manifest, spec, durationField }] = checks;
    const statuses = checks.flatMap((check) => check.readyConditions.map(({ condition }) => condition.status));
    const missing = Object.keys(FAULTS).filter((status) => !statuses.includes(status));
    return missing.map((status) => ({
      manifest,
      path: 'spec.unhealthyConditions',
      value: spec.unhealthyConditions,
      message: `${FAULTS[status]} is never remediated`,
      remedy: `Add a condition with type Ready, status ${status} and ${durationField} 300s.`,
      fix: appending(manifest, 'spec.unhealthyConditions', { type: 'Ready', status, [durationField]: '300s' }),
    }));
  },
};

/** Several health checks of the same Machines or nodes may share the conditions between them. */
function groupBySelector(graph: ManifestGraph): Iterable<HealthCheckView[]> {
  const groups = new Map<string, HealthCheckView[]>();
  for (const check of [...machineHealthChecks(graph), ...nodeHealthChecks(graph)]) {
    if (check.conditions.length > 0 && !check.watchesTerminationOnly) {
      const key = [check.manifest.kind, check.namespace ?? '', ...requirementsOf(check.selector)].join('\n');
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      group.push(check);
    }
  }
  return groups.values();
}
