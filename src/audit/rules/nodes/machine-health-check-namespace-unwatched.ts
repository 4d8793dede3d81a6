import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_API_NAMESPACE } from '../../../facts';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A MachineHealthCheck selects Machines of its own namespace. */
export const machineHealthCheckNamespaceUnwatched: Rule<MachineHealthCheckView> = {
  id: 'machine-health-check-namespace-unwatched',
  title: `A MachineHealthCheck belongs in ${MACHINE_API_NAMESPACE}`,
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'The controller lists the Machines of the health check’s own namespace. All Machines of a cluster are in ' +
    `${MACHINE_API_NAMESPACE}, so a health check elsewhere is accepted, expects 0 Machines and remediates none.`,
  remediation: `Move the MachineHealthCheck to the namespace ${MACHINE_API_NAMESPACE}.`,
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, namespace }) => {
    if (namespace === undefined) {
      return NOT_APPLICABLE;
    }
    if (namespace === MACHINE_API_NAMESPACE) {
      return [];
    }
    return [
      {
        manifest,
        path: 'metadata.namespace',
        value: namespace,
        message: 'the controller looks for Machines in this namespace and finds none, so no node is remediated',
        remedy: `Use the namespace ${MACHINE_API_NAMESPACE}.`,
        fix: setting('metadata.namespace', MACHINE_API_NAMESPACE),
      },
    ];
  },
};
