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
} as const;
