import { Duration, Size } from 'cdk8s';
import {
  Architecture,
  BalanceAlgorithm,
  CloudInit,
  ClusterProfile,
  Disk,
  DiskBus,
  EvictionStrategy,
  type HighlyAvailableVMProps,
  InterfaceProtocol,
  NetworkInterface,
  NetworkInterfaceModel,
  Platform,
  Probe,
  type ProbeOptions,
  RouteTls,
  RunStrategy,
  SameSite,
  type StickyRouteProps,
  TaintEffect,
  WatchdogAction,
  type WatchdogDeviceProps,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

/** A valid app as data: what `buildApp` makes of it passes every rule. */
export interface Scenario {
  readonly cluster: ClusterProfile;
  readonly vms: readonly VmScenario[];
  readonly servicePorts: readonly number[];
  readonly clientIpAffinity?: Duration;
  readonly route?: Omit<StickyRouteProps, 'service'>;
  readonly maxUnhealthy?: string;
}

export interface VmScenario {
  readonly highlyAvailable: boolean;
  readonly props: HighlyAvailableVMProps;
  readonly watchdog?: WatchdogDeviceProps;
}

/** The port that every readiness probe asks and that the Service always has. */
export const READINESS_PORT = 8080;

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => Duration.seconds(value));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labels = fc.dictionary(label, label, { maxKeys: 3, noNullPrototype: true });
const port = fc.integer({ min: 1, max: 65535 });

const cluster = fc.oneof(
  fc.constantFrom('1.5', '1.6', '1.7', '1.8', '1.9').map((version) => ClusterProfile.kubevirt(version)),
  fc
    .record({ version: fc.constantFrom('4.19', '4.20', '4.21', '4.22', '4.23'), workers: fc.integer({ min: 3, max: 100 }) })
    .map(({ version, workers }) => ClusterProfile.openshift(version, { platform: Platform.BARE_METAL_IPI, workers })),
);

const storage = fc.record(
  {
    size: fc.integer({ min: 1, max: 100_000 }).map((value) => Size.mebibytes(value)),
    storageClassName: option(label),
    bus: option(fc.constantFrom(DiskBus.VIRTIO, DiskBus.SCSI)),
    serial: option(fc.stringMatching(/^[A-Za-z0-9_.+-]{1,20}$/)),
    accessMode: option(fc.constant(PersistentVolumeAccessMode.READ_WRITE_MANY)),
    volumeMode: option(member(PersistentVolumeMode)),
  },
  { requiredKeys: ['size'] },
);

const disk = (name: string): fc.Arbitrary<Disk> =>
  fc.oneof(
    storage.map((options) => Disk.blank(name, options)),
    fc.tuple(storage, label).map(([options, source]) => Disk.fromDataSource(name, { ...options, name: source })),
    fc.tuple(storage, fc.webUrl()).map(([options, url]) => Disk.fromHttp(name, { ...options, url })),
    label.map((claimName) => Disk.fromPersistentVolumeClaim(name, { claimName })),
    label.map((image) => Disk.fromContainerDisk(name, { image: `quay.io/images/${image}:1` })),
  );

const disks = fc.uniqueArray(label, { maxLength: 4 }).chain((names) => fc.tuple(...names.map(disk)));

const interfaces = fc
  .record({
    model: option(member(NetworkInterfaceModel)),
    bootOrder: option(fc.integer({ min: 1, max: 9 })),
    listed: fc.boolean(),
    secondary: option(label),
  })
  .map(({ model, bootOrder, listed, secondary }) => [
    NetworkInterface.masquerade({ model, bootOrder, ports: listed ? LISTED_PORTS : undefined }),
    ...(secondary === undefined ? [] : [NetworkInterface.multus(`networks/${secondary}`, { name: `secondary-${secondary}` })]),
  ]);

const LISTED_PORTS = [{ port: READINESS_PORT, name: 'http' }, { port: 443 }, { port: 53, protocol: InterfaceProtocol.UDP }];

const timings: fc.Arbitrary<ProbeOptions> = fc.record({
  initialDelay: option(seconds(120, 600)),
  period: option(seconds(10, 60)),
  timeout: option(seconds(1, 10)),
  failureThreshold: option(fc.integer({ min: 3, max: 10 })),
});

const readiness = fc.oneof(
  fc
    .tuple(timings, label)
    .map(([options, path]) => Probe.fromHttpGet(`/${path}`, { ...options, port: READINESS_PORT, successThreshold: 3 })),
  timings.map((options) => Probe.fromTcpSocket({ ...options, port: READINESS_PORT })),
);

