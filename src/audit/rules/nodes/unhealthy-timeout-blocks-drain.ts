import { DRAIN_CONTROLLER } from '../../../admission';
import { DEFAULT_TOLERATION_SECONDS, EXCLUDE_NODE_DRAINING_ANNOTATION, MACHINE_API_GROUP, secondsOfGoDuration } from '../../../facts';
import { isObject, type MachineHealthCheckView, type ManifestGraph, machineHealthChecks, matchLabelSelector } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** The drain before a deletion waits for VMs whose pods nobody has evicted yet. */
export const unhealthyTimeoutBlocksDrain: Rule<MachineHealthCheckView> = {
  id: 'unhealthy-timeout-blocks-drain',
  title: 'A node is deleted after its pods have been evicted, or without a drain',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'Before a Machine is deleted its node is drained, and the drain honours disruption budgets also on a dead node. ' +
    'KubeVirt guards each live-migratable VM with one, and a VM on a dead node cannot migrate. The drain is stuck until ' +
    'the pods are deleted for the taint that they tolerate for 300 s, so that a shorter timeout gains nothing.',
  remediation:
    `Use a timeout of 300s or more, or annotate the Machines with ${EXCLUDE_NODE_DRAINING_ANNOTATION} ` +
    'in the template of their MachineSet.',
  references: [DRAIN_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: (check, { graph }) => {
    const { manifest, readyConditions } = check;
    if (check.remediation !== 'deletion' || readyConditions.length === 0) {
      return NOT_APPLICABLE;
    }
    const short = readyConditions.filter(
      ({ condition }) => (secondsOfGoDuration(condition.timeout) ?? DEFAULT_TOLERATION_SECONDS) < DEFAULT_TOLERATION_SECONDS,
    );
    if (short.length === 0 || skipsDrain(check, graph)) {
      return [];
    }
    return short.map(({ path, condition }) => ({
      manifest,
      path: `${path}.timeout`,
      value: condition.timeout,
      message: `the disruption budgets of migratable VMs hold the drain until their pods are evicted after ${DEFAULT_TOLERATION_SECONDS} s`,
      remedy:
        `Use ${DEFAULT_TOLERATION_SECONDS}s or more, or annotate the Machines with ${EXCLUDE_NODE_DRAINING_ANNOTATION} ` +
        'in spec.template.metadata.annotations of their MachineSet.',
    }));
  },
};

/** Whether the MachineSets of these Machines are among the manifests, and all of them exclude their nodes from draining. */
function skipsDrain(check: MachineHealthCheckView, graph: ManifestGraph): boolean {
  const templates = graph
    .ofKind(MACHINE_API_GROUP, 'MachineSet')
    .map((machineSet) => machineSet.spec?.template?.metadata)
    .filter((metadata) => isObject(metadata) && matchLabelSelector(check.selector, isObject(metadata.labels) ? metadata.labels : {}));
  return (
    templates.length > 0 && templates.every(({ annotations }) => isObject(annotations) && EXCLUDE_NODE_DRAINING_ANNOTATION in annotations)
  );
}
