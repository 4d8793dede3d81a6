import type { ClusterProfile } from '../cluster';
import {
  APPARMOR_ANNOTATION,
  entryPath,
  POD_SECURITY_APPARMOR,
  POD_SECURITY_SYNC_LABEL,
  POD_SECURITY_VERSION,
  podSecurityLabel,
} from '../facts';
import { isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../graph';
import { networkProbes } from './probes';

const PSA = 'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/pod-security-admission';

/** Where Kubernetes states what pods may have in a Namespace. */
export const PodSecuritySource = {
  LABELS: `${PSA}/api/helpers.go`,
  CHECKS: `${PSA}/policy`,
  STANDARDS: 'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
  /** OpenShift's controller of the labels. */
  LABEL_SYNC: 'https://github.com/openshift/cluster-policy-controller/blob/main/pkg/psalabelsyncer/podsecurity_label_sync_controller.go',
} as const;

/** A Namespace that refuses pods, and the VMs in it. */
export interface EnforcedNamespace {
  readonly manifest: Manifest;
  /** Manifest path of the label. */
  readonly path: string;
  /** What it enforces: `baseline` or `restricted`. */
  readonly level: string;
  /** The minor release of Kubernetes whose checks it enforces; undefined: those of the cluster. */
  readonly minor?: number;
  readonly vms: readonly VirtualMachineView[];
}

/** The Namespaces with VMs that enforce a level at which not every pod is admitted. */
export function enforcedNamespaces(graph: ManifestGraph): EnforcedNamespace[] {
  return graph.ofKind('', 'Namespace').flatMap((manifest) => {
    const level = enforcedLevel(labelsOf(manifest));
    const name: unknown = manifest.metadata?.name;
    const vms = level === undefined || typeof name !== 'string' ? [] : graph.virtualMachinesSelectedBy({}, name);
    return level === undefined || vms.length === 0 ? [] : [{ manifest, path: LEVEL_PATH, ...level, vms }];
  });
}

const LEVEL = podSecurityLabel('enforce');
const LEVEL_PATH = entryPath('metadata.labels', LEVEL);

function enforcedLevel(labels: Record<string, unknown>): Pick<EnforcedNamespace, 'level' | 'minor'> | undefined {
  const { [LEVEL]: level, [`${LEVEL}-version`]: version = 'latest' } = labels;
  const isKnown = typeof version === 'string' && POD_SECURITY_VERSION.test(version) && labels[POD_SECURITY_SYNC_LABEL] !== 'true';
  if ((level !== 'baseline' && level !== 'restricted') || !isKnown) {
    return undefined;
  }
  return { level, minor: version === 'latest' ? undefined : Number(version.slice('v1.'.length)) };
}

function labelsOf({ metadata }: Manifest): Record<string, unknown> {
  return isObject(metadata?.labels) ? metadata.labels : {};
}

/** A field of a VM that gives its pod what a Namespace does not admit. */
export interface ForbiddenField {
  readonly path: string;
  readonly value: unknown;
  /** What it gives the pod. */
  readonly gives: string;
  readonly remedy: string;
}

/**
 * The fields of a VM that a level forbids, baseline and restricted alike. Nothing else in a VM takes its pod beyond restricted:
 * devices come from device plugins, and side containers run as the launcher does.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/template.go
 */
export function forbiddenFields(vm: VirtualMachineView, { minor }: EnforcedNamespace, cluster: ClusterProfile): ForbiddenField[] {
  return [...hostDisks(vm), ...unconfined(vm), ...(checksProbes(minor, cluster) ? probedHosts(vm) : [])];
}

function hostDisks(vm: VirtualMachineView): ForbiddenField[] {
  return vm.volumes.flatMap(({ hostDisk }, index) => {
    const remedy = 'Use a persistentVolumeClaim or a dataVolume';
    return isObject(hostDisk) ? [{ path: vm.path(`volumes[${index}].hostDisk`), value: hostDisk, gives: 'a hostPath volume', remedy }] : [];
  });
}

function unconfined(vm: VirtualMachineView): ForbiddenField[] {
  const profiles = Object.entries(vm.podAnnotations).filter(([key]) => key.startsWith(APPARMOR_ANNOTATION));
  return profiles
    .filter(([, profile]) => !POD_SECURITY_APPARMOR.test(String(profile)))
    .map(([key, value]) => {
      const path = entryPath(vm.templateMetadataPath('annotations'), key);
      return { path, value, gives: 'a container without the AppArmor profile of its runtime', remedy: 'Remove the annotation' };
    });
}

/** The release of Kubernetes whose checks look at the hosts of probes for the first time. */
const CHECKS_PROBES_SINCE = 34;
/** The KubeVirt of the first OpenShift that is such a Kubernetes, 4.21. On which Kubernetes another one runs is not known. */
const FIRST_ON_OPENSHIFT = '1.7';

function checksProbes(minor: number | undefined, cluster: ClusterProfile): boolean {
  return minor === undefined ? cluster.isOpenshift && cluster.atLeast(FIRST_ON_OPENSHIFT) : minor >= CHECKS_PROBES_SINCE;
}

function probedHosts(vm: VirtualMachineView): ForbiddenField[] {
  return networkProbes(vm).flatMap(({ field, handler }) => {
    const { host } = handler;
    const remedy = 'Remove it, so that kubelet probes the pod';
    return typeof host === 'string' && host !== ''
      ? [{ path: vm.path(`${field}.host`), value: host, gives: 'a probe of another host', remedy }]
      : [];
  });
}
