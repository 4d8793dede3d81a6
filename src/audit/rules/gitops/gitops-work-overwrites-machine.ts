import { GitOpsSource } from '../../../admission';
import { groupIn, KUBEVIRT_GROUP } from '../../../facts';
import { displayName, isObject, type Manifest, objectsOf, type WorkView, worksIn } from '../../../graph';
import { appending } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const CONFIG = {
  resourceIdentifier: { group: KUBEVIRT_GROUP, resource: 'virtualmachines', name: '*', namespace: '*' },
  updateStrategy: { type: 'ServerSideApply', serverSideApply: { force: true } },
};

export const gitopsWorkOverwritesMachine: Rule<WorkView> = {
  id: 'gitops-work-overwrites-machine',
  title: 'A work of Open Cluster Management applies VMs on the server',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'Unless it is told otherwise, the agent compares the whole spec with that of the work, and writes its own over it where they differ. ' +
    'KubeVirt fills in each VM, so that they always do: after each change of the status, and every few minutes, the VM is written anew, ' +
    'without what KubeVirt had put in. The UUID of its firmware, which licences are bound to, is another one then.',
  remediation: 'Set updateStrategy ServerSideApply for VMs in manifestConfigs; name and namespace "*" stand for all, as of release 0.16.',
  references: [GitOpsSource.OCM_UPDATE, GitOpsSource.VM_MUTATOR, GitOpsSource.OCM_WORKS],
  subjects: worksIn,
  evaluate,
};

function evaluate({ manifest, spec, specPath, delivered }: WorkView): Outcome {
  const machines = delivered.filter(({ object }) => isMachine(object));
  const overwritten = machines.filter(({ updateStrategy }) => updateStrategy === 'Update');
  if (machines.length === 0) {
    return NOT_APPLICABLE;
  }
  if (overwritten.length === 0) {
    return [];
  }
  const others = overwritten.length === 1 ? '' : ` and ${overwritten.length - 1} more`;
  const message = `the agent writes ${displayName(overwritten[0].object)}${others} anew for ever, without what KubeVirt has filled in`;
  const path = `${specPath}.manifestConfigs`;
  const isSaid = objectsOf(spec.manifestConfigs).some(
    ({ resourceIdentifier, updateStrategy }) =>
      isObject(resourceIdentifier) && resourceIdentifier.resource === CONFIG.resourceIdentifier.resource && isObject(updateStrategy),
  );
  const fix = isSaid ? undefined : appending(manifest, path, CONFIG);
  const remedy = 'Set updateStrategy.type: ServerSideApply, with force, for virtualmachines.';
  return [{ manifest, path, value: spec.manifestConfigs, message, remedy, fix }];
}

function isMachine({ apiVersion, kind }: Manifest): boolean {
  return kind === 'VirtualMachine' && groupIn(String(apiVersion)) === KUBEVIRT_GROUP;
}
