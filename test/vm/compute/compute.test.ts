import { Chart, Size, Testing } from 'cdk8s';
import { CpuFeaturePolicy, CpuModel, HugepageSize, IoThreadsPolicy, VirtualMachine, type VirtualMachineProps } from 'cdk8s-kubevirt';
import { Cpu } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

function domainOf(props: VirtualMachineProps): any {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', props);
  return Testing.synth(chart)[0].spec.template.spec.domain;
}

test('writes the whole topology of the processor', () => {
  const { cpu } = domainOf({
    memory: Size.gibibytes(2),
    hugepages: HugepageSize.ONE_GIBIBYTE,
    cpu: {
      cores: 2,
      sockets: 1,
      threads: 2,
      maxSockets: 4,
      model: CpuModel.named('Cascadelake-Server'),
      features: [{ name: 'vmx' }, { name: 'pcid', policy: CpuFeaturePolicy.OPTIONAL }],
      dedicatedCpuPlacement: true,
      isolateEmulatorThread: true,
      numa: { guestMappingPassthrough: true },
      realtime: { mask: '0-3,^1' },
    },
  });
  expect(cpu).toEqual({
    cores: 2,
    sockets: 1,
    threads: 2,
    maxSockets: 4,
    model: 'Cascadelake-Server',
    features: [
      { name: 'vmx', policy: 'require' },
      { name: 'pcid', policy: 'optional' },
    ],
    dedicatedCpuPlacement: true,
    isolateEmulatorThread: true,
    numa: { guestMappingPassthrough: {} },
    realtime: { mask: '0-3,^1' },
  });
});

test.each([
  [CpuModel.hostModel(), 'host-model'],
  [CpuModel.hostPassthrough(), 'host-passthrough'],
])('knows the models that are taken from the host: %#', (model, name) => {
  expect(domainOf({ memory: Size.gibibytes(1), cpu: { model } }).cpu).toEqual({ model: name });
});

test('writes memory that can grow and huge pages', () => {
  const { memory } = domainOf({ memory: Size.gibibytes(2), maxMemory: Size.gibibytes(8), hugepages: HugepageSize.TWO_MEBIBYTES });
  expect(memory).toEqual({ guest: '2Gi', maxGuest: '8Gi', hugepages: { pageSize: '2Mi' } });
});

test('writes what the pod asks of its node', () => {
  const { resources } = domainOf({
    memory: Size.gibibytes(2),
    resources: {
      cpu: { request: Cpu.millis(500), limit: Cpu.units(2) },
      memory: { limit: Size.gibibytes(3) },
      overcommitGuestOverhead: true,
    },
  });
  expect(resources).toEqual({ requests: { cpu: '500m' }, limits: { cpu: '2', memory: '3Gi' }, overcommitGuestOverhead: true });
});

test.each([
  [IoThreadsPolicy.shared(), { ioThreadsPolicy: 'shared' }],
  [IoThreadsPolicy.auto(), { ioThreadsPolicy: 'auto' }],
  [IoThreadsPolicy.supplementalPool(4), { ioThreadsPolicy: 'supplementalPool', ioThreads: { supplementalPoolThreadCount: 4 } }],
])('writes the threads of disks: %#', (ioThreadsPolicy, fields) => {
  expect(domainOf({ memory: Size.gibibytes(1), ioThreadsPolicy })).toEqual({ ...fields, memory: { guest: '1Gi' }, devices: {} });
});

test('writes the machine type', () => {
  expect(domainOf({ memory: Size.gibibytes(1), machineType: 'pc-q35-rhel9.4.0' }).machine).toEqual({ type: 'pc-q35-rhel9.4.0' });
});

test.each<[string, () => unknown, string]>([
  [
    'a CPU model',
    () => CpuModel.named('my model'),
    '[CpuModel.named] modelName is "my model": the name of a CPU model has letters, digits, "-", "_" and "." only. Use a name such as "Cascadelake-Server". (cpu-model-invalid)',
  ],
  [
    'a list of CPUs',
    () => domainOf({ cpu: { realtime: { mask: '0..3' } } }),
    '[shop/vm] cpu.realtime.mask is "0..3": a list of CPUs has numbers and ranges joined by commas, those to leave out behind "^". Use a list such as "0-3,^1". (cpu-list-invalid)',
  ],
  [
    'a pool without threads',
    () => IoThreadsPolicy.supplementalPool(0),
    '[IoThreadsPolicy.supplementalPool] threadCount is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'fractions of sockets',
    () => domainOf({ cpu: { maxSockets: 1.5 } }),
    '[shop/vm] cpu.maxSockets is 1.5: only integers are allowed. Pass an integer. (integer-required)',
  ],
  [
    'memory that is not whole',
    () => domainOf({ maxMemory: Size.kibibytes(1500) }),
    '[shop/vm] maxMemory is 1500 Ki: whole mebibytes only. Use Size.mebibytes(2). (whole-mebibytes)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(act)).toBe(message);
});
