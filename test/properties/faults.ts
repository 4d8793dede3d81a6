import { ApiObject, Duration, JsonPatch, Size } from 'cdk8s';
import {
  AccessCredential,
  Architecture,
  CloudInit,
  CloudInitDataSource,
  Disk,
  HighlyAvailableVM,
  MachineHealthCheck,
  NetworkData,
  NetworkInterface,
  Probe,
  ProbedService,
  RouteTls,
  RunStrategy,
  StickyRoute,
  VirtualMachine,
  WatchdogArming,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, Secret } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { BuiltApp } from './build-app';
import { COMPUTE_FAULTS } from './compute-faults';
import { DISK_FAULTS } from './disk-faults';
import { GROUP_FAULTS } from './groups-faults';
import { NODE_FAULTS } from './node-faults';
import { PROTECTION_FAULTS } from './protection-faults';
import { TRAFFIC_FAULTS } from './traffic-faults';

/** One mistake in an app that is valid otherwise. */
export interface Fault {
  /** The code that the app has to be refused with. */
  readonly code: string;
  /** The release of KubeVirt that has the field with the fault: an older one drops it, and refuses nothing. */
  readonly since?: string;
  /** What is done to the app; it may throw, or leave it to the synth. */
  readonly plant: (built: BuiltApp) => void;
}

const size = Size.gibibytes(1);
const VMI = '/spec/template/spec';

function patch(code: string, path: string, value: unknown): Fault {
  return { code, plant: ({ vms }) => add(vms[0], path, value) };
}

function add(construct: Construct, path: string, value: unknown): void {
  ApiObject.of(construct).addJsonPatch(JsonPatch.add(path, value));
}

/** Faults of one argument, thrown at the call. */
const ARGUMENT_FAULTS: readonly Fault[] = [
  { code: 'whole-seconds', plant: ({ chart }) => new VirtualMachine(chart, 'x', { terminationGracePeriod: Duration.millis(1500) }) },
  { code: 'whole-mebibytes', plant: ({ chart }) => new VirtualMachine(chart, 'x', { memory: Size.kibibytes(1500) }) },
  { code: 'integer-required', plant: ({ chart }) => new VirtualMachine(chart, 'x', { cpu: { cores: 1.5 } }) },
  { code: 'out-of-range', plant: ({ vms }) => new WatchdogDevice(vms[0], 'y', { timeout: Duration.hours(2) }) },
  { code: 'watchdog-twice', plant: ({ vms: [vm] }) => ['x', 'y'].map((id) => new WatchdogDevice(vm, id)) },
  { code: 'run-strategy-without-restart', plant: ({ chart }) => new HighlyAvailableVM(chart, 'x', { runStrategy: RunStrategy.ONCE }) },
  {
    code: 'boot-exceeds-objective',
    plant: ({ chart }) => new HighlyAvailableVM(chart, 'x', { bootTime: Duration.minutes(9), recoveryObjective: Duration.minutes(9) }),
  },
  { code: 'label-value-invalid', plant: ({ chart }) => new HighlyAvailableVM(chart, 'x', { group: 'a b' }) },
  { code: 'dns-label-required', plant: ({ vms }) => vms[0].addDisk(Disk.blank('Data', { size })) },
  { code: 'disk-serial-invalid', plant: ({ vms }) => vms[0].addDisk(Disk.blank('x', { size, serial: 'a b' })) },
  { code: 'disk-url-invalid', plant: ({ vms }) => vms[0].addDisk(Disk.fromHttp('x', { size, url: 'ftp://a' })) },
  { code: 'mac-address-invalid', plant: ({ vms }) => vms[0].addInterface(NetworkInterface.bridge({ macAddress: '02' })) },
  { code: 'interface-name-invalid', plant: ({ vms }) => vms[0].addInterface(NetworkInterface.bridge({ name: 'a.b' })) },
  { code: 'pci-address-invalid', plant: ({ vms }) => vms[0].addInterface(NetworkInterface.sriov('x', { pciAddress: '1' })) },
  { code: 'ip-prefix-invalid', plant: ({ vms }) => vms[0].addInterface(NetworkInterface.masquerade({ guestCidr: 'fd::/8' })) },
  {
    code: 'ipv4-address-invalid',
    plant: ({ vms }) => vms[0].addInterface(NetworkInterface.bridge({ dhcpOptions: { ntpServers: ['a'] } })),
  },
  { code: 'ip-address-invalid', plant: () => NetworkData.fromEthernets([{ name: 'a', nameservers: ['b'] }]) },
  { code: 'ethernet-name-invalid', plant: () => NetworkData.fromEthernets([{ name: 'a b' }]) },
  { code: 'ethernet-name-twice', plant: () => NetworkData.fromEthernets([{ name: 'a' }, { name: 'a' }]) },
  { code: 'hostname-invalid', plant: () => CloudInit.fromSettings({ hostname: '-a' }) },
  { code: 'password-not-hashed', plant: () => CloudInit.fromSettings({ passwordHash: 'secret' }) },
  { code: 'guest-path-relative', plant: () => CloudInit.fromSettings({ files: [{ path: 'a', content: '' }] }) },
  { code: 'permissions-invalid', plant: () => CloudInit.fromSettings({ files: [{ path: '/a', content: '', permissions: '9' }] }) },
  { code: 'guest-command-empty', plant: () => CloudInit.fromSettings({ commands: [[]] }) },
  { code: 'cloud-config-module-twice', plant: () => CloudInit.fromSettings({ user: 'a', otherModules: { user: 'b' } }) },
  { code: 'cloud-config-list-required', plant: () => CloudInit.fromCloudConfig({ packages: 'nginx' }) },
  {
    code: 'network-data-format',
    plant: () => CloudInit.fromUserData('', { dataSource: CloudInitDataSource.CONFIG_DRIVE, networkData: NetworkData.fromEthernets([]) }),
  },
  {
    code: 'credential-users-missing',
    plant: ({ chart }) => {
      const secret = Secret.fromSecretName(chart, 'keys', 'keys');
      new VirtualMachine(chart, 'x', { accessCredentials: [AccessCredential.sshKeyThroughGuestAgent(secret, [])] });
    },
  },
  { code: 'probe-path-relative', plant: ({ chart }) => new VirtualMachine(chart, 'x', { liveness: Probe.fromHttpGet('a', { port: 1 }) }) },
  { code: 'probe-command-empty', plant: ({ chart }) => new VirtualMachine(chart, 'x', { liveness: Probe.fromCommand([]) }) },
  { code: 'pod-label-conflict', plant: ({ vms: [vm] }) => vm.addPodLabel('cdk8s-kubevirt/vm', 'another') },
  { code: 'vms-missing', plant: ({ chart }) => new ProbedService(chart, 'x', { vms: [], ports: [{ name: 'a', port: 1 }] }) },
  { code: 'ports-missing', plant: ({ chart, vms }) => new ProbedService(chart, 'x', { vms, ports: [] }) },
  { code: 'port-name-twice', plant: ({ service }) => service.bind(81, { name: 'http' }) },
  { code: 'port-number-twice', plant: ({ service }) => service.bind(80, { name: 'again' }) },
  { code: 'port-name-invalid', plant: ({ service }) => service.bind(81, { name: 'A B' }) },
  { code: 'max-unhealthy-zero', plant: ({ chart }) => new MachineHealthCheck(chart, 'x', { maxUnhealthy: '0%' }) },
];

