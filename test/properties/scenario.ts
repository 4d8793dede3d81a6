import { Duration } from 'cdk8s';
import {
  ClusterProfile,
  EvictionStrategy,
  FailureClass,
  type HighlyAvailableVMProps,
  Platform,
  Probe,
  type ProbeOptions,
  RunStrategy,
  TaintEffect,
  WatchdogAction,
  type WatchdogDeviceProps,
} from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { compute, machine } from './compute-arbitraries';
import { DRIVE, disks, filesystems } from './disk-arbitraries';
import { type GroupsScenario, groups } from './groups-scenario';
import { accessCredentials, cloudInit, guestAgent, interfacesWith } from './guest-arbitraries';
import { type NodesScenario, nodes } from './nodes-scenario';
import { type ProtectionScenario, protection } from './protection-scenario';
import { type TrafficScenario, traffic } from './traffic-scenario';

/** A valid app as data: what `buildApp` makes of it passes every rule. */
export interface Scenario {
  readonly cluster: ClusterProfile;
  readonly vms: readonly VmScenario[];
  readonly servicePorts: readonly number[];
  readonly clientIpAffinity?: Duration;
  readonly traffic: TrafficScenario;
  readonly routed: boolean;
  readonly maxUnhealthy?: string;
  readonly nodes?: NodesScenario;
  readonly groups: GroupsScenario;
  readonly protection: ProtectionScenario;
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
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labels = fc.dictionary(label, label, { maxKeys: 3, noNullPrototype: true });
const port = fc.integer({ min: 1, max: 65535 });

const cluster = fc.oneof(
  fc.constantFrom('1.5', '1.6', '1.7', '1.8', '1.9').map((version) => ClusterProfile.kubevirt(version)),
  fc
    .record({ version: fc.constantFrom('4.19', '4.20', '4.21', '4.22', '4.23'), workers: fc.integer({ min: 3, max: 100 }) })
    .map(({ version, workers }) => ClusterProfile.openshift(version, { platform: Platform.BARE_METAL_IPI, workers })),
);

const interfaces = interfacesWith(READINESS_PORT);

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

const toleration = fc.record({ key: option(label), effect: fc.constantFrom(TaintEffect.NO_SCHEDULE, TaintEffect.PREFER_NO_SCHEDULE) });

const otherProps: fc.Arbitrary<HighlyAvailableVMProps> = fc.record({
  disks,
  filesystems: option(filesystems),
  cloudInit: option(cloudInit),
  guestAgent: option(guestAgent),
  accessCredentials: option(accessCredentials),
  interfaces: option(interfaces),
  networkInterfaceMultiqueue: option(fc.boolean()),
  rng: option(fc.boolean()),
  readiness,
  liveness: option(liveness),
  terminationGracePeriod: option(seconds(1, 3600)),
  podLabels: option(labels),
  podAnnotations: option(labels),
  nodeSelector: option(labels),
  tolerations: option(fc.array(toleration, { maxLength: 2 })),
  bootTime: option(seconds(30, 600)),
  recoveryObjective: option(seconds(60, 7200)),
  nodeFailureToleration: option(seconds(0, 300)),
  group: option(label),
});

/** A recovery objective leaves time for the boot; whether it is kept is a matter of health checks too, which is not asked here. */
function bootWithinObjective(props: HighlyAvailableVMProps): HighlyAvailableVMProps {
  const { bootTime = Duration.minutes(2), recoveryObjective } = props;
  const exceeded = recoveryObjective !== undefined && bootTime.toSeconds() >= recoveryObjective.toSeconds();
  const objective = exceeded ? Duration.seconds(bootTime.toSeconds() + 60) : recoveryObjective;
  return objective === undefined ? props : { ...props, recoveryObjective: objective, acceptedLosses: Object.values(FailureClass) };
}

const props = fc
  .tuple(otherProps, compute, machine)
  .map((parts): HighlyAvailableVMProps => bootWithinObjective(Object.assign({}, ...parts)));

const watchdog: fc.Arbitrary<WatchdogDeviceProps> = fc.record({
  action: fc.constantFrom(WatchdogAction.POWEROFF, WatchdogAction.RESET),
  timeout: option(seconds(15, 2046)),
  name: option(label),
});

const highlyAvailable: fc.Arbitrary<VmScenario> = fc.record({ props, watchdog }).map((drawn) => ({ ...drawn, highlyAvailable: true }));

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

/** Empty CD-ROM drives came with 1.6. */
function withoutDrives({ props: { disks: all, ...props }, ...machine }: VmScenario): VmScenario {
  return { ...machine, props: { ...props, disks: all?.filter(({ name }) => name !== DRIVE) } };
}

/** Valid apps of one to three VMs behind a Service, with a Route and a machine health check where the cluster has them. */
export const scenario: fc.Arbitrary<Scenario> = fc
  .record({
    cluster,
    vms: fc.array(fc.oneof(highlyAvailable, plain), { minLength: 1, maxLength: 3 }),
    servicePorts: fc.uniqueArray(port, { maxLength: 2 }),
    clientIpAffinity: option(seconds(1, 86_400)),
    traffic,
    routed: fc.boolean(),
    maxUnhealthy: option(fc.integer({ min: 34, max: 100 }).map((percent) => `${percent}%`)),
    nodes,
    groups,
    protection,
  })
  .map((drawn) => (drawn.cluster.atLeast('1.6') ? drawn : { ...drawn, vms: drawn.vms.map(withoutDrives) }))
  .map((drawn) => (drawn.cluster.isOpenshift ? drawn : { ...drawn, routed: false, maxUnhealthy: undefined }))
  .map((drawn) => (drawn.cluster.isOpenshift && drawn.maxUnhealthy === undefined ? drawn : { ...drawn, nodes: undefined }));
