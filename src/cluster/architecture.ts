/**
 * CPU architecture of a virtual machine. It decides which watchdog device the guest can have.
 *
 * @see https://kubevirt.io/user-guide/cluster_admin/device_status_on_Arm64/
 */
export enum Architecture {
  /** x86-64. */
  AMD64 = 'amd64',
  /** 64-bit Arm: has no watchdog device in KubeVirt. */
  ARM64 = 'arm64',
  /** IBM Z. */
  S390X = 's390x',
}
