import { CDI_GROUP, KUBEVIRT_GROUP, POOL_GROUP } from './api-groups';

/*
 * What GitOps tools are told on objects, and what KubeVirt's webhook makes of fields that they then miss.
 */

export const ARGO_GROUP = 'argoproj.io';
export const FLUX_KUSTOMIZE_GROUP = 'kustomize.toolkit.fluxcd.io';
export const FLUX_HELM_GROUP = 'helm.toolkit.fluxcd.io';
export const FLUX_SOURCE_GROUP = 'source.toolkit.fluxcd.io';
export const OCM_WORK_GROUP = 'work.open-cluster-management.io';

/** Kinds that hand a folder of manifests to a tool which keeps applying it. */
export const GITOPS_KINDS: readonly (readonly [group: string, kind: string])[] = [
  [ARGO_GROUP, 'Application'],
  [ARGO_GROUP, 'ApplicationSet'],
  [FLUX_KUSTOMIZE_GROUP, 'Kustomization'],
  [FLUX_HELM_GROUP, 'HelmRelease'],
  [OCM_WORK_GROUP, 'ManifestWork'],
  [OCM_WORK_GROUP, 'ManifestWorkReplicaSet'],
];

/** Kinds that take data with them when they are deleted: a VM the disks of its templates, a DataVolume its claim, a namespace all in it. */
export const KINDS_WITH_DATA: readonly (readonly [group: string, kind: string])[] = [
  ['', 'Namespace'],
  [KUBEVIRT_GROUP, 'VirtualMachine'],
  [POOL_GROUP, 'VirtualMachinePool'],
  [CDI_GROUP, 'DataVolume'],
  ['', 'PersistentVolumeClaim'],
];

/** Whether objects of a kind take data with them when they are deleted. */
export function keepsData(group: string, kind: unknown): boolean {
  return KINDS_WITH_DATA.some(([ofGroup, ofKind]) => ofGroup === group && ofKind === kind);
}

/** What the keys of labels and annotations begin with that these tools read on the objects they apply. */
export const GITOPS_KEY_PREFIXES = ['argocd.argoproj.io/', `${FLUX_KUSTOMIZE_GROUP}/`, `${FLUX_HELM_GROUP}/`];

/**
 * Annotations that Argo CD reads on objects.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/
 */
export const ArgoAnnotation = {
  SYNC_OPTIONS: 'argocd.argoproj.io/sync-options',
  SYNC_WAVE: 'argocd.argoproj.io/sync-wave',
  HOOK: 'argocd.argoproj.io/hook',
  HOOK_DELETE_POLICY: 'argocd.argoproj.io/hook-delete-policy',
  COMPARE_OPTIONS: 'argocd.argoproj.io/compare-options',
} as const;

/**
 * Annotations that Flux reads on objects.
 *
 * @see https://fluxcd.io/flux/components/kustomize/kustomizations/#controlling-the-apply-behavior-of-resources
 */
export const FluxAnnotation = {
  PRUNE: `${FLUX_KUSTOMIZE_GROUP}/prune`,
  FORCE: `${FLUX_KUSTOMIZE_GROUP}/force`,
  SSA: `${FLUX_KUSTOMIZE_GROUP}/ssa`,
  RECONCILE: `${FLUX_KUSTOMIZE_GROUP}/reconcile`,
} as const;

/** The words of a list of sync options, such as `Prune=confirm,Delete=confirm`. */
export function syncOptionsIn(annotation: unknown): string[] {
  return typeof annotation === 'string' ? annotation.split(',').map((option) => option.trim()) : [];
}

/**
 * The fields of a VirtualMachine, from its spec on, that hold quantities: KubeVirt's webhook reads each VM into Go's types and writes it
 * again, which brings them to one form.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-api/webhooks/mutating-webhook/mutators/vm-mutator.go
 */
export const MACHINE_QUANTITIES: readonly (readonly string[])[] = [
  ['template', 'spec', 'domain', 'memory', 'guest'],
  ['template', 'spec', 'domain', 'memory', 'maxGuest'],
  ['template', 'spec', 'volumes[]', 'emptyDisk', 'capacity'],
];

/** The fields of a VirtualMachine that map resources to quantities. */
export const MACHINE_QUANTITY_MAPS: readonly (readonly string[])[] = [
  ['template', 'spec', 'domain', 'resources', 'requests'],
  ['template', 'spec', 'domain', 'resources', 'limits'],
  ['dataVolumeTemplates[]', 'spec', 'storage', 'resources', 'requests'],
  ['dataVolumeTemplates[]', 'spec', 'pvc', 'resources', 'requests'],
];

const PROBE_NUMBERS = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];

/**
 * The fields of a VirtualMachine that the same webhook leaves out where they are 0, false or empty: Go's types have no other way to say
 * that they are not set.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/staging/src/kubevirt.io/api/core/v1/schema.go
 */
export const MACHINE_OMITTED: readonly (readonly string[])[] = [
  ...['cores', 'sockets', 'threads', 'maxSockets', 'dedicatedCpuPlacement', 'isolateEmulatorThread'].map((name) => [
    'template',
    'spec',
    'domain',
    'cpu',
    name,
  ]),
  ['template', 'spec', 'domain', 'resources', 'overcommitGuestOverhead'],
  ['template', 'spec', 'domain', 'devices', 'disableHotplug'],
  ['template', 'spec', 'domain', 'devices', 'disks[]', 'disk', 'readonly'],
  ['template', 'spec', 'domain', 'devices', 'disks[]', 'lun', 'readonly'],
  ['template', 'spec', 'domain', 'devices', 'disks[]', 'lun', 'reservation'],
  ['template', 'spec', 'domain', 'devices', 'interfaces[]', 'acpiIndex'],
  ['template', 'spec', 'volumes[]', 'dataVolume', 'hotpluggable'],
  ['template', 'spec', 'volumes[]', 'persistentVolumeClaim', 'hotpluggable'],
  ['template', 'spec', 'networks[]', 'multus', 'default'],
  ...['readinessProbe', 'livenessProbe'].flatMap((probe) => PROBE_NUMBERS.map((name) => ['template', 'spec', probe, name])),
  ['template', 'spec', 'hostname'],
  ['template', 'spec', 'subdomain'],
  ['template', 'spec', 'architecture'],
  ['template', 'spec', 'nodeSelector'],
  ['template', 'spec', 'tolerations'],
  ['template', 'spec', 'volumes'],
  ['template', 'spec', 'networks'],
  ['template', 'spec', 'topologySpreadConstraints'],
  ['template', 'spec', 'domain', 'devices', 'disks'],
  ['template', 'spec', 'domain', 'devices', 'interfaces'],
  ['template', 'spec', 'domain', 'devices', 'filesystems'],
  ['template', 'metadata', 'labels'],
  ['template', 'metadata', 'annotations'],
  ['dataVolumeTemplates'],
];

/** Whether a value is one that Go's types leave out. */
export function isOmittedByGo(value: unknown): boolean {
  return value === 0 || value === false || value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
