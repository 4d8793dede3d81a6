/** Annotations of an instance, or of the template of one, that KubeVirt acts upon. */
export const InstanceAnnotation = {
  /** The first boot of the guest, as Ignition reads it. */
  IGNITION: 'kubevirt.io/ignitiondata',
  /** A list of containers, as JSON, that change the libvirt XML of the VM. */
  HOOK_SIDECARS: 'hooks.kubevirt.io/hookSidecars',
  /** Whether PCI devices stand on the root complex, not behind root ports: `true` or not. */
  PCI_ON_ROOT_COMPLEX: 'kubevirt.io/placePCIDevicesOnRootComplex',
  /** Whether the guest has no window for PCI devices above 4Gi: `true` or not. */
  NO_PCI_HOLE_64: 'kubevirt.io/disablePCIHole64',
  /** A bridge on the pod network does not keep the VM from being migrated. */
  BRIDGE_MIGRATION: 'kubevirt.io/allow-pod-bridge-network-live-migration',
  /** The pod stays when the VM has failed, to be looked into: `true` or not. */
  LAUNCHER_KEPT: 'kubevirt.io/keep-launcher-alive-after-failure',
  /** What libvirt logs. */
  LIBVIRT_LOG_FILTERS: 'kubevirt.io/libvirt-log-filters',
  /** Whether the guest tells the host nothing of memory that it does not use: `true` or not. */
  NO_FREE_PAGE_REPORTING: 'kubevirt.io/free-page-reporting-disabled',
} as const;

/**
 * Annotation of a pod, and so of the template of a VM: the descheduler may evict it.
 *
 * @see https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/virtualization/virtual-machines
 */
export const DESCHEDULER_EVICTION = 'descheduler.alpha.kubernetes.io/evict';

/** The annotations that mean something on the template of a VM, and nothing on the VM. */
export const TEMPLATE_ANNOTATIONS: readonly string[] = [...Object.values(InstanceAnnotation), DESCHEDULER_EVICTION];
