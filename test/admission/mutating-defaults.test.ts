import { ClusterProfile } from 'cdk8s-kubevirt';
import {
  CLONE_DEFAULTS,
  HOTPLUG_DEFAULTS,
  INSTANCE_DEFAULTS,
  INSTANCE_METADATA_DEFAULTS,
  MACHINE_DEFAULTS,
  MIGRATION_DEFAULTS,
  type MutatingDefault,
  TEMPLATE_METADATA_DEFAULTS,
  withDefaults,
} from '../../src/admission';

interface Around {
  readonly release?: string;
  readonly architecture?: string;
  readonly configuration?: object;
  readonly defaults?: readonly MutatingDefault[];
}

function filledIn(
  spec: object,
  { release = '1.9', architecture = 'amd64', configuration = {}, defaults = INSTANCE_DEFAULTS }: Around = {},
) {
  return withDefaults(spec, defaults, { architecture, configuration, cluster: ClusterProfile.kubevirt(release) });
}

test('a small VM', () => {
  const given = { domain: { memory: { guest: '2Gi' }, devices: {} }, volumes: [{ name: 'root', containerDisk: { image: 'fedora' } }] };
  expect(filledIn(given)).toEqual({
    architecture: 'amd64',
    domain: {
      machine: { type: 'q35' },
      memory: { guest: '2Gi' },
      cpu: { sockets: 1, cores: 1, threads: 1, model: 'host-model' },
      features: { acpi: { enabled: true } },
      devices: { disks: [{ name: 'root', disk: { bus: 'sata' } }], interfaces: [{ name: 'default', bridge: {} }] },
    },
    evictionStrategy: 'None',
    networks: [{ name: 'default', pod: {} }],
    volumes: [{ name: 'root', containerDisk: { image: 'fedora', imagePullPolicy: 'Always' } }],
  });
  expect(given.domain).toEqual({ memory: { guest: '2Gi' }, devices: {} });
});

test('what is written stays', () => {
  const spec = {
    architecture: 'amd64',
    domain: {
      machine: { type: 'pc-q35-rhel9.6.0' },
      cpu: { cores: 2, model: 'host-passthrough' },
      memory: { guest: '4Gi' },
      features: { acpi: { enabled: false } },
      devices: {
        disks: [{ name: 'root', disk: { bus: 'virtio' } }],
        interfaces: [{ name: 'default', masquerade: {} }],
        watchdog: { name: 'watchdog', i6300esb: { action: 'poweroff' } },
      },
    },
    evictionStrategy: 'LiveMigrate',
    networks: [{ name: 'default', pod: {} }],
    volumes: [{ name: 'root', dataVolume: { name: 'root' } }],
  };
  expect(filledIn(spec)).toEqual(spec);
});

test('an empty strategy for evictions stays', () => {
  expect(filledIn({ evictionStrategy: '', domain: { devices: {} } }).evictionStrategy).toBe('');
});

test('devices, probes and timers', () => {
  const spec = {
    readinessProbe: { tcpSocket: { port: 80 }, periodSeconds: 0, failureThreshold: 5 },
    domain: {
      clock: { timer: { hpet: {}, kvm: { present: false } } },
      devices: {
        autoattachPodInterface: false,
        disks: [
          { name: 'cd', cdrom: {} },
          { name: 'lun', lun: {} },
        ],
        inputs: [{ name: 'pointer' }],
        watchdog: { name: 'watchdog' },
      },
    },
  };
  const { domain, readinessProbe, networks } = filledIn(spec);
  expect(readinessProbe).toEqual({
    tcpSocket: { port: 80 },
    periodSeconds: 10,
    failureThreshold: 5,
    timeoutSeconds: 1,
    successThreshold: 1,
  });
  expect(domain.clock.timer).toEqual({ hpet: { present: true }, kvm: { present: false } });
  expect(domain.devices).toEqual({
    autoattachPodInterface: false,
    disks: [
      { name: 'cd', cdrom: { readonly: true, tray: 'closed', bus: 'sata' } },
      { name: 'lun', lun: { bus: 'sata' } },
    ],
    inputs: [{ name: 'pointer', bus: 'usb', type: 'tablet' }],
    watchdog: { name: 'watchdog', i6300esb: { action: 'reset' } },
  });
  expect(networks).toBeUndefined();
});

test('features of Hyper-V switch on what they need', () => {
  const hyperv = { evmcs: {}, synictimer: { direct: {} }, spinlocks: {} };
  const { domain } = filledIn({ domain: { features: { hyperv }, devices: {} } });
  expect(domain.features.hyperv).toEqual({
    evmcs: { enabled: true },
    vapic: { enabled: true },
    synictimer: { enabled: true, direct: { enabled: true } },
    synic: { enabled: true },
    vpindex: { enabled: true },
    spinlocks: { enabled: true, spinlocks: 4096 },
  });
  expect(domain.cpu.features).toEqual([{ name: 'vmx', policy: 'require' }]);
});

test.each([
  ['1.7', { bootloader: { efi: { secureBoot: false } } }, {}],
  ['1.7', { bootloader: { efi: {} } }, { firmware: { bootloader: { efi: {} } } }],
  ['1.8', { bootloader: { efi: { secureBoot: false } } }, {}],
  ['1.8', { bootloader: { efi: { secureBoot: false } } }, { firmware: { bootloader: { efi: {} } } }],
])('arm64 in %s boots with %j', (release, firmware, domain) => {
  const filled = filledIn({ domain: { ...domain, devices: { disks: [{ name: 'root', disk: {} }] } } }, { release, architecture: 'arm64' });
  expect(filled.domain.firmware).toEqual(firmware);
  expect(filled.domain.cpu.model).toBe('host-passthrough');
  expect(filled.domain.machine).toEqual({ type: 'virt' });
  expect(filled.domain.devices.disks).toEqual([{ name: 'root', disk: { bus: 'virtio' } }]);
});