/** Faults that relate fields or objects, or that come through a JSON patch: refused at synth. */
const MANIFEST_FAULTS: readonly Fault[] = [
  patch('run-strategy-not-exactly-one', '/spec/running', true),
  patch('vm-field-value-unknown', `${VMI}/evictionStrategy`, 'Sometimes'),
  patch('field-type-wrong', `${VMI}/readinessProbe/periodSeconds`, '20'),
  patch('probe-handler-not-exactly-one', `${VMI}/readinessProbe/exec`, { command: ['true'] }),
  patch('liveness-success-threshold', `${VMI}/livenessProbe`, { guestAgentPing: {}, successThreshold: 2 }),
  patch('network-without-interface', `${VMI}/networks`, [
    { name: 'default', pod: {} },
    { name: 'x', multus: { networkName: 'x' } },
  ]),
  patch('reserved-label', '/spec/template/metadata/labels/kubevirt.io~1nodeName', 'x'),
  patch('topology-spread-invalid', `${VMI}/topologySpreadConstraints`, [
    { maxSkew: 0, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway' },
  ]),
  patch('manifest-not-rendered', '/spec/no/such/place', 1),
  { code: 'field-required', plant: ({ vms: [vm] }) => ApiObject.of(vm).addJsonPatch(JsonPatch.remove('/spec/template')) },
  {
    code: 'readiness-missing-behind-service',
    plant: ({ chart, service, vms: [vm] }) => {
      ApiObject.of(vm).addJsonPatch(JsonPatch.remove(`${VMI}/readinessProbe`));
      service.addVirtualMachine(new VirtualMachine(chart, 'x', { memory: size, readiness: Probe.fromTcpSocket({ port: 80 }) }));
    },
  },
  { code: 'disk-name-duplicate', plant: ({ vms: [vm] }) => ['a', 'b'].map(() => vm.addDisk(Disk.blank('same', { size }))) },
  {
    code: 'boot-order-invalid',
    plant: ({ vms: [vm] }) => ['x', 'y'].map((name) => vm.addDisk(Disk.blank(name, { size, bootOrder: 77 }))),
  },
  {
    code: 'live-migrate-blocked',
    plant: ({ chart }) => {
      const disk = Disk.blank('x', { size, accessMode: PersistentVolumeAccessMode.READ_WRITE_ONCE });
      const vm = new HighlyAvailableVM(chart, 'x', { memory: size, disks: [disk] });
      new WatchdogDevice(vm, 'y');
    },
  },
  {
    code: 'live-migrate-blocked',
    plant: ({ chart }) => {
      const vm = new HighlyAvailableVM(chart, 'x', { memory: size, interfaces: [NetworkInterface.bridge()] });
      new WatchdogDevice(vm, 'y');
    },
  },
  { code: 'ha-guest-hang-undetected', plant: ({ chart }) => new HighlyAvailableVM(chart, 'x', { memory: size }) },
  { code: 'memory-not-requested', plant: ({ chart }) => new VirtualMachine(chart, 'x') },
  {
    code: 'watchdog-architecture',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', { memory: size, architecture: Architecture.ARM64 });
      new WatchdogDevice(vm, 'y', { arming: WatchdogArming.IMAGE });
    },
  },
  {
    code: 'cloud-init-too-long',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', { memory: size, cloudInit: CloudInit.fromUserData('#!/bin/sh\n') });
      add(vm, `${VMI}/volumes/0/cloudInitNoCloud/userData`, 'x'.repeat(3000));
    },
  },
  {
    code: 'probe-port-not-forwarded',
    plant: ({ chart }) =>
      new VirtualMachine(chart, 'x', {
        memory: size,
        interfaces: [NetworkInterface.masquerade({ ports: [{ port: 22 }] })],
        liveness: Probe.fromTcpSocket({ port: 23, initialDelay: Duration.minutes(5) }),
      }),
  },
  {
    code: 'service-port-not-forwarded',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', {
        memory: size,
        interfaces: [NetworkInterface.masquerade({ ports: [{ port: 22 }] })],
        readiness: Probe.fromTcpSocket({ port: 22 }),
      });
      new ProbedService(chart, 'y', { vms: [vm], ports: [{ name: 'a', port: 23 }] });
    },
  },
  {
    code: 'acpi-index-invalid',
    plant: ({ vms: [vm] }) => ['x', 'y'].map((name) => vm.addInterface(NetworkInterface.sriov(name, { acpiIndex: 16000 }))),
  },
  {
    code: 'dhcp-options-invalid',
    plant: ({ vms: [vm] }) => {
      const privateOptions = ['a', 'b'].map((value) => ({ code: 224, value }));
      vm.addInterface(NetworkInterface.multus('x', { dhcpOptions: { privateOptions } }));
    },
  },
  {
    code: 'interface-port-ranges-invalid',
    since: '1.9',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', { memory: size, interfaces: [NetworkInterface.masquerade()] });
      add(vm, `${VMI}/domain/devices/interfaces/0/portRanges`, [{ start: 2, end: 1, protocol: 'TCP' }]);
    },
  },
  {
    code: 'mac-address-duplicate',
    plant: ({ chart }) => {
      const interfaces = [NetworkInterface.multus('x', { macAddress: '02:48:09:00:00:00' })];
      ['x', 'y'].map((id) => new VirtualMachine(chart, id, { memory: size, interfaces }));
    },
  },
  {
    code: 'route-port-missing',
    plant: ({ chart, service }) =>
      add(new StickyRoute(chart, 'x', { service, port: 'http', host: 'x.example.com' }), '/spec/port/targetPort', 80),
  },
  {
    code: 'route-cookie-on-passthrough',
    plant: ({ chart, service }) => {
      const route = new StickyRoute(chart, 'x', { service, port: 'http', host: 'x.example.com', tls: RouteTls.passthrough() });
      ApiObject.of(route).metadata.addAnnotation('router.openshift.io/cookie_name', 'x');
    },
  },
  {
    code: 'route-duration-unreadable',
    plant: ({ chart, service }) => {
      const route = new StickyRoute(chart, 'x', { service, port: 'http', host: 'x.example.com' });
      ApiObject.of(route).metadata.addAnnotation('haproxy.router.openshift.io/timeout', '1m30s');
    },
  },
  {
    code: 'route-allowlist-fails-open',
    plant: ({ chart, service }) => {
      const route = new StickyRoute(chart, 'x', { service, port: 'http', host: 'x.example.com' });
      ApiObject.of(route).metadata.addAnnotation('haproxy.router.openshift.io/ip_allowlist', '10.0.0.1,10.0.0.2');
    },
  },
];

export const FAULTS: readonly Fault[] = [
  ...ARGUMENT_FAULTS,
  ...MANIFEST_FAULTS,
  ...COMPUTE_FAULTS,
  ...NODE_FAULTS,
  ...GROUP_FAULTS,
  ...PROTECTION_FAULTS,
  ...TRAFFIC_FAULTS,
  ...DISK_FAULTS,
];
