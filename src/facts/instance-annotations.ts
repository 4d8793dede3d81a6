/** Annotations of an instance, or of the template of one, that KubeVirt acts upon. */
export const InstanceAnnotation = {
  /** The first boot of the guest, as Ignition reads it. */
  IGNITION: 'kubevirt.io/ignitiondata',
  /** A list of containers, as JSON, that change the libvirt XML of the VM. */
  HOOK_SIDECARS: 'hooks.kubevirt.io/hookSidecars',
} as const;