test('s390x has no ACPI and another watchdog', () => {
  const { domain } = filledIn({ domain: { devices: { watchdog: { name: 'w' } } } }, { architecture: 's390x' });
  expect(domain.features).toEqual({ acpi: { enabled: false } });
  expect(domain.devices.watchdog).toEqual({ name: 'w', diag288: { action: 'reset' } });
  expect(domain.machine).toEqual({ type: 's390-ccw-virtio' });
});

test('CPUs and memory from requests and limits', () => {
  const resources = { limits: { cpu: '2500m', memory: '0' }, requests: { memory: '3Gi' } };
  const { domain } = filledIn({ domain: { resources, devices: {} } });
  expect(domain.cpu).toEqual({ sockets: 3, cores: 1, threads: 1, model: 'host-model' });
  expect(domain.resources.requests).toEqual({ memory: '3Gi', cpu: '2500m' });
  expect(domain.memory).toEqual({ guest: '3Gi' });
});

test.each([
  ['1.5', '2Gi'],
  ['1.6', undefined],
])('KubeVirt %s requests memory of %s', (release, memory) => {
  const { domain } = filledIn({ domain: { memory: { guest: '2Gi' }, devices: {} } }, { release });
  expect(domain.resources?.requests?.memory).toBe(memory);
});

test('the KubeVirt object has a say', () => {
  const configuration = {
    evictionStrategy: 'LiveMigrate',
    cpuModel: 'Cascadelake-Server',
    network: { defaultNetworkInterface: 'masquerade' },
    architectureConfiguration: { amd64: { machineType: 'pc-q35-rhel9.6.0' } },
  };
  const filled = filledIn({ domain: { devices: {} } }, { configuration });
  expect(filled.evictionStrategy).toBe('LiveMigrate');
  expect(filled.domain.cpu.model).toBe('Cascadelake-Server');
  expect(filled.domain.machine.type).toBe('pc-q35-rhel9.6.0');
  expect(filled.domain.devices.interfaces).toEqual([{ name: 'default', masquerade: {} }]);
});

test.each([
  [{ memory: { guest: '2Gi' } }, 4, String(8 * 1024 ** 3)],
  [{ memory: { guest: '512Mi' } }, 4, undefined],
  [{ memory: { guest: '2Gi' }, launchSecurity: { sev: {} } }, 4, undefined],
  [{ memory: { guest: '2Gi', maxGuest: '3Gi' }, cpu: { sockets: 100, cores: 4, threads: 1 } }, 128, '3Gi'],
])('a running VM of %j may grow', (domain, maxSockets, maxGuest) => {
  const filled = filledIn({ domain: { ...domain, devices: {} } }, { defaults: [...INSTANCE_DEFAULTS, ...HOTPLUG_DEFAULTS] });
  expect([filled.domain.cpu.maxSockets, filled.domain.memory.maxGuest]).toEqual([maxSockets, maxGuest]);
});

test('the stored VM has a machine type, and a UUID and a serial number that nobody knows before', () => {
  const given = { domain: { devices: {}, memory: { guest: '2Gi' } } };
  expect(filledIn(given, { defaults: MACHINE_DEFAULTS })).toEqual({
    architecture: 'amd64',
    domain: { ...given.domain, machine: { type: 'q35' } },
  });
  expect(MACHINE_DEFAULTS.map(({ field }) => field)).toContain('domain.firmware.uuid');
});

test('a clone gets a target, with a name that nobody knows before', () => {
  const source = { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'shop' };
  expect(filledIn({ spec: { source } }, { defaults: CLONE_DEFAULTS })).toEqual({
    spec: { source, target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine' } },
  });
  const own = { spec: { source, target: { kind: 'VirtualMachine', name: 'copy' } } };
  expect(filledIn(own, { defaults: CLONE_DEFAULTS })).toEqual(own);
});

test('a migration is labelled with its instance, whatever it says, and finalized by KubeVirt', () => {
  const metadata = { name: 'move', labels: { tier: 'web', 'kubevirt.io/vmi-name': 'other' } };
  expect(filledIn({ metadata, spec: { vmiName: 'shop' } }, { defaults: MIGRATION_DEFAULTS })).toEqual({
    metadata: { name: 'move', labels: { tier: 'web', 'kubevirt.io/vmi-name': 'shop' }, finalizers: ['kubevirt.io/migrationJobFinalize'] },
    spec: { vmiName: 'shop' },
  });
});

test.each([
  ['1.8', 'amd64', 'q35', 'v3'],
  ['1.8', 'arm64', 'virt', 'v3'],
  ['1.8', 's390x', 's390-ccw-virtio', undefined],
  ['1.8', 'amd64', 'pc-i440fx', undefined],
  ['1.5', 'amd64', 'q35', undefined],
])('KubeVirt %s writes for %s with %s that the PCI topology is %s', (release, architecture, type, version) => {
  const spec = { domain: { machine: { type } } };
  const instance = filledIn({ metadata: {}, spec }, { release, architecture, defaults: INSTANCE_METADATA_DEFAULTS });
  const machine = filledIn({ spec: { template: { spec } } }, { release, architecture, defaults: TEMPLATE_METADATA_DEFAULTS });
  const annotations = version && { 'kubevirt.io/pci-topology-version': version };
  expect(instance.metadata).toEqual({ annotations, finalizers: ['kubevirt.io/foregroundDeleteVirtualMachine'] });
  expect(machine.spec.template.metadata).toEqual(annotations && { annotations });
});
