/**
 * What is assumed to be taken on a host by pods other than those of VMs where nobody knows: CPU in thousandths, memory in bytes. The
 * agents of the cluster, of its storage and its network, of KubeVirt and of monitoring are about that much.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-operator/resource/generate/components/daemonsets.go
 */
export const ASSUMED_RESERVE: Readonly<Record<string, number>> = { cpu: 1000, memory: 4 * 1024 ** 3, pods: 20 };
