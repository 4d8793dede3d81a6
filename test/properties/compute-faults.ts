import { ApiObject, JsonPatch, Size } from 'cdk8s';
import {
  Architecture,
  Clock,
  CpuModel,
  HighlyAvailableVM,
  HugepageSize,
  HypervFeatures,
  Instancetype,
  PanicDevice,
  PanicDeviceModel,
  Preference,
  StartStrategy,
  VirtualMachine,
  VirtualMachineInstancetype,
  VirtualMachinePreference,
  type VirtualMachineProps,
  VmSubdomain,
} from 'cdk8s-kubevirt';
import { Cpu } from 'cdk8s-plus-27';
import type { BuiltApp } from './build-app';
import type { Fault } from './faults';

const size = Size.gibibytes(1);

/** A fault in a VM of its own. */
function vm(code: string, props: VirtualMachineProps, complete: (vm: VirtualMachine, built: BuiltApp) => void = () => {}): Fault {
  return { code, plant: (built) => complete(new VirtualMachine(built.chart, 'x', props), built) };
}

function patched(code: string, props: VirtualMachineProps, path: string, value: unknown): Fault {
  return vm(code, props, (machine) => ApiObject.of(machine).addJsonPatch(JsonPatch.add(`/spec/template/spec/domain${path}`, value)));
}

const ARGUMENT_FAULTS: readonly Fault[] = [
  { code: 'cpu-model-invalid', plant: () => CpuModel.named('') },
  vm('cpu-list-invalid', { cpu: { realtime: { mask: 'all' } } }),
  vm('uuid-invalid', { firmwareUuid: 'x' }),
  vm('firmware-serial-invalid', { firmwareSerial: 'a\nb' }),
  { code: 'hyperv-vendor-invalid', plant: () => HypervFeatures.of({ vendorId: '' }) },
  { code: 'timezone-invalid', plant: () => Clock.timezone('a b') },
  vm('device-resource-invalid', { hostDevices: [{ name: 'a', deviceName: 'a b' }] }),
  vm('object-name-invalid', { instancetype: Instancetype.cluster('A') }),
  {
    code: 'hyperv-passthrough-preferred',
    plant: ({ chart }) => new VirtualMachinePreference(chart, 'x', { hyperv: HypervFeatures.passthrough() }),
  },
  vm('panic-device-twice', {}, (machine) => ['a', 'b'].map((id) => new PanicDevice(machine, id))),
  vm('subdomain-twice', {}, (machine, { chart }) =>
    ['a', 'b'].map((name) => new VmSubdomain(chart, name, { metadata: { name }, vms: [machine] })),
  ),
  { code: 'subdomain-name-invalid', plant: ({ chart }) => new VmSubdomain(chart, 'x', { metadata: { name: '1' }, vms: [] }) },
];

const MANIFEST_FAULTS: readonly Fault[] = [
  patched('field-type-wrong', { memory: size }, '/memory/guest', '4 GB'),
  patched('secure-boot-without-smm', { memory: size }, '/firmware', { bootloader: { efi: {} } }),
  vm('memory-not-requested', {}),
  vm('hotplug-maximum-exceeded', { memory: size, cpu: { sockets: 4, maxSockets: 2 } }),
  vm('hugepages-mismatch', { memory: Size.mebibytes(1025), hugepages: HugepageSize.ONE_GIBIBYTE }),
  vm('dedicated-cpus-inconsistent', {
    memory: size,
    cpu: { cores: 2, dedicatedCpuPlacement: true },
    resources: { cpu: { request: Cpu.units(3) } },
  }),
  vm('cpu-placement-incomplete', { memory: size, cpu: { isolateEmulatorThread: true } }),
  vm('instancetype-conflict', { memory: size, instancetype: Instancetype.cluster('u1.medium') }),
  vm('inferred-volume-unusable', { memory: size, preference: Preference.inferredFromVolume('root') }),
  {
    code: 'preference-requirements-unmet',
    plant: ({ chart }) => {
      const small = new VirtualMachineInstancetype(chart, 'small', { cpu: { guest: 1 }, memory: { guest: size } });
      const large = new VirtualMachinePreference(chart, 'large', { requirements: { cpu: 2 } });
      new VirtualMachine(chart, 'x', { instancetype: small.instancetype, preference: large.preference });
    },
  },
  vm('hyperv-dependency-disabled', { memory: size, hyperv: HypervFeatures.of({ ipi: true, vpindex: false }) }),
  vm('machine-type-unsupported', { memory: size, architecture: Architecture.AMD64, machineType: 'pc-i440fx' }),
  {
    code: 'memory-hotplug-unsupported',
    plant: ({ chart }) => {
      new VirtualMachine(chart, 'x', { memory: Size.mebibytes(512), maxMemory: size });
      new ApiObject(chart, 'kubevirt', {
        apiVersion: 'kubevirt.io/v1',
        kind: 'KubeVirt',
        spec: { configuration: { vmRolloutStrategy: 'LiveUpdate' } },
      });
    },
  },
  {
    ...vm('panic-device-architecture', { memory: size, architecture: Architecture.S390X }, (machine) => {
      new PanicDevice(machine, 'y', { model: PanicDeviceModel.PVPANIC });
    }),
    since: '1.8',
  },
  {
    ...patched('video-unsupported', { memory: size, autoattachGraphicsDevice: false }, '/devices/video', { type: 'virtio' }),
    since: '1.8',
  },
  {
    code: 'ha-starts-paused',
    plant: ({ chart }) => new HighlyAvailableVM(chart, 'x', { memory: size, startStrategy: StartStrategy.PAUSED }),
  },
];

/** Faults of processor, memory, firmware and devices. */
export const COMPUTE_FAULTS: readonly Fault[] = [...ARGUMENT_FAULTS, ...MANIFEST_FAULTS];
