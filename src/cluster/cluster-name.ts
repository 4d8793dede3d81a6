import type { ClusterProfile } from './cluster-profile';

/** What a profile describes, such as `OpenShift 4.20`. */
export function clusterName({ openshiftVersion, kubevirtVersion, unsupportedVersion }: ClusterProfile): string {
  const [product, version] = openshiftVersion === undefined ? ['KubeVirt', kubevirtVersion] : ['OpenShift', openshiftVersion];
  return unsupportedVersion === undefined ? `${product} ${version}` : `${product} ${unsupportedVersion}, treated as ${version}`;
}
