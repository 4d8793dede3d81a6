import { ApiObject, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  Architecture,
  VirtualMachine,
  VirtualMachineGroup,
  VirtualMachinePool,
  WatchdogAction,
  WatchdogArming,
  WatchdogDevice,
  type WatchdogDeviceProps,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function machine(architecture?: Architecture) {
  const chart = new Chart(Testing.app(), 'shop');
  return { chart, vm: new VirtualMachine(chart, 'web', { architecture, metadata: { name: 'web' } }) };
}

function synthesized(props?: WatchdogDeviceProps, architecture?: Architecture) {
  const { vm } = machine(architecture);
  new WatchdogDevice(vm, 'Watchdog', props);
  const manifest = ApiObject.of(vm).toJson();
  return { manifest, spec: manifest.spec.template.spec };
}

test('is an Intel 6300ESB that powers the VM off, on amd64', () => {
  expect(synthesized().spec.domain.devices.watchdog).toEqual({ name: 'watchdog', i6300esb: { action: 'poweroff' } });
});

test('is the same as an option of a VM, of a group and of a pool', () => {
  const devices = { name: 'watchdog', i6300esb: { action: 'reset' } };
  const options = { memory: Size.gibibytes(1), watchdog: { action: WatchdogAction.RESET } };
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'web', options);
  new VirtualMachineGroup(chart, 'db', { ...options, size: 1 });
  new VirtualMachinePool(chart, 'workers', options);
  const specs = chart.toJson().map(({ spec }) => (spec.virtualMachineTemplate?.spec ?? spec).template.spec);
  expect(specs.map(({ domain }) => domain.devices.watchdog)).toEqual([devices, devices, devices]);
  expect(specs.every(({ volumes }) => volumes[0].cloudInitNoCloud.userData.includes('RuntimeWatchdogSec=60s'))).toBe(true);
});

test('is refused beside the one of the options', () => {
  const vm = new VirtualMachine(new Chart(Testing.app(), 'shop'), 'web', { watchdog: {} });
  expect(() => new WatchdogDevice(vm, 'Watchdog')).toThrow('(watchdog-twice)');
});

test('is a diag288 on s390x, with its driver in the guest', () => {
  const { spec } = synthesized({ action: WatchdogAction.RESET, name: 'mywatchdog' }, Architecture.S390X);
  expect(spec.domain.devices.watchdog).toEqual({ name: 'mywatchdog', diag288: { action: 'reset' } });
  expect(spec.volumes[0].cloudInitNoCloud.userData).toContain('- modprobe\n    - diag288_wdt\n');
});

test('brings a check of itself into the guest', () => {
  const { userData } = synthesized({ timeout: Duration.seconds(30) }).spec.volumes[0].cloudInitNoCloud;
  expect(userData).toContain(`path: ${WatchdogDevice.CHECK_PATH}\n    permissions: "0755"\n`);
  expect(userData).toContain('ExecStart=/usr/local/sbin/vm-watchdog-check\n');
  expect(userData).toContain('    - enable\n    - --now\n    - --no-block\n    - vm-watchdog-check.service\n');
});

test('brings no check when none is wanted', () => {
  const { userData } = synthesized({ guestCheck: false }).spec.volumes[0].cloudInitNoCloud;
  expect(userData).not.toContain('vm-watchdog-check');
});

test('leaves the guest alone when the image arms the watchdog', () => {
  const { manifest, spec } = synthesized({ arming: WatchdogArming.IMAGE });
  expect(spec.volumes).toBeUndefined();
  expect(manifest.metadata.annotations).toEqual({ 'cdk8s-kubevirt/watchdog-armed-by': 'image' });
});

test.each([
  [
    'a timeout that the i6300esb driver does not take',
    { timeout: Duration.seconds(2047) },
    Architecture.AMD64,
    '[shop/web/Watchdog] timeout is 2047 s: the value must be between 1 and 2046 s. Pass 2046 s or less. (out-of-range)',
  ],
  [
    'a timeout that the diag288 driver does not take',
    { timeout: Duration.seconds(14) },
    Architecture.S390X,
    '[shop/web/Watchdog] timeout is 14 s: the value must be between 15 and 3600 s. Pass 15 s or more. (out-of-range)',
  ],
  [
    'a name that is no DNS label',
    { name: 'My Watchdog' },
    Architecture.AMD64,
    '[shop/web/Watchdog] name is "My Watchdog": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
  ],
])('refuses %s', (_name, props, architecture, message) => {
  const { vm } = machine(architecture);
  expect(thrownBy(() => new WatchdogDevice(vm, 'Watchdog', props))).toBe(message);
});

test('refuses a second watchdog', () => {
  const { vm } = machine();
  new WatchdogDevice(vm, 'Watchdog');
  expect(thrownBy(() => new WatchdogDevice(vm, 'Another'))).toBe(
    '[shop/web/Another] vm is shop/web, which has a watchdog already: a VM has one watchdog. Remove one of the two. (watchdog-twice)',
  );
});

test('is refused at synth on arm64, where KubeVirt has no watchdog', () => {
  const { chart, vm } = machine(Architecture.ARM64);
  new WatchdogDevice(vm, 'Watchdog');
  expect(thrownBy(() => Testing.synth(chart))).toContain('(fails at start: watchdog-');
});
