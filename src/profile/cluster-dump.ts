import { ClusterProfile } from '../cluster';
import type { ProfileData } from '../cluster/profile-data';
import { CONFIG_GROUP, CONTROLLER_MANAGER, parseFieldPath, valueAt } from '../facts';
import { apiGroup, controllerManagerFlagsOf, displayName, isControllerManager, type Manifest, ManifestGraph } from '../graph';
import { clusterHeader, kubevirtRelease } from './cluster-header';
import { KEPT_KINDS, type KeptKind, Presence } from './kept-kinds';
import { podRequestsOf } from './pod-requests';
import { pruned } from './prune';

/** What the objects of a cluster tell about it. */
export interface DumpedCluster {
  readonly data: ProfileData;
  /** What they do not tell. */
  readonly unknown: readonly string[];
  /** How many objects were passed over, because nothing asks for them. */
  readonly others: number;
}

/**
 * The profile of a cluster from its objects.
 *
 * @param documents what `kubectl get -o yaml` prints: objects and lists of them, in any number of documents
 */
export function dumpedCluster(documents: readonly unknown[]): DumpedCluster {
  const graph = new ManifestGraph(documents);
  const header = clusterHeader(graph);
  const pods = graph.ofKind('', 'Pod');
  const objects = KEPT_KINDS.flatMap((kept) => objectsOfKind(graph, kept));
  return {
    data: { ...header, objects: [...objects, ...controllerManagerOf(pods)], podRequests: podRequestsOf(pods) },
    unknown: [...unknownOf(header, graph), ...missingKinds(graph), ...(pods.length === 0 ? [UNKNOWN_PODS] : [])],
    others: graph.manifests.length - objects.length - pods.length,
  };
}

const UNKNOWN_PODS = 'what the pods take of each node (no Pod in the dump)';

/** kube-controller-manager with its flags that decide how long outages last, where it has any: each of its Pods has the same. */
function controllerManagerOf(pods: readonly Manifest[]): Manifest[] {
  for (const pod of pods.filter(isControllerManager)) {
    const command = controllerManagerFlagsOf(pod).map(({ text }) => text);
    if (command.length > 0) {
      const metadata = { name: CONTROLLER_MANAGER, namespace: pod.metadata?.namespace, labels: { component: CONTROLLER_MANAGER } };
      return [{ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [{ name: CONTROLLER_MANAGER, command }] } }];
    }
  }
  return [];
}

/** In an order that does not change from one dump to the next. */
function objectsOfKind(graph: ManifestGraph, { group, kind, fields, only }: KeptKind): Manifest[] {
  const telling = graph
    .ofKind(group, kind)
    .filter((manifest) => only === undefined || valueAt(manifest, parseFieldPath(only)) !== undefined);
  const objects = telling.map((manifest) => pruned(manifest, fields));
  return objects.sort((one, other) => displayName(one).localeCompare(displayName(other)));
}

function unknownOf(header: ProfileData, graph: ManifestGraph): string[] {
  const { openshift, kubevirt, platform, workers, architecture } = header;
  const running = kubevirtRelease(graph);
  return [
    ...(openshift === undefined && kubevirt === undefined ? ['which release it is: write openshift or kubevirt'] : []),
    ...(openshift !== undefined && running !== undefined && ClusterProfile._openshiftWith(running) !== openshift
      ? [`the release of KubeVirt that counts: ${running} runs, which OpenShift ${openshift} does not bring (an upgrade may be under way)`]
      : []),
    ...(openshift !== undefined && platform === undefined ? ['the platform: write one if you know it'] : []),
    ...(workers === undefined ? ['how many workers there are'] : []),
    ...(workers !== undefined && architecture === undefined ? ['one architecture of the workers: write that of the VMs'] : []),
  ];
}

function missingKinds(graph: ManifestGraph): string[] {
  const isOpenshift = graph.manifests.some((manifest) => apiGroup(manifest) === CONFIG_GROUP);
  const missing = KEPT_KINDS.filter(({ group, kind, presence }) => {
    const isExpected = presence === Presence.ALWAYS || (presence === Presence.ON_OPENSHIFT && isOpenshift);
    return isExpected && graph.ofKind(group, kind).length === 0;
  });
  return missing.map(({ group, kind, tells }) => `${tells} (no ${group === '' ? kind : `${kind}.${group}`} in the dump)`);
}
