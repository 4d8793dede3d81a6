import { Duration, Size, Testing } from 'cdk8s';
import { CloudInit, VirtualMachine, WatchdogDevice } from 'cdk8s-kubevirt';

const INLINE_LIMIT = 2048;

function synthesized(cloudInit: CloudInit, watchdog = false) {
  const chart = Testing.chart();
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, cloudInit, memory: Size.gibibytes(1) });
  if (watchdog) {
    new WatchdogDevice(vm, 'Watchdog', { timeout: Duration.seconds(30) });
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
  - - systemctl
    - daemon-reexec
write_files:
  - path: /etc/modules-load.d/watchdog.conf
    content: |
      i6300esb
  - path: /etc/systemd/system.conf.d/50-watchdog.conf
    content: |
      [Manager]
      RuntimeWatchdogSec=30s
`);
});

test('hands over a script as it is, watchdog or not', () => {
  const script = '#!/bin/sh\nsystemctl enable --now watchdog\n';
  expect(synthesized(CloudInit.fromUserData(script), true).volume.cloudInitNoCloud).toEqual({ userData: script });
});

test('keeps data of just the limit inline, counted in bytes', () => {
  const text = 'ä'.repeat(INLINE_LIMIT / 2);
  const { volume, secrets } = synthesized(CloudInit.fromUserData(text, { networkData: text }));
  expect(volume.cloudInitNoCloud).toEqual({ userData: text, networkData: text });
  expect(secrets).toEqual([]);
});

test('moves user and network data above the limit into Secrets', () => {
  const long = 'x'.repeat(INLINE_LIMIT + 1);
  const { volume, secrets } = synthesized(CloudInit.fromUserData(long, { networkData: long }));
  expect(secrets.map(({ stringData, type }) => ({ stringData, type }))).toEqual([
    { stringData: { userdata: long }, type: 'Opaque' },
    { stringData: { networkdata: long }, type: 'Opaque' },
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
