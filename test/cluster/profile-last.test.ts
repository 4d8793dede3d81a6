import { ApiObject, type App, Chart, Cron, Duration, Size, Testing } from 'cdk8s';
import {
  Architecture,
  CloudInit,
  ClusterMigrationSettings,
  ClusterProfile,
  Firmware,
  HighlyAvailableVM,
  MachineHealthCheck,
  ManifestCheck,
  MigrationFallback,
  Platform,
  Probe,
  RunStrategy,
  ScheduledSnapshot,
  SettingsOwner,
  VirtualMachine,
  VirtualMachineAlerts,
  VirtualMachineClusterPreference,
  VirtualMachinePool,
  VirtualMachinePreference,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { HorizontalPodAutoscaler, Metric, MetricTarget, Role } from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

type Build = (chart: Chart) => unknown;
type Cluster = () => ClusterProfile;

const memory = Size.gibibytes(2);
const s390x: Cluster = () => ClusterProfile.kubevirt('1.8', { architecture: Architecture.S390X });
const openshift: Cluster = () => ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 3 });

function appWith(build: Build, cluster: Cluster, at: 'first' | 'last'): App {
  const app = Testing.app();
  if (at === 'first') {
    cluster().applyTo(app);
  }
  build(new Chart(app, 'shop', { namespace: 'shop' }));
  cluster().applyTo(app);
  return app;
}

function rendered(app: App): any[] {
  return app.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((object) => object.toJson());
}

function vm(chart: Chart): VirtualMachine {
  return new VirtualMachine(chart, 'vm', { memory, firmware: Firmware.efi() });
}

function pool(chart: Chart): VirtualMachinePool {
  return new VirtualMachinePool(chart, 'pool', { memory });
}

const domain = ([{ spec }]: any[]) => spec.template.spec.domain;
const userData = (objects: any[]) => objects[0].spec.template.spec.volumes[0].cloudInitNoCloud.userData;
const firmware = Firmware.efi();
const snapshot = (chart: Chart) => new ScheduledSnapshot(chart, 'snapshot', { vm: vm(chart), schedule: Cron.daily() });
const snapshotContainer = (objects: any[]) =>
  objects.find(({ kind }) => kind === 'CronJob').spec.jobTemplate.spec.template.spec.containers[0];

