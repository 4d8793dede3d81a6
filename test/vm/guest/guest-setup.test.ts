import { Duration, Size, Testing } from 'cdk8s';
import {
  CloudInit,
  CloudInitDataSource,
  GuestAgentSource,
  ManifestCheck,
  NetworkData,
  VirtualMachine,
  VirtualMachinePool,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

const INLINE_LIMIT = 2048;

function synthesized(cloudInit: CloudInit, watchdog = false, guestAgent?: GuestAgentSource) {
  const chart = Testing.chart();
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, cloudInit, guestAgent, memory: Size.gibibytes(1) });
  if (watchdog) {
    new WatchdogDevice(vm, 'Watchdog', { timeout: Duration.seconds(30), guestCheck: false });
  }
  const objects = chart.toJson();
  const machine = objects.find((object) => object.kind === 'VirtualMachine');
  return {
    volume: machine.spec.template.spec.volumes[0],
    disk: machine.spec.template.spec.domain.devices.disks[0],
    secrets: objects.filter((object) => object.kind === 'Secret'),
  };
}

test('hands over a cloud-config on a disk of its own', () => {
  const { volume, disk, secrets } = synthesized(CloudInit.fromCloudConfig({ packages: ['qemu-guest-agent'] }));
  expect(disk).toEqual({ name: 'cloudinit', disk: { bus: 'virtio' } });
  expect(volume).toEqual({
    name: 'cloudinit',
    cloudInitNoCloud: { userData: '#cloud-config\npackages:\n  - qemu-guest-agent\n' },
  });
  expect(secrets).toEqual([]);
});

test('merges what a watchdog needs behind what the user wrote', () => {
  const { volume } = synthesized(CloudInit.fromCloudConfig({ runcmd: [['echo', 'hello']] }), true);
  expect(volume.cloudInitNoCloud.userData).toBe(`#cloud-config
runcmd:
  - - echo
    - hello
  - - modprobe
    - i6300esb
  - - udevadm
    - control
    - --reload
  - - udevadm
    - trigger
    - --settle
    - --subsystem-match=watchdog
  - - systemctl
    - daemon-reexec
write_files:
  - path: /etc/modules-load.d/watchdog.conf
    content: |
      i6300esb
  - path: /etc/udev/rules.d/60-watchdog.rules
    content: |
      SUBSYSTEM=="watchdog", ATTR{identity}=="i6300ESB timer", ATTR{nowayout}="1", SYMLINK+="watchdog-kubevirt"
  - path: /etc/systemd/system.conf.d/50-watchdog.conf
    content: |
      [Manager]
      RuntimeWatchdogSec=30s
      WatchdogDevice=/dev/watchdog-kubevirt
`);
});

test('hands over a script as it is, watchdog or not', () => {
  const script = '#!/bin/sh\nsystemctl enable --now watchdog\n';
  expect(synthesized(CloudInit.fromUserData(script), true).volume.cloudInitNoCloud).toEqual({ userData: script });
});

test('keeps data of just the limit inline, counted in bytes', () => {
  const text = `#${'ä'.repeat(INLINE_LIMIT / 2 - 1)}\n`;
  const { volume, secrets } = synthesized(CloudInit.fromUserData(text, { networkData: NetworkData.fromText(text) }));
  expect(volume.cloudInitNoCloud).toEqual({ userData: text, networkData: text });
  expect(secrets).toEqual([]);
});

test('moves user and network data above the limit into Secrets', () => {
  const long = 'x'.repeat(INLINE_LIMIT + 1);
  const network = `version: 2 # ${long}`;
  const { volume, secrets } = synthesized(CloudInit.fromUserData(long, { networkData: NetworkData.fromText(network) }));
  expect(secrets.map(({ stringData, type }) => ({ stringData, type }))).toEqual([
    { stringData: { userdata: long }, type: 'Opaque' },
    { stringData: { networkdata: network }, type: 'Opaque' },
  ]);
  expect(volume.cloudInitNoCloud).toEqual({
    secretRef: { name: secrets[0].metadata.name },
    networkDataSecretRef: { name: secrets[1].metadata.name },
  });
});

test('moves data into a Secret that a device has made too long', () => {
  const config = { bootcmd: [['echo', 'x'.repeat(INLINE_LIMIT - 100)]] };
  expect(synthesized(CloudInit.fromCloudConfig(config)).secrets).toHaveLength(0);
  const { secrets } = synthesized(CloudInit.fromCloudConfig(config), true);
  expect(secrets).toHaveLength(1);
  expect(secrets[0].stringData.userdata).toContain('RuntimeWatchdogSec=30s');
});

