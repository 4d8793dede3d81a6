import { MACHINE_DELETION_CONTROLLER } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Without Machines there is nothing to delete. */
export const machineDeletionWithoutMachineApi: Rule<NodeHealthCheckView> = {
  id: 'machine-deletion-without-machine-api',
  title: 'Machine deletion needs a cluster with the Machine API',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'node',
  rationale:
    'The remediator deletes the Machine of the node, if a MachineSet owns it. Hosts that were installed by hand are no Machines: ' +
    'the remediation fails each time, and the VMs of the node stay down.',
  remediation: 'Use self node remediation or fence agents.',
  references: [MACHINE_DELETION_CONTROLLER],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, steps }, { cluster }) => {
    const deletions = steps.filter(({ template }) => template.kind === MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND);
    if (deletions.length === 0 || cluster.hasMachineApi === undefined) {
      return NOT_APPLICABLE;
    }
    if (cluster.hasMachineApi) {
      return [];
    }
    return deletions.map(({ path, template }) => ({
      manifest,
      path: `${path}.kind`,
      value: template.kind,
      message: 'the cluster has no Machine API, so that there is no Machine to delete and the remediation always fails',
      remedy: 'Use self node remediation or fence agents instead.',
    }));
  },
};
