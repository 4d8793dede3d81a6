import type { ClusterProfile } from '../cluster';
import { KUBERNETES_AHEAD_OF_OPENSHIFT, KUBERNETES_OF_KUBEVIRT, ownValue, RELAXED_SERVICE_NAMES_SINCE } from '../facts';
import type { ManifestGraph } from '../graph';

/** Releases of Kubernetes 1 that the cluster may have. */
export interface KubernetesReleases {
  readonly first: number;
  readonly last: number;
  /** Whether they are those that its KubeVirt supports, and nothing says more. */
  readonly isAssumed: boolean;
}

const KUBELET_VERSION = /^v1\.(\d+)/;

/** Those of its nodes, else the one of its OpenShift, else those that its KubeVirt supports. */
export function kubernetesReleases(graph: ManifestGraph, { openshiftVersion, kubevirtVersion }: ClusterProfile): KubernetesReleases {
  const kubelets = graph
    .ofKind('', 'Node')
    .flatMap((node) => KUBELET_VERSION.exec(String(node.status?.nodeInfo?.kubeletVersion))?.[1] ?? []);
  const minors = kubelets.map(Number);
  if (minors.length > 0) {
    return { first: Math.min(...minors), last: Math.max(...minors), isAssumed: false };
  }
  if (openshiftVersion !== undefined) {
    const minor = Number(openshiftVersion.split('.')[1]) + KUBERNETES_AHEAD_OF_OPENSHIFT;
    return { first: minor, last: minor, isAssumed: false };
  }
  const [first, last] = ownValue(KUBERNETES_OF_KUBEVIRT, kubevirtVersion) ?? [30, 36];
  return { first, last, isAssumed: true };
}

/** Whether the API server may take any DNS label for the name of a Service. Nodes do not say: they may be older than it. */
export function mayHaveRelaxedServiceNames({ kubevirtVersion }: ClusterProfile): boolean {
  return (ownValue(KUBERNETES_OF_KUBEVIRT, kubevirtVersion)?.[1] ?? RELAXED_SERVICE_NAMES_SINCE) >= RELAXED_SERVICE_NAMES_SINCE;
}
