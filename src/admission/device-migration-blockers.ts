import { Architecture, type ClusterProfile } from '../cluster';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import { featureGates } from './feature-gates';
import { instancetypeOf } from './instancetype';
import { architectureOf } from './judged-instance';
import type { MigrationBlocker } from './migration-blocker';

export const VGPU_GATE = 'VGPULiveMigration';

const REMOVE_REMEDY = 'Remove it, or set evictionStrategy: LiveMigrateIfPossible or None.';

/** Devices of the host, of the VM itself and of its instancetype. */
export function hostDeviceBlockers(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  const reason = 'HostDeviceNotLiveMigratable';
  const instancetype = instancetypeOf(vm, graph);
  const brought = [...objectsOf(instancetype?.hostDevices), ...objectsOf(instancetype?.gpus)];
  const own = [...devicesAt(vm, 'hostDevices'), ...devicesAt(vm, 'gpus')];
  if (isVirtualGpu(vm, graph, cluster) && brought.length === 0) {
    return [];
  }
  const message = 'a device of the host cannot follow the VM to another node';
  return [
    ...own.map(({ path, value }) => ({ path, value, reason, message, remedy: REMOVE_REMEDY })),
    ...brought
      .slice(0, 1)
      .map(() => instancetypeBlocker(vm, reason, `this instancetype brings a device of the host, which cannot follow the VM`)),
  ];
}

/** Whether the one device of the VM may be a virtual GPU that can be migrated: from KubeVirt 1.9 on, behind a gate. */
export function isVirtualGpu(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): boolean {
  const isSingle = objectsOf(vm.devices.gpus).length === 1 && objectsOf(vm.devices.hostDevices).length === 0;
  return isSingle && cluster.atLeast('1.9') && (featureGates({ graph, cluster })?.isOn(VGPU_GATE) ?? true);
}

/** Memory that is encrypted, of the VM itself or through its instancetype. */
export function launchSecurityBlockers(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  const { launchSecurity } = vm.domain;
  const message = 'the memory of a confidential VM cannot be copied to another node';
  if (isObject(launchSecurity)) {
    const reason = launchSecurityReason(vm, launchSecurity, { graph, cluster });
    return reason === undefined
      ? []
      : [{ path: vm.path('domain.launchSecurity'), value: launchSecurity, reason, message, remedy: REMOVE_REMEDY }];
  }
  const brought = instancetypeOf(vm, graph)?.launchSecurity;
  const reason = isObject(brought) ? launchSecurityReason(vm, brought, { graph, cluster }) : undefined;
  return reason === undefined ? [] : [instancetypeBlocker(vm, reason, `this instancetype makes the VM confidential, and ${message}`)];
}

export function hypervPassthroughBlockers(vm: VirtualMachineView): MigrationBlocker[] {
  if (vm.domain.features?.hypervPassthrough?.enabled !== true) {
    return [];
  }
  return [
    {
      path: vm.path('domain.features.hypervPassthrough.enabled'),
      value: true,
      reason: 'HypervPassthroughNotLiveMigratable',
      message: "the guest then depends on this host's Hyper-V features and cannot be migrated",
      remedy: 'List the Hyper-V features that the guest needs in domain.features.hyperv instead.',
    },
  ];
}

/** SCSI persistent reservations, which a VM takes along from KubeVirt 1.9 on. */
export function reservationBlockers(vm: VirtualMachineView, cluster: ClusterProfile): MigrationBlocker[] {
  if (cluster.atLeast('1.9')) {
    return [];
  }
  const message = `KubeVirt ${cluster.kubevirtVersion} cannot migrate a VM with SCSI persistent reservations`;
  return vm.disks.flatMap((disk, index) => {
    if (disk.lun?.reservation !== true) {
      return [];
    }
    const path = vm.path(`domain.devices.disks[${index}].lun.reservation`);
    return [{ path, value: true, reason: 'PersistentReservationNotLiveMigratable', message, remedy: REMOVE_REMEDY }];
  });
}

function launchSecurityReason(
  vm: VirtualMachineView,
  { sev, snp, tdx }: Record<string, any>,
  context: AdmissionContext,
): string | undefined {
  if (sev !== undefined || snp !== undefined) {
    return 'SEVNotLiveMigratable';
  }
  if (!context.cluster.atLeast('1.6')) {
    return undefined;
  }
  if (tdx !== undefined) {
    return 'TDXNotLiveMigratable';
  }
  return architectureOf(vm, context) === Architecture.S390X ? 'SecureExecutionNotLiveMigratable' : undefined;
}

function devicesAt(vm: VirtualMachineView, field: 'gpus' | 'hostDevices'): Pick<MigrationBlocker, 'path' | 'value'>[] {
  return objectsOf(vm.devices[field]).map((value, index) => ({ path: vm.path(`domain.devices.${field}[${index}]`), value }));
}

function instancetypeBlocker(vm: VirtualMachineView, reason: string, message: string): MigrationBlocker {
  const path = vm.vmFieldPath('instancetype.name');
  const remedy = 'Use another instancetype, or set evictionStrategy: LiveMigrateIfPossible or None.';
  return { path, value: vm.vmSpec?.instancetype.name, reason, message, remedy };
}
