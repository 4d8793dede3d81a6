import type { ClusterProfile } from '../cluster';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineNode } from '../graph';
import { accessModesOf } from './access-modes';

/** A field of a VM that keeps it from being live-migrated. */
export interface MigrationBlocker {
  /** Manifest path of the field. */
  readonly path: string;
  /** Its value; undefined: it is not set. */
  readonly value?: unknown;
  /** The reason that KubeVirt would give in the VM's LiveMigratable condition. */
  readonly reason: string;
  /** Why it blocks, as a clause. */
  readonly message: string;
  /** What to do, as a sentence. */
  readonly remedy: string;
}

const ALLOW_BRIDGE = 'kubevirt.io/allow-pod-bridge-network-live-migration';
const MASQUERADE_REMEDY = 'Give the interface of the pod network masquerade: {}.';
const REMOVE_REMEDY = 'Remove it, or set evictionStrategy: LiveMigrateIfPossible or None.';

/**
 * What keeps a VM from being live-migrated, as far as the manifests tell: one entry for each field.
 *
 * What only the cluster knows (a claim that is not among the manifests, the CPU of a node) is not a blocker.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-handler/vm.go
 */
export function migrationBlockers(vm: VirtualMachineNode, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  return [
    ...podNetworkBlockers(vm, graph, cluster),
    ...hostDeviceBlockers(vm, cluster),
    ...domainBlockers(vm, cluster),
    ...reservationBlockers(vm, cluster),
    ...volumeBlockers(vm, graph),
  ];
}

function podNetworkBlockers(vm: VirtualMachineNode, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  const connection = vm.podConnection;
  if (connection === undefined || vm.podAnnotations[ALLOW_BRIDGE] !== undefined) {
    return [];
  }
  const reason = 'InterfaceNotLiveMigratable';
  if (connection.index < 0) {
    const message = 'KubeVirt then binds the pod network with bridge, which cannot be migrated';
    const remedy = 'Write out networks and interfaces, with masquerade: {} on the pod network.';
    return defaultBinding(graph, cluster) === 'masquerade' ? [] : [{ path: vm.path('networks'), reason, message, remedy }];
  }
  const { masquerade, passtBinding, binding } = connection.networkInterface;
  if ([masquerade, passtBinding, binding].some((method) => method !== undefined)) {
    return [];
  }
  const path = vm.path(`domain.devices.interfaces[${connection.index}]`);
  const method = ['bridge', 'sriov', 'slirp', 'macvtap', 'passt'].find((name) => connection.networkInterface[name] !== undefined);
  if (method === undefined) {
    const message = 'an interface of the pod network without a binding cannot be migrated';
    return vm.vmSpec?.preference === undefined ? [{ path: `${path}.masquerade`, reason, message, remedy: MASQUERADE_REMEDY }] : [];
  }
  const value = connection.networkInterface[method];
  const message = `an interface that is bound to the pod network with ${method} cannot be migrated`;
  return [{ path: `${path}.${method}`, value, reason, message, remedy: MASQUERADE_REMEDY }];
}

/** The binding that KubeVirt writes into VMs that name no network. */
function defaultBinding(graph: ManifestGraph, cluster: ClusterProfile): string {
  const [kubevirt] = graph.ofKind('kubevirt.io', 'KubeVirt');
  return kubevirt?.spec?.configuration?.network?.defaultNetworkInterface ?? (cluster.isOpenshift ? 'masquerade' : 'bridge');
}

function hostDeviceBlockers(vm: VirtualMachineNode, cluster: ClusterProfile): MigrationBlocker[] {
  const hostDevices = objectsOf(vm.devices.hostDevices);
  const gpus = objectsOf(vm.devices.gpus);
  if (hostDevices.length === 0 && gpus.length === 1 && cluster.atLeast('1.9')) {
    return []; // It may be a virtual GPU, which this release can migrate.
  }
  const fault = {
    reason: 'HostDeviceNotLiveMigratable',
    message: 'a device of the host cannot follow the VM to another node',
    remedy: REMOVE_REMEDY,
  };
  return [
    ...hostDevices.map((value, index) => ({ path: vm.path(`domain.devices.hostDevices[${index}]`), value, ...fault })),
    ...gpus.map((value, index) => ({ path: vm.path(`domain.devices.gpus[${index}]`), value, ...fault })),
  ];
}

