/**
 * The manifests of the note that the library started from, in the form in which a cluster accepts them, field for field.
 */
import { Chart, Duration, Size, Testing } from 'cdk8s';
import {
  Disk,
  EvictionStrategy,
  MachineHealthCheck,
  NetworkInterface,
  Probe,
  ProbedService,
  RouteTls,
  StickyRoute,
  VirtualMachine,
  type VirtualMachineProps,
  WatchdogAction,
  WatchdogArming,
  WatchdogDevice,
} from 'cdk8s-kubevirt';

const memory = Size.gibibytes(2);

function templateSpec(props: VirtualMachineProps, addDevices: (vm: VirtualMachine) => void = () => {}) {
  const chart = new Chart(Testing.app(), 'prod', { namespace: 'prod2' });
  addDevices(new VirtualMachine(chart, 'vm', { metadata: { name: 'helloworld' }, memory, ...props }));
  return Testing.synth(chart)[0].spec.template.spec;
}

test('load balancing: the Service, and the Route by the name of the Service port', () => {
  const chart = new Chart(Testing.app(), 'prod');
  const readiness = Probe.fromHttpGet('/health', { port: 8080 });
  const interfaces = [NetworkInterface.masquerade()];
  const vm = new VirtualMachine(chart, 'vm', { metadata: { namespace: 'ha-loadbalance' }, memory, readiness, interfaces });
  const service = new ProbedService(chart, 'service', {
    metadata: { name: 'helloworld', namespace: 'ha-loadbalance' },
    vms: [vm],
    selectorLabels: { tier: 'backend' },
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
  new StickyRoute(chart, 'route', {
    metadata: { name: 'helloworld', namespace: 'ha-loadbalance' },
    service,
    host: 'hello-ha-loadbalance.apps.ocp4.example.com',
    cookieName: 'hello',
    tls: RouteTls.none(),
  });
  const [, serviceManifest, routeManifest] = Testing.synth(chart);
  expect(serviceManifest).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'helloworld', namespace: 'ha-loadbalance' },
    spec: {
      type: 'ClusterIP',
      externalIPs: [],
      selector: { tier: 'backend' },
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    },
  });
  expect(routeManifest).toEqual({
    apiVersion: 'route.openshift.io/v1',
    kind: 'Route',
    metadata: {
      name: 'helloworld',
      namespace: 'ha-loadbalance',
      annotations: { 'router.openshift.io/cookie_name': 'hello' },
    },
    spec: {
      host: 'hello-ha-loadbalance.apps.ocp4.example.com',
      port: { targetPort: 'http' },
      to: { kind: 'Service', name: 'helloworld' },
    },
  });
});

test('readiness probe by HTTP, and live migration', () => {
  const readiness = Probe.fromHttpGet('/health', {
    port: 8080,
    initialDelay: Duration.seconds(120),
    period: Duration.seconds(20),
    timeout: Duration.seconds(10),
    failureThreshold: 3,
    successThreshold: 3,
  });
  const interfaces = [NetworkInterface.masquerade()];
  expect(templateSpec({ readiness, interfaces, evictionStrategy: EvictionStrategy.LIVE_MIGRATE })).toEqual({
    domain: { memory: { guest: '2Gi' }, devices: { interfaces: [{ name: 'default', masquerade: {} }] } },
    networks: [{ name: 'default', pod: {} }],
    readinessProbe: {
      httpGet: { path: '/health', port: 8080 },
      initialDelaySeconds: 120,
      periodSeconds: 20,
      timeoutSeconds: 10,
      failureThreshold: 3,
      successThreshold: 3,
    },
    evictionStrategy: 'LiveMigrate',
  });
});

test('liveness probe by TCP, and live migration', () => {
  const liveness = Probe.fromTcpSocket({ port: 3306, initialDelay: Duration.seconds(120), period: Duration.seconds(20) });
  const interfaces = [NetworkInterface.masquerade()];
  expect(templateSpec({ liveness, interfaces, evictionStrategy: EvictionStrategy.LIVE_MIGRATE })).toEqual({
    domain: { memory: { guest: '2Gi' }, devices: { interfaces: [{ name: 'default', masquerade: {} }] } },
    networks: [{ name: 'default', pod: {} }],
    livenessProbe: { tcpSocket: { port: 3306 }, initialDelaySeconds: 120, periodSeconds: 20 },
    evictionStrategy: 'LiveMigrate',
  });
});

test('watchdog, boot order, MAC address, multiqueue and random numbers', () => {
  const disks = [Disk.fromPersistentVolumeClaim('mariadb-server', { claimName: 'mariadb-server', bootOrder: 1 })];
  const interfaces = [NetworkInterface.masquerade({ macAddress: '02:48:09:00:00:00' })];
  const props = { disks, interfaces, networkInterfaceMultiqueue: true, rng: true };
  const watchdog = { name: 'mywatchdog', action: WatchdogAction.POWEROFF, arming: WatchdogArming.IMAGE };
  expect(templateSpec(props, (vm) => new WatchdogDevice(vm, 'Watchdog', watchdog)).domain.devices).toEqual({
    disks: [{ bootOrder: 1, disk: { bus: 'virtio' }, name: 'mariadb-server' }],
    interfaces: [{ macAddress: '02:48:09:00:00:00', masquerade: {}, name: 'default' }],
    networkInterfaceMultiqueue: true,
    rng: {},
    watchdog: { i6300esb: { action: 'poweroff' }, name: 'mywatchdog' },
  });
});

test('machine health check of the workers that a machine set owns', () => {
  const chart = new Chart(Testing.app(), 'cluster');
  new MachineHealthCheck(chart, 'workers', { metadata: { name: 'workers' }, maxUnhealthy: '40%' });
  expect(Testing.synth(chart)).toEqual([
    {
      apiVersion: 'machine.openshift.io/v1beta1',
      kind: 'MachineHealthCheck',
      metadata: { name: 'workers', namespace: 'openshift-machine-api' },
      spec: {
        maxUnhealthy: '40%',
        selector: {
          matchLabels: {
            'machine.openshift.io/cluster-api-machine-role': 'worker',
            'machine.openshift.io/cluster-api-machine-type': 'worker',
          },
        },
        unhealthyConditions: [
          { type: 'Ready', status: 'False', timeout: '300s' },
          { type: 'Ready', status: 'Unknown', timeout: '300s' },
        ],
      },
    },
  ]);
});
