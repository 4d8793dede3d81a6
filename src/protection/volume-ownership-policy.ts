/** Who owns the claims that a restore makes. Since KubeVirt 1.8. */
export enum VolumeOwnershipPolicy {
  /** The restored VM: they are deleted with it. */
  VM = 'Vm',

  /** Nobody: they outlive the VM. */
  NONE = 'None',
}
