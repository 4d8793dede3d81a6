import { Architecture, Platform } from '../cluster';
import type { ProfileData } from '../cluster/profile-data';
import { ARCHITECTURE_LABEL, CONFIG_GROUP, CONTROL_PLANE_NODE_LABELS, KUBEVIRT_GROUP, WORKER_NODE_LABEL } from '../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf } from '../graph';

/** The platforms of an Infrastructure object, in the words of a profile. */
const PLATFORMS: ReadonlyMap<unknown, Platform> = new Map([
  ['BareMetal', Platform.BARE_METAL_IPI],
  ['AWS', Platform.AWS],
  ['Azure', Platform.AZURE],
  ['GCP', Platform.GCP],
  ['IBMCloud', Platform.IBM_CLOUD],
  ['Nutanix', Platform.NUTANIX],
  ['OpenStack', Platform.OPENSTACK],
  ['VSphere', Platform.VSPHERE],
  ['None', Platform.NONE],
]);

const KEEPS_PODS_AWAY = ['NoSchedule', 'NoExecute'];

/** What a profile says of a cluster as a whole, as far as its objects tell; the release may be missing. */
export function clusterHeader(graph: ManifestGraph): ProfileData {
  const workers = graph.ofKind('', 'Node').filter((node) => isWorker(node, graph));
  const architectures = new Set(workers.map((node) => labelsOf(node)[ARCHITECTURE_LABEL]));
  return {
    ...release(graph),
    platform: PLATFORMS.get(graph.ofKind(CONFIG_GROUP, 'Infrastructure')[0]?.status?.platformStatus?.type),
    workers: workers.length > 0 ? workers.length : undefined,
    architecture: architectures.size === 1 ? Object.values(Architecture).find((known) => architectures.has(known)) : undefined,
  };
}

function release(graph: ManifestGraph): ProfileData {
  const openshift = minorRelease(graph.ofKind(CONFIG_GROUP, 'ClusterVersion')[0]?.status?.desired?.version);
  return openshift === undefined ? { kubevirt: kubevirtRelease(graph) } : { openshift };
}

/** The release of KubeVirt that runs. */
export function kubevirtRelease(graph: ManifestGraph): string | undefined {
  return minorRelease(graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt')[0]?.status?.observedKubeVirtVersion);
}

/** `4.20` of `4.20.3`, `1.8` of `v1.8.4-12-gabc`. */
function minorRelease(version: unknown): string | undefined {
  return typeof version === 'string' ? /^v?(\d+\.\d+)/.exec(version)?.[1] : undefined;
}

/** Cordoned nodes count: they are workers again after the maintenance. */
function isWorker(node: Manifest, graph: ManifestGraph): boolean {
  const labels = labelsOf(node);
  const isControlPlane = CONTROL_PLANE_NODE_LABELS.some((label) => Object.hasOwn(labels, label));
  const isOpenshift = graph.ofKind(CONFIG_GROUP, 'ClusterVersion').length > 0;
  const isMeant = isOpenshift ? Object.hasOwn(labels, WORKER_NODE_LABEL) : true;
  return isMeant && !(isControlPlane && objectsOf(node.spec?.taints).some(({ effect }) => KEEPS_PODS_AWAY.includes(effect)));
}

function labelsOf({ metadata }: Manifest): Record<string, string> {
  return isObject(metadata?.labels) ? metadata.labels : {};
}