test('keeps short data in Secrets when it is told to, with what devices need', () => {
  const config = { runcmd: [['echo', 'hello']] };
  const cloudInit = CloudInit.fromCloudConfig(config, { networkData: NetworkData.fromText('version: 2\n'), inSecret: true });
  const { volume, secrets } = synthesized(cloudInit, true, GuestAgentSource.CLOUD_INIT);
  expect(volume.cloudInitNoCloud).toEqual({
    secretRef: { name: secrets[0].metadata.name },
    networkDataSecretRef: { name: secrets[1].metadata.name },
  });
  expect(secrets.map(({ stringData }) => Object.keys(stringData))).toEqual([['userdata'], ['networkdata']]);
  expect(secrets[0].stringData.userdata).toBe(
    synthesized(CloudInit.fromCloudConfig(config), true, GuestAgentSource.CLOUD_INIT).volume.cloudInitNoCloud.userData,
  );
  expect(secrets[0].stringData.userdata).toContain('qemu-guest-agent');
  expect(secrets[1].stringData.networkdata).toBe('version: 2\n');
});

test('makes no Secret for data that is in one already', () => {
  const secret = Secret.fromSecretName(Testing.chart(), 'secret', 'web');
  const { volume, secrets } = synthesized(
    CloudInit.fromSecret(secret, { networkData: NetworkData.fromText('version: 2\n'), inSecret: true }),
  );
  expect(volume.cloudInitNoCloud).toEqual({ secretRef: { name: 'web' }, networkDataSecretRef: { name: secrets[0].metadata.name } });
  expect(secrets.map(({ stringData }) => stringData)).toEqual([{ networkdata: 'version: 2\n' }]);
});

test('makes no Secret for network data that there is none of', () => {
  const { secrets } = synthesized(CloudInit.fromUserData('#!/bin/sh\n', { inSecret: true }));
  expect(secrets.map(({ stringData }) => stringData)).toEqual([{ userdata: '#!/bin/sh\n' }]);
});

test.each([[false], [true]])('a password is readable unless it is in a Secret: %p', (inSecret) => {
  const chart = Testing.chart();
  new VirtualMachine(chart, 'vm', {
    memory: Size.gibibytes(1),
    cloudInit: CloudInit.fromCloudConfig({ users: ['default', { name: 'admin', plain_text_passwd: 'geheim' }] }, { inSecret }),
  });
  const found = ManifestCheck.findings(chart).map(({ code, message }) => `${code}: ${message}`);
  const expected =
    'guest-password-readable: it holds credentials (users[1].plain_text_passwd), and everybody who may look at VMs can read them';
  expect(found).toEqual(inSecret ? [] : [expected]);
});

test('keeps the data of a pool in a Secret', () => {
  const chart = Testing.chart();
  new VirtualMachinePool(chart, 'pool', {
    memory: Size.gibibytes(1),
    cloudInit: CloudInit.fromCloudConfig({}, { inSecret: true }),
    watchdog: {},
  });
  const [secret, pool] = ['Secret', 'VirtualMachinePool'].map((kind) => chart.toJson().find((object) => object.kind === kind));
  expect(pool.spec.virtualMachineTemplate.spec.template.spec.volumes).toEqual([
    { name: 'cloudinit', cloudInitNoCloud: { secretRef: { name: secret.metadata.name } } },
  ]);
  expect(secret.stringData.userdata).toContain('RuntimeWatchdogSec');
});

test('hands over a config drive, its Secrets too', () => {
  const long = 'x'.repeat(INLINE_LIMIT + 1);
  const { volume, secrets } = synthesized(CloudInit.fromUserData(long, { dataSource: CloudInitDataSource.CONFIG_DRIVE }));
  expect(volume).toEqual({ name: 'cloudinit', cloudInitConfigDrive: { secretRef: { name: secrets[0].metadata.name } } });
});

test('refers to Secrets that exist, watchdog or not', () => {
  const chart = Testing.chart();
  const secret = (name: string) => Secret.fromSecretName(chart, name, name);
  const networkData = NetworkData.fromSecret(secret('network'));
  const { volume, secrets } = synthesized(CloudInit.fromSecret(secret('web'), { networkData }), true);
  expect(volume.cloudInitNoCloud).toEqual({ secretRef: { name: 'web' }, networkDataSecretRef: { name: 'network' } });
  expect(secrets).toEqual([]);
});

test('does not install a package twice', () => {
  const { volume } = synthesized(CloudInit.fromCloudConfig({ packages: ['qemu-guest-agent'] }), false, GuestAgentSource.CLOUD_INIT);
  expect(volume.cloudInitNoCloud.userData.match(/- qemu-guest-agent\n/g)).toHaveLength(2);
});

test('refuses a module that is no list, where a list is merged into', () => {
  expect(thrownBy(() => CloudInit.fromCloudConfig({ runcmd: 'reboot' }))).toBe(
    '[CloudInit.fromCloudConfig] config.runcmd is a text of 6 characters: cloud-init takes a list here. Put it into a list. (cloud-config-list-required)',
  );
});

test("refuses cloud-init's network format on a config drive", () => {
  const options = { dataSource: CloudInitDataSource.CONFIG_DRIVE, networkData: NetworkData.fromEthernets([{ name: 'enp1s0' }]) };
  expect(thrownBy(() => CloudInit.fromSettings({}, options))).toBe(
    "[CloudInit.fromSettings] options.networkData is NetworkData.fromEthernets: a config drive takes OpenStack's format only. Use CloudInitDataSource.NO_CLOUD, or NetworkData.fromText with the JSON of OpenStack. (network-data-format)",
  );
});
