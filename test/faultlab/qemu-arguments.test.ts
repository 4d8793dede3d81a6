import { type Manifest, ManifestGraph } from '../../src/graph';
import { qemuArguments, type Supplies } from './qemu-arguments';

const SUPPLIES: Supplies = {
  boot: { kernel: '/k', initrd: '/i', commandLine: 'quiet' },
  files: new Map([
    ['root', '/disks/root.img'],
    ['state', '/disks/a,b.img'],
    ['cloudinit', '/disks/seed.iso'],
  ]),
  ports: [{ guest: 8080, host: 1234 }],
  sockets: { monitor: 3, console: 4, agent: 5 },
};

function argumentsFor(spec: Record<string, unknown>): string {
  const manifest: Manifest = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { runStrategy: 'Always', template: { spec } },
  };
  return qemuArguments(new ManifestGraph([manifest]).virtualMachines[0], SUPPLIES).join(' ');
}

const devices = (fields: Record<string, unknown>, domain: Record<string, unknown> = {}) =>
  argumentsFor({ domain: { ...domain, devices: fields } });

test('what every VM has', () => {
  const all = argumentsFor({ domain: { devices: {} } });
  expect(all).toContain('-no-shutdown -accel tcg -machine q35 -cpu max -smp 1 -m 256M -kernel /k -initrd /i -append quiet');
  expect(all).toContain('-chardev socket,id=monitor,fd=3 -mon chardev=monitor,mode=control');
  expect(all).toContain('-chardev socket,id=agent,fd=5 -device virtserialport,chardev=agent,name=org.qemu.guest_agent.0');
  expect(all).not.toMatch(/-drive|i6300esb|pvpanic|rng|-action/);
});

test('machine, processors and memory', () => {
  const domain = { machine: { type: 'pc-q35-rhel9.4.0' }, cpu: { cores: 2, sockets: 2 }, memory: { guest: '1Gi' } };
  expect(devices({}, domain)).toContain('-machine q35 -cpu max -smp 4 -m 1024M');
  expect(devices({}, { resources: { requests: { memory: '512M' } } })).toContain('-m 489M');
  expect(() => devices({}, { memory: { guest: '1e9' } })).toThrow('the lab cannot read the memory 1e9');
});

describe('disks', () => {
  const disks = (disk: Record<string, unknown>, volume: Record<string, unknown>) =>
    argumentsFor({ domain: { devices: { disks: [disk] } }, volumes: [volume] });

  test('that go with the instance', () => {
    const all = disks({ name: 'root', disk: { bus: 'virtio' } }, { name: 'root', containerDisk: { image: 'fedora' } });
    expect(all).toContain(
      '-drive if=none,id=root,file=/disks/root.img,format=raw,snapshot=on,werror=stop,rerror=stop -device virtio-blk-pci,drive=root',
    );
  });

  test('that stay, and are named as they are', () => {
    const all = disks(
      { name: 'state', serial: 'S1', errorPolicy: 'report', disk: { bus: 'scsi' } },
      { name: 'state', dataVolume: { name: 's' } },
    );
    expect(all).toContain('-drive if=none,id=state,file=/disks/a,,b.img,format=raw,werror=report,rerror=report');
    expect(all).toContain('-device virtio-scsi-pci,id=scsi-state -device scsi-hd,bus=scsi-state.0,drive=state,serial=S1');
  });

  test('of cloud-init', () => {
    const all = disks({ name: 'cloudinit', disk: {} }, { name: 'cloudinit', cloudInitNoCloud: { userData: '#cloud-config' } });
    expect(all).toContain('file=/disks/seed.iso,format=raw,readonly=on,werror=stop,rerror=stop -device ide-hd,drive=cloudinit');
  });

  test('that the lab has no file for', () => {
    expect(disks({ name: 'other', disk: {} }, { name: 'other', emptyDisk: { capacity: '1Gi' } })).not.toContain('-drive');
  });
});

test('interfaces', () => {
  const forwards = '-netdev user,id=default,hostfwd=tcp:127.0.0.1:1234-:8080 -device virtio-net-pci,netdev=default,id=nic-default';
  expect(devices({})).toContain(forwards);
  expect(devices({ autoattachPodInterface: false })).not.toContain('-netdev');
  const two = argumentsFor({
    domain: {
      devices: {
        interfaces: [
          { name: 'lan', bridge: {}, model: 'e1000', macAddress: '02:00:00:00:00:01' },
          { name: 'default', masquerade: {} },
        ],
      },
    },
    networks: [
      { name: 'lan', multus: { networkName: 'lan' } },
      { name: 'default', pod: {} },
    ],
  });
  expect(two).toContain('-netdev user,id=lan,restrict=on -device e1000,netdev=lan,id=nic-lan,mac=02:00:00:00:00:01');
  expect(two).toContain(forwards);
});

test('what has to do with failures', () => {
  expect(devices({ watchdog: { name: 'dog', i6300esb: { action: 'poweroff' } } })).toContain(
    '-device i6300esb,id=dog -action watchdog=poweroff',
  );
  expect(devices({ watchdog: { name: 'dog', i6300esb: {} } })).toContain('-action watchdog=reset');
  expect(devices({ panicDevices: [{ model: 'pvpanic' }] })).toContain('-device pvpanic-pci');
  expect(devices({ panicDevices: [{ model: 'isa' }] })).toMatch(/-device pvpanic$/);
  expect(devices({ panicDevices: [{ model: 'hyperv' }] })).toContain('-cpu max,hv-crash');
  expect(devices({ rng: {} })).toContain('-object rng-random,id=rng,filename=/dev/urandom -device virtio-rng-pci,rng=rng');
  expect(devices({}, { rebootPolicy: 'Terminate' })).toMatch(/-action reboot=shutdown$/);
});
