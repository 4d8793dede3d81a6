import {
  CDI_GROUP,
  CONFIG_GROUP,
  CRD_GROUP,
  GATEWAY_GROUP,
  INGRESS_GROUP,
  INSTANCETYPE_GROUP,
  MACHINE_CONFIG_GROUP,
  MIGRATIONS_GROUP,
  RBAC_GROUP,
  SCHEDULING_GROUP,
  STORAGE_GROUP,
  VOLUME_SNAPSHOT_GROUP,
} from './api-groups';
import { NODE_HEALTH_CHECK_GROUP } from './medik8s';

/** Kinds that belong to the cluster and to no namespace, of groups that stand beside VMs. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '': ['Namespace', 'Node', 'PersistentVolume'],
  [RBAC_GROUP]: ['ClusterRole', 'ClusterRoleBinding'],
  [SCHEDULING_GROUP]: ['PriorityClass'],
  [STORAGE_GROUP]: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment', 'VolumeAttributesClass'],
  [INGRESS_GROUP]: ['IngressClass'],
  [GATEWAY_GROUP]: ['GatewayClass'],
  [INSTANCETYPE_GROUP]: ['VirtualMachineClusterInstancetype', 'VirtualMachineClusterPreference'],
  [MIGRATIONS_GROUP]: ['MigrationPolicy'],
  [CDI_GROUP]: ['CDI', 'CDIConfig', 'ObjectTransfer', 'StorageProfile'],
  [NODE_HEALTH_CHECK_GROUP]: ['NodeHealthCheck'],
  'admissionregistration.k8s.io': [
    'MutatingAdmissionPolicy',
    'MutatingAdmissionPolicyBinding',
    'MutatingWebhookConfiguration',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
  ],
  [CRD_GROUP]: ['CustomResourceDefinition'],
  'apiregistration.k8s.io': ['APIService'],
  [MACHINE_CONFIG_GROUP]: ['ContainerRuntimeConfig', 'KubeletConfig', 'MachineConfig', 'MachineConfigPool'],
  [VOLUME_SNAPSHOT_GROUP]: ['VolumeSnapshotClass', 'VolumeSnapshotContent'],
};

/** Whether objects of a kind belong to no namespace. False where that is not known. */
export function isClusterScoped(group: string, kind: string): boolean {
  return group === CONFIG_GROUP || KINDS[group]?.includes(kind) === true;
}
