import { Chart, Size, Testing } from 'cdk8s';
import { ClusterProfile, Input, InputBus, SoundModel, VideoType, VirtualMachine, type VirtualMachineProps } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function devicesOf(props: VirtualMachineProps): any {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(4), ...props });
  return Testing.synth(chart)[0].spec.template.spec.domain.devices;
}

test('writes every switch to its field', () => {
  const switches = {
    networkInterfaceMultiqueue: true,
    blockMultiQueue: true,
    autoattachPodInterface: false,
    autoattachGraphicsDevice: true,
    autoattachSerialConsole: false,
    logSerialConsole: true,
    autoattachMemBalloon: false,
    autoattachInputDevice: true,
    useVirtioTransitional: false,
    disableHotplug: true,
  };
  expect(devicesOf({ ...switches, rng: true })).toEqual({ ...switches, rng: {} });
});

test('leaves out what is switched off by its absence', () => {
  expect(devicesOf({ rng: false, downwardMetrics: false })).toEqual({});
});

test('writes inputs and downward metrics', () => {
  expect(devicesOf({ inputs: [Input.tablet(), Input.tablet({ bus: InputBus.VIRTIO, name: 'second' })], downwardMetrics: true })).toEqual({
    inputs: [
      { type: 'tablet', bus: 'usb', name: 'tablet' },
      { type: 'tablet', bus: 'virtio', name: 'second' },
    ],
    downwardMetrics: {},
  });
});

test('writes devices of the host', () => {
  const devices = devicesOf({
    gpus: [{ name: 'gpu', deviceName: 'nvidia.com/TU104GL_Tesla_T4', display: false }],
    hostDevices: [{ name: 'fpga', deviceName: 'devices.example.com/fpga', tag: 'accelerator' }],
  });
  expect(devices).toEqual({
    gpus: [{ name: 'gpu', deviceName: 'nvidia.com/TU104GL_Tesla_T4', virtualGPUOptions: { display: { enabled: false } } }],
    hostDevices: [{ name: 'fpga', deviceName: 'devices.example.com/fpga', tag: 'accelerator' }],
  });
});

test('writes graphics and sound', () => {
  const app = Testing.app();
  ClusterProfile.kubevirt('1.8').applyTo(app);
  const chart = new Chart(app, 'shop');
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1), video: VideoType.VIRTIO, sound: SoundModel.ICH9 });
  expect(chart.toJson()[0].spec.template.spec.domain.devices).toEqual({
    video: { type: 'virtio' },
    sound: { name: 'sound', model: 'ich9' },
  });
});

test.each<[string, VirtualMachineProps, string]>([
  [
    'a resource of nodes',
    { gpus: [{ name: 'gpu', deviceName: 'a b' }] },
    '[shop/vm] gpus[0].deviceName is "a b": the name of a resource of nodes has a domain, "/" and a name. Use the name that the nodes list in status.allocatable. (device-resource-invalid)',
  ],
  [
    'the name of an input device',
    { inputs: [Input.tablet({ name: 'A' })] },
    '[shop/vm] inputs[0].name is "A": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrownBy(() => devicesOf(props))).toBe(message);
});
