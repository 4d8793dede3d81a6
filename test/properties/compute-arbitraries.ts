import { Duration, Size } from 'cdk8s';
import {
  Architecture,
  Clock,
  CpuFeaturePolicy,
  CpuModel,
  Firmware,
  type HighlyAvailableVMProps,
  HugepageSize,
  HypervFeatures,
  Input,
  InputBus,
  Instancetype,
  IoThreadsPolicy,
  Preference,
  SoundModel,
  UpdateVolumesStrategy,
} from 'cdk8s-kubevirt';
import { Cpu, DnsPolicy } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const flag = option(fc.boolean());

/** Names of the objects that `buildSizes` makes. */
export const SIZE_NAMES = { instancetype: 'medium', preference: 'linux' } as const;

const model = fc.constantFrom(CpuModel.hostModel(), CpuModel.hostPassthrough(), CpuModel.named('Cascadelake-Server'));
const features = fc.uniqueArray(fc.record({ name: fc.constantFrom('vmx', 'pcid', 'avx2'), policy: option(member(CpuFeaturePolicy)) }), {
  selector: ({ name }) => name,
});

const ordinary = fc.record({
  architecture: option(fc.constantFrom(Architecture.AMD64, Architecture.S390X)),
  cpu: option(
    fc.record({
      cores: option(fc.integer({ min: 1, max: 64 })),
      sockets: option(fc.integer({ min: 1, max: 8 })),
      threads: option(fc.integer({ min: 1, max: 2 })),
      maxSockets: option(fc.integer({ min: 8, max: 32 })),
      model: option(model),
      features: option(features),
    }),
  ),
  memory: fc.integer({ min: 64, max: 100_000 }).map((value) => Size.mebibytes(value)),
  resources: option(
    fc.record({ cpu: option(fc.constant({ request: Cpu.millis(500), limit: Cpu.units(4) })), overcommitGuestOverhead: flag }),
  ),
});

const growing = fc.record({
  architecture: fc.constant(Architecture.AMD64),
  memory: fc.integer({ min: 512, max: 1024 }).map((value) => Size.mebibytes(2 * value)),
  maxMemory: fc.integer({ min: 1024, max: 2048 }).map((value) => Size.mebibytes(2 * value)),
});

const dedicated = fc
  .record({
    gibibytes: fc.integer({ min: 1, max: 64 }),
    vcpus: fc.integer({ min: 1, max: 16 }),
    isRequested: fc.boolean(),
    hugepages: member(HugepageSize),
  })
  .map(({ gibibytes, vcpus, isRequested, hugepages }) => ({
    memory: Size.gibibytes(gibibytes),
    hugepages,
    cpu: { cores: vcpus, dedicatedCpuPlacement: true, isolateEmulatorThread: true, numa: { guestMappingPassthrough: true }, realtime: {} },
    resources: isRequested ? { cpu: { request: Cpu.units(vcpus), limit: Cpu.units(vcpus) } } : undefined,
  }));

const typed = fc.record({
  instancetype: fc.constantFrom(Instancetype.cluster('u1.medium'), Instancetype.namespaced(SIZE_NAMES.instancetype)),
  preference: option(fc.constantFrom(Preference.cluster('rhel.9'), Preference.namespaced(SIZE_NAMES.preference))),
});

/** CPU and memory of a VM: its own, or those of an instance type. */
export const compute: fc.Arbitrary<HighlyAvailableVMProps> = fc.oneof(ordinary, growing, dedicated, typed);

/** What else there is of the machine. */
export const machine: fc.Arbitrary<HighlyAvailableVMProps> = fc.record({
  ioThreadsPolicy: option(fc.constantFrom(IoThreadsPolicy.shared(), IoThreadsPolicy.auto(), IoThreadsPolicy.supplementalPool(4))),
  firmware: option(fc.constantFrom(Firmware.bios(), Firmware.efi(), Firmware.efi({ secureBoot: false, persistent: true }))),
  firmwareUuid: option(fc.uuid()),
  firmwareSerial: option(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.+-]{0,19}$/)),
  tpm: option(fc.record({ persistent: flag })),
  acpi: flag,
  kvmHidden: flag,
  pvspinlock: flag,
  hyperv: option(fc.constantFrom(HypervFeatures.recommended(), HypervFeatures.of({ relaxed: true, spinlocks: 8191 }))),
  clock: option(fc.constantFrom(Clock.recommendedForWindows(), Clock.timezone('Europe/Berlin'), Clock.utc({ offset: Duration.hours(1) }))),
  blockMultiQueue: flag,
  autoattachGraphicsDevice: flag,
  autoattachSerialConsole: flag,
  autoattachMemBalloon: flag,
  logSerialConsole: flag,
  disableHotplug: flag,
  downwardMetrics: flag,
  inputs: option(fc.constant([Input.tablet({ bus: InputBus.VIRTIO })])),
  sound: option(member(SoundModel)),
  hostname: option(label),
  dnsPolicy: option(fc.constantFrom(DnsPolicy.CLUSTER_FIRST, DnsPolicy.DEFAULT)),
  dnsConfig: option(fc.record({ nameservers: fc.array(fc.ipV4(), { maxLength: 3 }), searches: option(fc.constant(['example.com'])) })),
  priorityClassName: option(label),
  schedulerName: option(label),
  updateVolumesStrategy: option(member(UpdateVolumesStrategy)),
});
