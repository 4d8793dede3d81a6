/** Label of the pods that KubeVirt makes: what kind of pod it is. */
export const POD_KIND_LABEL = 'kubevirt.io';

/** The kind of the pod in which a VM runs. */
export const LAUNCHER = 'virt-launcher';

/** Label of the pod of a VM: its host name. */
export const HOST_LABEL = 'vm.kubevirt.io/name';

/**
 * Label of the pod of a VM: its name, where that is not too long. Since KubeVirt 1.7.
 *
 * Source: `VirtualMachineInstanceIDLabel` in KubeVirt's api/core/v1/types.go.
 */
export const INSTANCE_LABEL = 'vmi.kubevirt.io/id';

/** The release of KubeVirt that this label came with. */
export const INSTANCE_LABEL_SINCE = '1.7';

/** Labels by which examples and consoles mean a VM with its name; pods have them where the template of the VM has them. */
export const NAME_LABELS: readonly string[] = ['kubevirt.io/domain', 'kubevirt.io/vm'];