function domainBlockers(vm: VirtualMachineNode, cluster: ClusterProfile): MigrationBlocker[] {
  const { launchSecurity, features } = vm.domain;
  const blockers: MigrationBlocker[] = [];
  const reason = isObject(launchSecurity) ? launchSecurityReason(vm, launchSecurity, cluster) : undefined;
  if (reason !== undefined) {
    const message = 'the memory of a confidential VM cannot be copied to another node';
    blockers.push({ path: vm.path('domain.launchSecurity'), value: launchSecurity, reason, message, remedy: REMOVE_REMEDY });
  }
  if (features?.hypervPassthrough?.enabled === true) {
    blockers.push({
      path: vm.path('domain.features.hypervPassthrough.enabled'),
      value: true,
      reason: 'HypervPassthroughNotLiveMigratable',
      message: "the guest then depends on this host's Hyper-V features and cannot be migrated",
      remedy: 'List the Hyper-V features that the guest needs in domain.features.hyperv instead.',
    });
  }
  return blockers;
}

function launchSecurityReason(vm: VirtualMachineNode, { sev, snp, tdx }: Record<string, any>, cluster: ClusterProfile): string | undefined {
  if (sev !== undefined || snp !== undefined) {
    return 'SEVNotLiveMigratable';
  }
  if (!cluster.atLeast('1.6')) {
    return undefined;
  }
  if (tdx !== undefined) {
    return 'TDXNotLiveMigratable';
  }
  return (vm.architecture ?? cluster.architecture) === 's390x' ? 'SecureExecutionNotLiveMigratable' : undefined;
}

function reservationBlockers(vm: VirtualMachineNode, cluster: ClusterProfile): MigrationBlocker[] {
  if (cluster.atLeast('1.9')) {
    return [];
  }
  return vm.disks.flatMap((disk, index) => {
    const path = vm.path(`domain.devices.disks[${index}].lun.reservation`);
    const reason = 'PersistentReservationNotLiveMigratable';
    const message = `KubeVirt ${cluster.kubevirtVersion} cannot migrate a VM with SCSI persistent reservations`;
    return disk.lun?.reservation === true ? [{ path, value: true, reason, message, remedy: REMOVE_REMEDY }] : [];
  });
}

function volumeBlockers(vm: VirtualMachineNode, graph: ManifestGraph): MigrationBlocker[] {
  const filesystems = objectsOf(vm.devices.filesystems).map((filesystem) => filesystem.name);
  return vm.volumes.flatMap((volume, index) => {
    if (isObject(volume.hostDisk) && volume.hostDisk.shared !== true) {
      return [hostDiskBlocker(vm, volume.hostDisk, index)];
    }
    const access = filesystems.includes(volume.name) ? undefined : accessModesOf(vm, index, graph);
    if (access === undefined || access.modes.includes('ReadWriteMany')) {
      return [];
    }
    const { path, value, modes } = access;
    const message = `the volume "${volume.name}" has ${modes.join(', ')} only, and both nodes of a migration need to write it`;
    const remedy = 'Use accessModes: [ReadWriteMany] with a storage class that provides it, preferably with volumeMode: Block.';
    return [{ path, value, reason: 'DisksNotLiveMigratable', message, remedy }];
  });
}

function hostDiskBlocker(vm: VirtualMachineNode, value: Record<string, any>, index: number): MigrationBlocker {
  return {
    path: vm.path(`volumes[${index}].hostDisk`),
    value,
    reason: 'DisksNotLiveMigratable',
    message: 'a disk image on one host cannot be reached from another',
    remedy: 'Use a ReadWriteMany DataVolume, or set shared: true when every host mounts the same file.',
  };
}