const liveness = fc.oneof(
  timings.map((options) => Probe.fromTcpSocket({ initialDelay: Duration.minutes(2), ...given(options), port: READINESS_PORT })),
  timings.map((options) => Probe.fromGuestAgentPing({ initialDelay: Duration.minutes(2), ...given(options) })),
  timings.map((options) => Probe.fromCommand(['true'], { initialDelay: Duration.minutes(2), ...given(options) })),
);

function given(options: ProbeOptions): ProbeOptions {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

const cloudInit = fc.oneof(
  fc.array(label, { maxLength: 200 }).map((packages) => CloudInit.fromCloudConfig({ packages })),
  fc.array(label, { maxLength: 200 }).map((packages) => CloudInit.fromCloudConfig({ packages }, { networkData: 'version: 2\n' })),
);

const toleration = fc.record({ key: option(label), effect: fc.constantFrom(TaintEffect.NO_SCHEDULE, TaintEffect.PREFER_NO_SCHEDULE) });

const props: fc.Arbitrary<HighlyAvailableVMProps> = fc.record({
  architecture: option(fc.constantFrom(Architecture.AMD64, Architecture.S390X)),
  cpu: option(
    fc.record({
      cores: option(fc.integer({ min: 1, max: 64 })),
      sockets: option(fc.integer({ min: 1, max: 8 })),
      threads: option(fc.integer({ min: 1, max: 2 })),
      model: option(fc.constantFrom('host-model', 'Cascadelake-Server')),
    }),
  ),
  memory: fc.integer({ min: 64, max: 100_000 }).map((value) => Size.mebibytes(value)),
  disks,
  cloudInit: option(cloudInit),
  interfaces: option(interfaces),
  networkInterfaceMultiqueue: option(fc.boolean()),
  rng: option(fc.boolean()),
  readiness,
  liveness: option(liveness),
  terminationGracePeriod: option(seconds(1, 3600)),
  podLabels: option(labels),
  nodeSelector: option(labels),
  tolerations: option(fc.array(toleration, { maxLength: 2 })),
  bootTime: option(seconds(30, 600)),
  recoveryObjective: option(seconds(60, 7200)),
  nodeFailureToleration: option(seconds(0, 300)),
  group: option(label),
});

const watchdog: fc.Arbitrary<WatchdogDeviceProps> = fc.record({
  action: fc.constantFrom(WatchdogAction.POWEROFF, WatchdogAction.RESET),
  timeout: option(seconds(15, 2046)),
  name: option(label),
});

const highlyAvailable: fc.Arbitrary<VmScenario> = fc.record({ props, watchdog }).map((machine) => ({ ...machine, highlyAvailable: true }));

/** Without LiveMigrate nothing is asked of network and storage. */
const plain: fc.Arbitrary<VmScenario> = fc
  .record({
    props,
    watchdog: option(watchdog),
    runStrategy: fc.constantFrom(RunStrategy.ALWAYS, RunStrategy.RERUN_ON_FAILURE),
    evictionStrategy: option(fc.constantFrom(EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE, EvictionStrategy.NONE)),
  })
  .map(({ runStrategy, evictionStrategy, ...machine }) => ({
    ...machine,
    highlyAvailable: false,
    props: { ...machine.props, runStrategy, evictionStrategy },
  }));

const route: fc.Arbitrary<Omit<StickyRouteProps, 'service'>> = fc.record({
  port: fc.constant('http'),
  host: option(label.map((name) => `${name}.apps.example.com`)),
  path: option(label.map((name) => `/${name}`)),
  tls: option(fc.constantFrom(RouteTls.edge(), RouteTls.reencrypt({ destinationCaCertificate: 'PEM' }))),
  cookieName: option(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/)),
  sameSite: option(member(SameSite)),
  balance: option(member(BalanceAlgorithm)),
  timeout: option(seconds(1, 3600)),
  tunnelTimeout: option(seconds(1, 86_400)),
  healthCheckInterval: option(seconds(1, 60)),
  ipAllowlist: option(fc.array(fc.ipV4(), { minLength: 1, maxLength: 3 })),
});

/** Valid apps of one to three VMs behind a Service, with a Route and a machine health check where the cluster has them. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    cluster,
    vms: fc.array(fc.oneof(highlyAvailable, plain), { minLength: 1, maxLength: 3 }),
    servicePorts: fc.uniqueArray(port, { maxLength: 2 }),
    clientIpAffinity: option(seconds(1, 86_400)),
    route: option(route),
    maxUnhealthy: option(fc.integer({ min: 34, max: 100 }).map((percent) => `${percent}%`)),
  })
  .map((drawn) => (drawn.cluster.isOpenshift ? drawn : { ...drawn, route: undefined, maxUnhealthy: undefined }));
