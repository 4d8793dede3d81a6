import { InstanceAnnotation } from '../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';
import { gatedFields, isListFound } from './gated-fields';
import { gatedFilesystems } from './gated-filesystems';
import { gatedLaunchSecurity } from './gated-launch-security';
import { instanceRefused, instanceStage } from './instance-refusal';

const ANNOTATION_GATES = [
  { gate: 'ExperimentalIgnitionSupport', key: InstanceAnnotation.IGNITION },
  { gate: 'Sidecar', key: InstanceAnnotation.HOOK_SIDECARS },
];

/** The features behind a gate that the instance of a VM uses. */
export function gatedInstanceFeatures(vm: VirtualMachineView, context: AdmissionContext): GatedFeature[] {
  return [
    ...gatedFields(vm, context),
    ...gatedLaunchSecurity(vm, context),
    ...gatedFilesystems(vm, context),
    ...annotations(vm),
    ...interfaces(vm, context),
    ...emptyDrives(vm, context),
    ...claimedDevices(vm, context),
    ...otherArchitecture(vm, context),
  ];
}

/** The webhook for replica sets does not look at annotations. */
function annotations(vm: VirtualMachineView): GatedFeature[] {
  const isLeftOut = vm.manifest.kind === 'VirtualMachineInstanceReplicaSet';
  const later = isLeftOut ? { stage: instanceStage(vm), consequence: instanceRefused(vm) } : undefined;
  return ANNOTATION_GATES.filter(({ key }) => (vm.podAnnotations[key] ?? '') !== '').map(({ gate, key }) => ({
    gate,
    path: vm.templateMetadataPath(`annotations["${key}"]`),
    value: vm.podAnnotations[key],
    later,
  }));
}

/** KubeVirt blames the interface, not the field. */
function interfaces(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  return vm.interfaces.flatMap((value, index) => {
    const path = vm.path(`domain.devices.interfaces[${index}]`);
    const passt = value.passtBinding !== undefined && cluster.atLeast('1.8');
    const ranges = isListFound(value.portRanges, vm) && cluster.atLeast('1.9');
    return [
      ...(passt ? [{ gate: 'PasstBinding', feature: 'the passt binding', path, value }] : []),
      ...(ranges ? [{ gate: 'PortRangesSpec', feature: 'a list of port ranges', path, value }] : []),
    ];
  });
}

/** Before 1.6 a drive cannot be empty at all. */
function emptyDrives(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  if (!cluster.atLeast('1.6')) {
    return [];
  }
  return vm.disks.flatMap(({ cdrom, name }, index) =>
    isObject(cdrom) && !vm.volumes.some((volume) => volume.name === name)
      ? [
          {
            gate: 'DeclarativeHotplugVolumes',
            feature: 'a drive without a volume',
            path: vm.path(`domain.devices.disks[${index}].name`),
            value: name,
          },
        ]
      : [],
  );
}

/** Devices that a resource claim allocates. */
function claimedDevices(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  const lists = [
    { gate: 'GPUsWithDRA', field: 'gpus', since: '1.6' },
    { gate: 'HostDevicesWithDRA', field: 'hostDevices', since: '1.8' },
  ];
  return lists
    .filter(({ since }) => cluster.atLeast(since))
    .flatMap(({ gate, field }) =>
      objectsOf(vm.devices[field]).flatMap((value, index) =>
        isClaimed(value)
          ? [{ gate, feature: 'a device of a resource claim', path: vm.path(`domain.devices.${field}[${index}]`), value }]
          : [],
      ),
    );
}

function isClaimed({ deviceName, claimName, requestName }: Record<string, any>): boolean {
  return !deviceName && (claimName !== undefined || requestName !== undefined);
}

/** Up to 1.7 VMs have the architecture of the control plane, which is taken for that of the workers. */
function otherArchitecture(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  const { architecture } = vm;
  return architecture !== undefined && architecture !== cluster.architecture && !cluster.atLeast('1.8')
    ? [{ gate: 'MultiArchitecture', path: vm.path('architecture'), value: architecture }]
    : [];
}