/** Every place where what is written depends on the profile. */
const PLACES: [string, Cluster, Build, (objects: any[]) => unknown, unknown][] = [
  ['Secure Boot of a VM', s390x, vm, (objects) => domain(objects).firmware.bootloader.efi, { secureBoot: false }],
  ['System Management Mode of a VM', s390x, vm, (objects) => domain(objects).features, undefined],
  [
    'the watchdog of a VM',
    s390x,
    (chart) => new WatchdogDevice(vm(chart), 'Watchdog'),
    (objects) => domain(objects).devices.watchdog,
    { name: 'watchdog', diag288: { action: 'poweroff' } },
  ],
  [
    'what arms the watchdog in the guest',
    s390x,
    (chart) => new WatchdogDevice(vm(chart), 'Watchdog', { guestCheck: false }),
    userData,
    expect.stringContaining('- modprobe\n    - diag288_wdt\n'),
  ],
  [
    'a preference',
    s390x,
    (chart) => new VirtualMachinePreference(chart, 'preference', { firmware }),
    ([{ spec }]) => spec,
    { firmware: { preferredEfi: { secureBoot: false } } },
  ],
  [
    'a preference of the cluster',
    s390x,
    (chart) => new VirtualMachineClusterPreference(chart, 'preference', { firmware }),
    ([{ spec }]) => spec,
    { firmware: { preferredEfi: { secureBoot: false } } },
  ],
  ['the API version of a pool', openshift, pool, ([{ apiVersion }]) => apiVersion, 'pool.kubevirt.io/v1beta1'],
  [
    'the API version in the autoscaler of a pool',
    openshift,
    (chart) => {
      const metrics = [Metric.resourceCpu(MetricTarget.averageValue(1))];
      return new HorizontalPodAutoscaler(chart, 'autoscaler', { target: pool(chart), maxReplicas: 3, metrics });
    },
    (objects) => objects.find(({ kind }) => kind === 'HorizontalPodAutoscaler').spec.scaleTargetRef.apiVersion,
    'pool.kubevirt.io/v1beta1',
  ],
  ['how many VMs of a pool may be down', openshift, pool, ([{ spec }]) => spec.maxUnavailable, 1],
  [
    'how a pool gets smaller',
    openshift,
    pool,
    ([{ spec }]) => spec.scaleInStrategy,
    { proactive: { selectionPolicy: { sortPolicy: 'DescendingOrder' }, statePreservation: 'Offline' } },
  ],
  ['the user that takes snapshots', openshift, snapshot, (objects) => snapshotContainer(objects).securityContext.runAsUser, undefined],
  [
    'the object with the migration settings',
    openshift,
    (chart) => new ClusterMigrationSettings(chart, 'settings', { parallelMigrations: 3 }),
    ([{ apiVersion, kind, metadata, spec }]) => ({ apiVersion, kind, ...metadata, spec }),
    {
      apiVersion: 'hco.kubevirt.io/v1beta1',
      kind: 'HyperConverged',
      name: 'kubevirt-hyperconverged',
      namespace: 'openshift-cnv',
      annotations: { 'cdk8s-kubevirt/partial': 'true' },
      spec: { liveMigrationConfig: { parallelMigrationsPerCluster: 3 } },
    },
  ],
  [
    'permissions for the object with the migration settings',
    openshift,
    (chart) => new Role(chart, 'role').allowRead(new ClusterMigrationSettings(chart, 'settings')),
    (objects) => objects.find(({ kind }) => kind === 'Role').rules[0],
    {
      apiGroups: ['hco.kubevirt.io'],
      resources: ['hyperconvergeds'],
      resourceNames: ['kubevirt-hyperconverged'],
      verbs: ['get', 'list', 'watch'],
    },
  ],
  [
    'how a machine health check remediates',
    openshift,
    (chart) => new MachineHealthCheck(chart, 'health', { maxUnhealthy: '40%' }),
    ([{ metadata }]) => metadata.annotations,
    { 'machine.openshift.io/remediation-strategy': 'external-baremetal' },
  ],
  [
    'which alerts a VM gets',
    openshift,
    (chart) =>
      new VirtualMachineAlerts(chart, 'alerts', { vms: [new VirtualMachine(chart, 'plain', { memory, runStrategy: RunStrategy.ALWAYS })] }),
    (objects) => objects.find(({ kind }) => kind === 'PrometheusRule').spec.groups[0].rules.map(({ alert }: any) => alert),
    expect.arrayContaining(['VirtualMachineMigrationFailed']),
  ],
];

test.each(PLACES)('%s is decided when manifests are rendered', (_name, cluster, build, pick, expected) => {
  expect(pick(rendered(appWith(build, cluster, 'last')))).toEqual(expected);
  expect(rendered(appWith(build, cluster, 'last'))).toEqual(rendered(appWith(build, cluster, 'first')));
});

test('a VM says the architecture of its cluster, or its own', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  const [own, other] = [Architecture.ARM64, undefined].map((architecture, index) => {
    return new VirtualMachine(chart, `vm-${index}`, { memory, architecture });
  });
  expect([own.architecture, other.architecture]).toEqual([Architecture.ARM64, Architecture.AMD64]);
  s390x().applyTo(app);
  expect([own.architecture, other.architecture]).toEqual([Architecture.ARM64, Architecture.S390X]);
});

test('the object with the migration settings says what it is', () => {
  const app = Testing.app();
  const settings = new ClusterMigrationSettings(new Chart(app, 'settings'), 'migration');
  const identity = () => [settings.kind, settings.apiGroup, settings.name, settings.metadata.namespace, settings.resourceType];
  expect(identity()).toEqual(['KubeVirt', 'kubevirt.io', 'kubevirt', 'kubevirt', 'kubevirts']);
  openshift().applyTo(app);
  expect(identity()).toEqual(['HyperConverged', 'hco.kubevirt.io', 'kubevirt-hyperconverged', 'openshift-cnv', 'hyperconvergeds']);
});

/** As much cloud-init as makes the guest's set-up `bytes` long on amd64 with the check of the watchdog. */
function sizedSetUp(bytes: number): CloudInit {
  const empty = userData(rendered(appWith((chart) => armed(chart, CloudInit.fromCloudConfig({ padding: 'x' })), s390x, 'first')));
  return CloudInit.fromCloudConfig({ padding: 'x'.repeat(bytes - Buffer.byteLength(empty) + 1) });
}

