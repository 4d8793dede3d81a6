/** The API groups of the objects that constructs make, rules judge and either refers to. */
export const KUBEVIRT_GROUP = 'kubevirt.io';
/** What is done to a running VM: consoles, ports, start and stop. */
export const SUBRESOURCES_GROUP = 'subresources.kubevirt.io';
export const POOL_GROUP = 'pool.kubevirt.io';
export const INSTANCETYPE_GROUP = 'instancetype.kubevirt.io';
export const MIGRATIONS_GROUP = 'migrations.kubevirt.io';
export const SNAPSHOT_GROUP = 'snapshot.kubevirt.io';
export const CLONE_GROUP = 'clone.kubevirt.io';
export const EXPORT_GROUP = 'export.kubevirt.io';
export const BACKUP_GROUP = 'backup.kubevirt.io';
export const TEMPLATE_GROUP = 'template.kubevirt.io';
export const OPENSHIFT_TEMPLATE_GROUP = 'template.openshift.io';
export const PLUGIN_GROUP = 'plugin.kubevirt.io';
export const CDI_GROUP = 'cdi.kubevirt.io';
export const HYPER_CONVERGED_GROUP = 'hco.kubevirt.io';
export const INGRESS_GROUP = 'networking.k8s.io';
/** Network policies that administrators put above those of a namespace. */
export const POLICY_GROUP = 'policy.networking.k8s.io';
export const GATEWAY_GROUP = 'gateway.networking.k8s.io';
export const ROUTE_GROUP = 'route.openshift.io';
export const MONITORING_GROUP = 'monitoring.coreos.com';
export const CONFIG_GROUP = 'config.openshift.io';
export const OPERATOR_GROUP = 'operator.openshift.io';
export const STORAGE_GROUP = 'storage.k8s.io';
export const SCHEDULING_GROUP = 'scheduling.k8s.io';
export const RBAC_GROUP = 'rbac.authorization.k8s.io';
export const CRD_GROUP = 'apiextensions.k8s.io';
export const MACHINE_CONFIG_GROUP = 'machineconfiguration.openshift.io';
export const VOLUME_SNAPSHOT_GROUP = 'snapshot.storage.k8s.io';
/** Network attachment definitions: the secondary networks. */
export const NETWORK_ATTACHMENT_GROUP = 'k8s.cni.cncf.io';

/**
 * Annotation of a DataVolume: `"false"` keeps CDI from clearing it away once it is filled.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/doc/datavolumes.md
 */
export const DELETE_AFTER_COMPLETION_ANNOTATION = 'cdi.kubevirt.io/storage.deleteAfterCompletion';

/**
 * Annotation of a DataVolume: CDI fills it at once, on storage too that waits for the first pod that uses a volume.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/doc/waitforfirstconsumer-storage-handling.md
 */
export const BIND_IMMEDIATELY_ANNOTATION = 'cdi.kubevirt.io/storage.bind.immediate.requested';

/** Annotation of a network attachment definition: the resource of the nodes that a pod takes one of for each such network. */
export const NETWORK_RESOURCE_ANNOTATION = 'k8s.v1.cni.cncf.io/resourceName';

/** The group in an apiVersion: empty for the core group. */
export function groupIn(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
