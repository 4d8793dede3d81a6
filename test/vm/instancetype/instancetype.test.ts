import { ApiObject, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  Architecture,
  Clock,
  ClusterProfile,
  CpuFeaturePolicy,
  CpuModel,
  CpuTopology,
  Disk,
  DiskBus,
  Firmware,
  HighlyAvailableVM,
  HugepageSize,
  HypervFeatures,
  InferFromVolumeFailurePolicy,
  InputBus,
  Instancetype,
  IoThreadsPolicy,
  NetworkInterfaceModel,
  PanicDeviceModel,
  Preference,
  Probe,
  VirtualMachine,
  VirtualMachineClusterInstancetype,
  VirtualMachineClusterPreference,
  VirtualMachineInstancetype,
  VirtualMachinePreference,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

const ROOT = Disk.fromPersistentVolumeClaim('root', { claimName: 'root' });

function chartOf(profile?: ClusterProfile): Chart {
  const app = Testing.app();
  profile?.applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}

test.each([
  [Instancetype.cluster('u1.medium'), { kind: 'VirtualMachineClusterInstancetype', name: 'u1.medium' }],
  [Instancetype.namespaced('web', 'web-v1'), { kind: 'VirtualMachineInstancetype', name: 'web', revisionName: 'web-v1' }],
  [Instancetype.inferredFromVolume('root'), { inferFromVolume: 'root' }],
])('takes CPU and memory from an instance type: %#', (instancetype, matcher) => {
  const chart = chartOf();
  new VirtualMachine(chart, 'vm', { instancetype, disks: [ROOT] });
  expect(chart.toJson()[0].spec.instancetype).toEqual(matcher);
});

test.each([
  [Preference.cluster('rhel.9'), { kind: 'VirtualMachineClusterPreference', name: 'rhel.9' }],
  [Preference.namespaced('web', 'web-v1'), { kind: 'VirtualMachinePreference', name: 'web', revisionName: 'web-v1' }],
  [
    Preference.inferredFromVolume('root', InferFromVolumeFailurePolicy.IGNORE),
    { inferFromVolume: 'root', inferFromVolumeFailurePolicy: 'Ignore' },
  ],
])('takes defaults from a preference: %#', (preference, matcher) => {
  const chart = chartOf();
  new VirtualMachine(chart, 'vm', { preference, memory: Size.gibibytes(1), disks: [ROOT] });
  expect(chart.toJson()[0].spec.preference).toEqual(matcher);
});

test('needs no memory in a highly available VM with an instance type', () => {
  const chart = chartOf();
  const vm = new HighlyAvailableVM(chart, 'vm', {
    instancetype: Instancetype.cluster('u1.medium'),
    readiness: Probe.fromTcpSocket({ port: 22 }),
  });
  new WatchdogDevice(vm, 'Watchdog');
  const { domain } = Testing.synth(chart)[0].spec.template.spec;
  expect(domain.cpu).toBeUndefined();
  expect(domain.memory).toBeUndefined();
});

test('writes an instance type', () => {
  const chart = chartOf();
  const object = new VirtualMachineInstancetype(chart, 'large', {
    metadata: { name: 'large' },
    cpu: {
      guest: 8,
      maxSockets: 16,
      model: CpuModel.hostModel(),
      dedicatedCpuPlacement: true,
      isolateEmulatorThread: true,
      numa: { guestMappingPassthrough: true },
      realtime: {},
    },
    memory: { guest: Size.gibibytes(16), maxGuest: Size.gibibytes(32), hugepages: HugepageSize.ONE_GIBIBYTE },
    ioThreadsPolicy: IoThreadsPolicy.auto(),
    gpus: [{ name: 'gpu', deviceName: 'nvidia.com/GPU' }],
    hostDevices: [{ name: 'fpga', deviceName: 'devices.example.com/fpga' }],
    nodeSelector: { disk: 'ssd' },
    schedulerName: 'packing',
  });
  expect(Testing.synth(chart)).toEqual([
    {
      apiVersion: 'instancetype.kubevirt.io/v1beta1',
      kind: 'VirtualMachineInstancetype',
      metadata: { name: 'large', namespace: 'shop' },
      spec: {
        cpu: {
          guest: 8,
          maxSockets: 16,
          model: 'host-model',
          dedicatedCPUPlacement: true,
          isolateEmulatorThread: true,
          numa: { guestMappingPassthrough: {} },
          realtime: {},
        },
        memory: { guest: '16Gi', maxGuest: '32Gi', hugepages: { pageSize: '1Gi' } },
        ioThreadsPolicy: 'auto',
        gpus: [{ name: 'gpu', deviceName: 'nvidia.com/GPU' }],
        hostDevices: [{ name: 'fpga', deviceName: 'devices.example.com/fpga' }],
        nodeSelector: { disk: 'ssd' },
        schedulerName: 'packing',
      },
    },
  ]);
  expect([object.apiGroup, object.resourceType]).toEqual(['instancetype.kubevirt.io', 'virtualmachineinstancetypes']);
});

test('writes how much memory is overcommitted', () => {
  const chart = chartOf(ClusterProfile.kubevirt('1.8'));
  new VirtualMachineInstancetype(chart, 'dense', {
    metadata: { name: 'dense' },
    cpu: { guest: 1 },
    memory: { guest: Size.gibibytes(4), overcommitPercent: 10 },
  });
  expect(Testing.synth(chart)[0].spec.memory).toEqual({ guest: '4Gi', overcommitPercent: 10 });
});

test('writes a preference for Windows', () => {
  const chart = chartOf(ClusterProfile.kubevirt('1.8'));
  new VirtualMachinePreference(chart, 'windows', {
    metadata: { name: 'windows' },
    firmware: Firmware.efi({ persistent: true }),
    tpm: { persistent: true },
    clock: Clock.recommendedForWindows(),
    hyperv: HypervFeatures.of({ relaxed: true }),
    cpuTopology: CpuTopology.SOCKETS,
    cpuFeatures: [{ name: 'vmx', policy: CpuFeaturePolicy.OPTIONAL }],
    diskBus: DiskBus.SATA,
    cdromBus: DiskBus.SATA,
    interfaceModel: NetworkInterfaceModel.E1000E,
    networkInterfaceMultiqueue: true,
    blockMultiQueue: true,
    rng: true,
    tablet: InputBus.USB,
    panicDeviceModel: PanicDeviceModel.HYPERV,
    machineType: 'q35',
    terminationGracePeriod: Duration.hours(1),
    storageClassName: 'fast',
    requirements: { cpu: 2, memory: Size.gibibytes(4), architecture: Architecture.AMD64 },
  });
  expect(Testing.synth(chart)[0].spec).toEqual({
    clock: {
      preferredClockOffset: { utc: {} },
      preferredTimer: { hpet: { present: false }, pit: { tickPolicy: 'delay' }, rtc: { tickPolicy: 'catchup' }, hyperv: { present: true } },
    },
    cpu: { preferredCPUTopology: 'sockets', preferredCPUFeatures: [{ name: 'vmx', policy: 'optional' }] },
    devices: {
      preferredTPM: { persistent: true },
      preferredDiskBus: 'sata',
      preferredCdromBus: 'sata',
      preferredInterfaceModel: 'e1000e',
      preferredNetworkInterfaceMultiQueue: true,
      preferredBlockMultiQueue: true,
      preferredRng: {},
      preferredAutoattachInputDevice: true,
      preferredInputType: 'tablet',
      preferredInputBus: 'usb',
      preferredPanicDeviceModel: 'hyperv',
    },
    features: { preferredHyperv: { relaxed: { enabled: true } }, preferredSmm: { enabled: true } },
    firmware: { preferredEfi: { secureBoot: true, persistent: true } },
    machine: { preferredMachineType: 'q35' },
    volumes: { preferredStorageClassName: 'fast' },
    preferredTerminationGracePeriodSeconds: 3600,
    requirements: { cpu: { guest: 2 }, memory: { guest: '4Gi' }, architecture: 'amd64' },
  });
});

test('writes a preference for BIOS and nothing else', () => {
  const chart = chartOf();
  new VirtualMachinePreference(chart, 'old', { firmware: Firmware.bios() });
  expect(Testing.synth(chart)[0].spec).toEqual({ firmware: { preferredUseBios: true } });
});

test('gives objects of the whole cluster no namespace', () => {
  const chart = chartOf();
  const instancetype = new VirtualMachineClusterInstancetype(chart, 'small', {
    metadata: { name: 'small' },
    cpu: { guest: 1 },
    memory: { guest: Size.gibibytes(2) },
  });
  const preference = new VirtualMachineClusterPreference(chart, 'linux', { metadata: { name: 'linux' }, rng: true });
  expect(ApiObject.of(instancetype).toJson().metadata).toEqual({ name: 'small' });
  expect(ApiObject.of(preference).toJson().metadata).toEqual({ name: 'linux' });
});

test('hands its objects to VMs', () => {
  const chart = chartOf();
  const size = { cpu: { guest: 1 }, memory: { guest: Size.gibibytes(2) } };
  const namespaced = {
    instancetype: new VirtualMachineInstancetype(chart, 'a', { metadata: { name: 'a' }, ...size }).instancetype,
    preference: new VirtualMachinePreference(chart, 'b', { metadata: { name: 'b' } }).preference,
  };
  const cluster = {
    instancetype: new VirtualMachineClusterInstancetype(chart, 'c', { metadata: { name: 'c' }, ...size }).instancetype,
    preference: new VirtualMachineClusterPreference(chart, 'd', { metadata: { name: 'd' } }).preference,
  };
  const specs = [namespaced, cluster].map((props, index) => ApiObject.of(new VirtualMachine(chart, `vm-${index}`, props)).toJson().spec);
  expect(specs.map(({ instancetype, preference }) => [instancetype, preference])).toEqual([
    [
      { kind: 'VirtualMachineInstancetype', name: 'a' },
      { kind: 'VirtualMachinePreference', name: 'b' },
    ],
    [
      { kind: 'VirtualMachineClusterInstancetype', name: 'c' },
      { kind: 'VirtualMachineClusterPreference', name: 'd' },
    ],
  ]);
});

test.each<[string, (chart: Chart) => unknown, string]>([
  [
    'the name of an object',
    (chart) => new VirtualMachine(chart, 'vm', { instancetype: Instancetype.cluster('U1') }),
    '[shop/vm] instancetype.name is "U1": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
  ],
  [
    'an instance type without CPUs',
    (chart) => new VirtualMachineInstancetype(chart, 'x', { cpu: { guest: 0 }, memory: { guest: Size.gibibytes(1) } }),
    '[shop/x] cpu.guest is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'overcommitment of everything',
    (chart) =>
      new VirtualMachineClusterInstancetype(chart, 'x', {
        cpu: { guest: 1 },
        memory: { guest: Size.gibibytes(1), overcommitPercent: 101 },
      }),
    '[shop/x] memory.overcommitPercent is 101: the value must be between 0 and 100. Pass 100 or less. (out-of-range)',
  ],
  [
    'a preference for passthrough',
    (chart) => new VirtualMachinePreference(chart, 'x', { hyperv: HypervFeatures.passthrough() }),
    '[shop/x] hyperv is passthrough: a preference has no passthrough, which would keep VMs from being live-migrated. Use HypervFeatures.recommended(). (hyperv-passthrough-preferred)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(() => act(chartOf()))).toBe(message);
});
