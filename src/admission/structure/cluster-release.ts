import { ClusterProfile } from '../../cluster';
import type { Release } from '../../imports/field-table';

/** The release of the cluster in words: as its author named it, or why nobody did. */
export function clusterRelease(cluster: ClusterProfile): string {
  const kubevirt = `KubeVirt ${cluster.kubevirtVersion}`;
  if (cluster._isAssumed) {
    return `${kubevirt}, which is assumed because nobody has said what the cluster is,`;
  }
  const openshift = cluster.isOpenshift ? ` (OpenShift ${cluster.openshiftVersion})` : '';
  if (cluster.unsupportedVersion !== undefined) {
    return `${kubevirt}${openshift}, as which ${cluster.unsupportedVersion} of the cluster is treated,`;
  }
  return `${kubevirt} of the cluster${openshift}`;
}

/** What to do about a field that came with a later release than that of the cluster. */
export function updateRemedy(cluster: ClusterProfile, since: Release): string {
  const openshift = `OpenShift ${ClusterProfile._openshiftWith(since)}`;
  if (cluster._isAssumed) {
    return `Remove it, or say what the cluster is, with a ClusterProfile or --cluster: KubeVirt ${since}, ${openshift}, or later.`;
  }
  const wanted = cluster.isOpenshift ? `${openshift} (KubeVirt ${since})` : since;
  return `Remove it, or update the cluster and say so, in its ClusterProfile or with --cluster: ${wanted} or later.`;
}
