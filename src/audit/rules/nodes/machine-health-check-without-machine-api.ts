import { HEALTH_CHECK_CONTROLLER, HEALTH_CHECK_TYPES } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type MachineHealthCheckView, machineHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A MachineHealthCheck needs Machines: nothing else is checked or remediated. */
export const machineHealthCheckWithoutMachineApi: Rule<MachineHealthCheckView> = {
  id: 'machine-health-check-without-machine-api',
  title: 'A MachineHealthCheck is for clusters whose hosts are Machines',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'The controller lists Machines and looks at the nodes that they refer to. Hosts that were installed by hand have no ' +
    'Machines, and clusters without OpenShift have no such kind at all: no failed node would ever be noticed.',
  remediation: 'Use a NodeHealthCheck with a medik8s remediator: it watches nodes and needs no Machine API.',
  references: [HEALTH_CHECK_CONTROLLER, HEALTH_CHECK_TYPES],
  subjects: machineHealthChecks,
  evaluate: ({ manifest }, { cluster }) => {
    if (cluster.hasMachineApi === undefined) {
      return NOT_APPLICABLE;
    }
    if (cluster.hasMachineApi) {
      return [];
    }
    const message = cluster.isOpenshift
      ? `the hosts of a cluster on platform ${cluster.platform} are not Machines, so there is nothing to watch and no node is remediated`
      : 'a cluster without OpenShift has no Machine API, and its API server does not know this kind';
    const remedy = cluster.isOpenshift
      ? 'Use a NodeHealthCheck with a medik8s remediator, or correct the platform of the cluster profile.'
      : 'Declare the cluster with ClusterProfile.openshift if it is OpenShift; else use a NodeHealthCheck with a medik8s remediator.';
    return [{ manifest, path: 'kind', value: manifest.kind, message, remedy }];
  },
};
