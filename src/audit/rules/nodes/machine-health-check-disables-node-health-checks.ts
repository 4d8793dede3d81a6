import { HEALTH_CHECK_CONFLICT } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { NODE_HEALTH_CHECK_GROUP } from '../../../facts';
import { displayName, type ManifestGraph, machineHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Any MachineHealthCheck of the user's own switches every NodeHealthCheck off. */
export const machineHealthCheckDisablesNodeHealthChecks: Rule<ManifestGraph> = {
  id: 'machine-health-check-disables-node-health-checks',
  title: 'A cluster uses MachineHealthChecks or NodeHealthChecks, never both',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'So that two controllers do not remediate one node, the NodeHealthCheck operator sets every NodeHealthCheck to ' +
    'Disabled (ConflictingMachineHealthCheckDetected) once the cluster has a MachineHealthCheck besides the default ' +
    'termination handler, also a paused one, in any namespace. Nodes that rely on a NodeHealthCheck are then not remediated.',
  remediation: 'Decide for one of them: NodeHealthCheck where fencing by medik8s is wanted, MachineHealthCheck otherwise.',
  references: [HEALTH_CHECK_CONFLICT],
  subjects: (graph) => [graph],
  evaluate: (graph) => {
    const checks = machineHealthChecks(graph);
    const nodeHealthChecks = graph.ofKind(NODE_HEALTH_CHECK_GROUP, 'NodeHealthCheck');
    if (checks.length === 0 || nodeHealthChecks.length === 0) {
      return NOT_APPLICABLE;
    }
    const conflict = checks.find((check) => !check.isTerminationHandler);
    if (conflict === undefined) {
      return [];
    }
    return nodeHealthChecks.map((manifest) => ({
      manifest,
      path: 'kind',
      value: manifest.kind,
      message: `${displayName(conflict.manifest)} makes the operator disable every NodeHealthCheck of the cluster, and this one remediates nothing`,
      remedy: 'Remove the MachineHealthCheck, or the NodeHealthChecks.',
    }));
  },
};
