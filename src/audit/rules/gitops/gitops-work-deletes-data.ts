import { GitOpsSource } from '../../../admission';
import { keepsData } from '../../../facts';
import { apiGroup, type DeliveredManifest, displayName, identifierOf, isObject, objectsOf, type WorkView, worksIn } from '../../../graph';
import { settingIn } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const gitopsWorkDeletesData: Rule<WorkView> = {
  id: 'gitops-work-deletes-data',
  title: 'A work of Open Cluster Management does not delete VMs and disks with itself',
  severity: Severity.WARNING,
  category: 'gitops',
  rationale:
    'The agent deletes what a work has made when the work is deleted, when it no longer has the manifest, and when its cluster is detached ' +
    'from the hub or no longer chosen by a placement. Nobody is asked. With a VM go the disks of its templates, with a namespace all in it.',
  remediation: 'Name VMs, pools, DataVolumes, claims and their namespaces in orphaningRules.',
  references: [GitOpsSource.OCM_DELETE_OPTION, GitOpsSource.OCM_WORKS],
  subjects: worksIn,
  evaluate,
};

function evaluate({ manifest, spec, specPath, delivered }: WorkView): Outcome {
  const withData = delivered.filter(({ object }) => keepsData(apiGroup(object), object.kind) && object.kind !== 'Namespace');
  const namespaces = delivered.filter(({ object }) => isNamespaceOf(object, withData));
  const deleted = [...namespaces, ...withData].filter(({ isOwned }) => isOwned);
  if (withData.length === 0) {
    return NOT_APPLICABLE;
  }
  if (deleted.length === 0) {
    return [];
  }
  const path = `${specPath}.deleteOption`;
  const value = spec.deleteOption;
  const [{ object }] = deleted;
  const others = deleted.length === 1 ? '' : ` and ${deleted.length - 1} more`;
  const message = `it deletes ${displayName(object)}${others}, with the data, when it is deleted or no longer has the manifest`;
  const present =
    isObject(value) && value.propagationPolicy === 'SelectivelyOrphan' ? objectsOf(value.selectivelyOrphans?.orphaningRules) : [];
  const orphaningRules = [...present, ...deleted.map((one) => identifierOf(one.object))];
  const option = { ...(isObject(value) ? value : {}), propagationPolicy: 'SelectivelyOrphan', selectivelyOrphans: { orphaningRules } };
  const remedy = 'Set propagationPolicy: SelectivelyOrphan, and name each in orphaningRules.';
  return [{ manifest, path, value, message, remedy, fix: settingIn(manifest, path, option) }];
}

function isNamespaceOf(object: DeliveredManifest['object'], inside: readonly DeliveredManifest[]): boolean {
  return (
    object.apiVersion === 'v1' &&
    object.kind === 'Namespace' &&
    inside.some((one) => one.object.metadata?.namespace === object.metadata?.name)
  );
}
