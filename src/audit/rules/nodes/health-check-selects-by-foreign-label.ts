import { HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { MACHINE_ROLE_LABEL, MACHINE_SET_LABEL, MACHINE_TYPE_LABEL, UNIVERSAL_NODE_LABELS } from '../../../facts';
import {
  type MachineHealthCheckView,
  machineHealthChecks,
  type NodeHealthCheckView,
  nodeHealthChecks,
  requirementsIn,
} from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const MACHINE_LABELS = [MACHINE_ROLE_LABEL, MACHINE_TYPE_LABEL, MACHINE_SET_LABEL];
const ROLE_PREFIX = 'node-role.kubernetes.io/';

/** Nodes and Machines have different labels. */
export const healthCheckSelectsByForeignLabel: Rule<MachineHealthCheckView | NodeHealthCheckView> = {
  id: 'health-check-selects-by-foreign-label',
  title: 'A NodeHealthCheck selects by labels of nodes, a MachineHealthCheck by labels of Machines',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The labels of a node are not those of its Machine: OpenShift copies labels from spec.metadata of a Machine to the node, and none ' +
    'back. A health check that asks for a label of the other kind selects nothing, unless somebody has set that label by hand.',
  remediation: `Use node-role.kubernetes.io/worker for nodes, ${MACHINE_ROLE_LABEL} for Machines.`,
  references: [HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_CONTROLLER],
  subjects: (graph) => [...nodeHealthChecks(graph), ...machineHealthChecks(graph)],
  evaluate: ({ manifest, spec: { selector } }) => {
    const requirements = requirementsIn('spec.selector', selector);
    if (requirements.length === 0) {
      return NOT_APPLICABLE;
    }
    const ofNodes = manifest.kind === 'NodeHealthCheck';
    return requirements
      .filter(({ key, operator }) => (operator === 'In' || operator === 'Exists') && (ofNodes ? isOfMachine(key) : isOfNode(key)))
      .map(({ path, value, key }) => ({
        manifest,
        path,
        value,
        message: ofNodes
          ? `${key} is a label of Machines, which their nodes do not have, so it selects no node`
          : `${key} is a label of nodes, which their Machines do not have, so it selects no Machine`,
        remedy: ofNodes ? 'Use node-role.kubernetes.io/worker with operator: Exists.' : `Use matchLabels ${MACHINE_ROLE_LABEL}: worker.`,
      }));
  },
};

function isOfMachine(key: string): boolean {
  return MACHINE_LABELS.includes(key);
}

function isOfNode(key: string): boolean {
  return key.startsWith(ROLE_PREFIX) || UNIVERSAL_NODE_LABELS.includes(key);
}
