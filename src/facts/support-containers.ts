/** CPU in thousandths of one, memory in bytes. */
export interface ContainerAmounts {
  readonly cpu: number;
  readonly memory: number;
}

/** What a container beside that of a VM asks for. */
export interface SupportContainer {
  readonly requests: ContainerAmounts;
  readonly limits: ContainerAmounts;
}

const MB = 1e6;

/**
 * What KubeVirt has the containers ask for that run beside that of a VM, by the names under which the KubeVirt object says
 * otherwise.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-controller/services/serialconsolelog.go
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/container-disk/container-disk.go
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virtiofs/resources.go
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-controller/services/renderresources.go
 */
export const SupportContainers = {
  /** Writes what the guest writes to its serial console to a log. */
  'guest-console-log': { requests: { cpu: 5, memory: 35 * MB }, limits: { cpu: 15, memory: 60 * MB } },
  /** Holds the image of a disk. */
  'container-disk': { requests: { cpu: 1, memory: MB }, limits: { cpu: 10, memory: 40 * MB } },
  /** Serves a file system of the pod to the guest. */
  virtiofs: { requests: { cpu: 10, memory: MB }, limits: { cpu: 100, memory: 80 * MB } },
  /** Changes the libvirt XML, or connects an interface: it asks for nothing, unless the pod is Guaranteed. */
  sidecar: { requests: { cpu: 0, memory: 0 }, limits: { cpu: 200, memory: 64 * MB } },
  /** The pod that holds hot-plugged volumes. */
  'hotplug-disk': { requests: { cpu: 10, memory: 2 * MB }, limits: { cpu: 100, memory: 80 * MB } },
} as const satisfies Record<string, SupportContainer>;

/** What the init container asks for that copies the program which serves the images of disks. */
export const CONTAINER_DISK_BINARY: SupportContainer = { requests: { cpu: 10, memory: MB }, limits: { cpu: 100, memory: 40 * MB } };

/** The CPU in thousandths that this init container has where the pod is Guaranteed. */
export const GUARANTEED_BINARY_CPU = 10;