function armed(chart: Chart, cloudInit: CloudInit): WatchdogDevice {
  return new WatchdogDevice(new VirtualMachine(chart, 'vm', { memory, cloudInit }), 'Watchdog');
}

test('a Secret for the set-up of the guest is there or not, whichever architecture its length depends on', () => {
  for (const bytes of [1900, 2047, 2048, 2049]) {
    const build = (chart: Chart) => armed(chart, sizedSetUp(bytes));
    for (const cluster of [s390x, openshift]) {
      expect(rendered(appWith(build, cluster, 'last'))).toEqual(rendered(appWith(build, cluster, 'first')));
    }
  }
});

const PAUSED = { fallback: MigrationFallback.PAUSE, maximumDowntime: Duration.seconds(1) };
const REFUSALS: [string, Cluster, Build, string][] = [
  [
    'settings that the HyperConverged object has no field for',
    () => ClusterProfile.openshift('4.23'),
    (chart) => new ClusterMigrationSettings(chart, 'settings', PAUSED),
    'Validation failed with the following errors:\n' +
      '  [shop/settings] fallback is Pause: the HyperConverged object has no field for it. Use MigrationFallback.ABORT or POST_COPY, or a MigrationPolicy. (setting-not-in-hyperconverged)\n' +
      '  [shop/settings] maximumDowntime is 1000 ms: the HyperConverged object has no field for it. Use a MigrationPolicy. (setting-not-in-hyperconverged)',
  ],
  [
    'a timeout that the watchdog of the architecture does not take',
    s390x,
    (chart) => new WatchdogDevice(new VirtualMachine(chart, 'vm', { memory }), 'Watchdog', { timeout: Duration.seconds(14) }),
    'spec.template.spec.domain.devices.watchdog.diag288 is {"action":"poweroff"}: the user data sets RuntimeWatchdogSec to 14 s, which the driver refuses, and systemd then arms no watchdog. Set RuntimeWatchdogSec to 15 to 3600 s. (fails at run: watchdog-timeout-unsupported)',
  ],
];

test.each(REFUSALS)('%s are refused at synth', (_name, cluster, build, message) => {
  const [first, last] = (['first', 'last'] as const).map((at) => thrownBy(() => appWith(build, cluster, at).synthYaml()));
  expect(last).toContain(message);
  expect(last).toBe(first);
});

test('what is refused at synth is among the findings, and gone with the construct', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  new ClusterMigrationSettings(chart, 'settings', { fallback: MigrationFallback.PAUSE });
  const codes = () => ManifestCheck.findings(app).map(({ code, constructPath }) => `${code} ${constructPath}`);
  expect(codes()).not.toContain('setting-not-in-hyperconverged shop/settings');
  openshift().applyTo(app);
  expect(codes()).toContain('setting-not-in-hyperconverged shop/settings');
  chart.node.tryRemoveChild('settings');
  expect(codes()).toEqual([]);
});

test('a setting that the object which was asked for has no field for is refused at the call', () => {
  const props = { ...PAUSED, owner: SettingsOwner.HYPER_CONVERGED };
  expect(thrownBy(() => new ClusterMigrationSettings(Testing.chart(), 'settings', props))).toContain('(setting-not-in-hyperconverged)');
});

test('synthesizing changes nothing: twice gives the same, whatever was asked in between', () => {
  const build = (chart: Chart) => {
    const machine = new HighlyAvailableVM(chart, 'vm', { memory, firmware: Firmware.efi() });
    new WatchdogDevice(machine, 'Watchdog');
    new VirtualMachineAlerts(chart, 'alerts', { vms: [machine] });
    new VirtualMachinePool(chart, 'pool', { memory, liveness: Probe.fromTcpSocket({ port: 80 }) });
    snapshot(new Chart(chart, 'snapshots', { namespace: 'shop' }));
  };
  const app = appWith(build, openshift, 'last');
  const first = app.synthYaml();
  ManifestCheck.findings(app);
  Testing.synth(app.charts[0]);
  app.synth();
  expect(app.synthYaml()).toBe(first);
  openshift().applyTo(app);
  expect(app.synthYaml()).toBe(first);
});
