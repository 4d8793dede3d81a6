import * as fc from 'fast-check';
import type {
  ClusterDesign,
  Design,
  FenceAgentsRemediationDesign,
  MachineHealthCheckDesign,
  MigrationDesign,
  NodeHealthCheckDesign,
  ProbeDesign,
  RemediationDesign,
  SelfNodeRemediationDesign,
  VirtualMachineDesign,
} from './design';

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const often = <T>(value: T, weight: number, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
const integer = (min: number, max: number) => fc.integer({ min, max });

const cluster: fc.Arbitrary<ClusterDesign> = fc
  .record({
    product: fc.constantFrom('openshift' as const, 'kubevirt' as const),
    kubevirt: integer(5, 9),
    ahead: integer(25, 27),
    latencyProfile: often(
      undefined,
      3,
      fc.constantFrom('Default' as const, 'MediumUpdateAverageReaction' as const, 'LowUpdateSlowReaction' as const),
    ),
    flags: often(undefined, 4, fc.record({ gracePeriod: option(integer(30, 120)), monitorPeriod: option(integer(1, 12)) })),
    zones: fc.oneof(
      { weight: 6, arbitrary: integer(3, 12).map((workers) => [workers]) },
      { weight: 8, arbitrary: fc.array(integer(1, 4), { minLength: 2, maxLength: 3 }) },
      { weight: 1, arbitrary: fc.array(integer(10, 60), { minLength: 1, maxLength: 3 }) },
    ),
    compact: often(false, 4, fc.constant(true)),
    listsNodes: often(true, 5, fc.constant(false)),
    podsPerNode: option(integer(20, 250)),
    upgrading: often(false, 15, fc.constant(true)),
  })
  .map(({ ahead, ...drawn }) => {
    const isOpenShift = drawn.product === 'openshift';
    return {
      ...drawn,
      kubernetes: drawn.kubevirt + (isOpenShift ? 27 : ahead),
      latencyProfile: isOpenShift ? drawn.latencyProfile : undefined,
      // A control plane has three nodes, in one zone or in three.
      listsNodes: drawn.listsNodes || drawn.compact,
      zones: drawn.compact ? (drawn.zones.length === 1 ? [3] : [1, 1, 1]) : drawn.zones,
      // Who says nothing of the nodes says nothing of their room either.
      podsPerNode: drawn.listsNodes || drawn.compact ? drawn.podsPerNode : undefined,
      upgrading: isOpenShift && drawn.upgrading,
    };
  });

/** Of a VM that boots in this time at most: mostly the probe waits for it, as it has to. */
const liveness = (bootTime: number): fc.Arbitrary<ProbeDesign> =>
  fc
    .record({
      handler: fc.constantFrom('httpGet' as const, 'tcpSocket' as const, 'exec' as const, 'guestAgentPing' as const),
      reserve: integer(5, 60),
      period: option(integer(1, 60)),
      timeout: option(integer(1, 20)),
      failureThreshold: option(integer(1, 10)),
    })
    .map(({ reserve, ...probe }) => ({ ...probe, initialDelay: bootTime + reserve }));

const readiness: fc.Arbitrary<ProbeDesign> = fc.record({
  handler: fc.constantFrom('httpGet' as const, 'tcpSocket' as const, 'exec' as const, 'guestAgentPing' as const),
  initialDelay: option(integer(1, 180)),
  period: option(integer(1, 30)),
  timeout: option(integer(1, 10)),
  failureThreshold: option(integer(1, 5)),
  successThreshold: option(integer(1, 5)),
});

const vm: fc.Arbitrary<VirtualMachineDesign> = integer(10, 300)
  .chain((bootTime) =>
    fc.record({
      bootTime: fc.constant(bootTime),
      runStrategy: often('Always' as const, 4, fc.constantFrom('RerunOnFailure' as const, 'Manual' as const, 'Once' as const)),
      liveness: option(liveness(bootTime)),
      readiness: option(readiness),
      watchdog: option(fc.record({ action: option(fc.constantFrom('reset' as const, 'poweroff' as const, 'shutdown' as const)) })),
      runtimeWatchdog: often(undefined, 1, integer(5, 120)),
      panicDevice: fc.boolean(),
      kernelPanic: option(integer(1, 60)),
      rebootPolicy: often(undefined, 4, fc.constantFrom('Reboot' as const, 'Terminate' as const)),
      gracePeriod: option(fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 9, arbitrary: integer(1, 300) })),
      toleration: fc.oneof(
        fc.constantFrom('default' as const, 'forever' as const, 'everything' as const),
        integer(0, 300).map((seconds) => ({ seconds })),
      ),
      evictionStrategy: option(fc.constantFrom('None' as const, 'LiveMigrate' as const, 'LiveMigrateIfPossible' as const)),
      storage: fc.constantFrom('ReadWriteMany' as const, 'ReadWriteMany' as const, 'ReadWriteOnce' as const, 'none' as const),
      memory: integer(1, 64),
    }),
  )
  .map((drawn) => ({
    ...drawn,
    // Which of the two comes first where they are equal is nobody's business.
    kernelPanic: drawn.kernelPanic === drawn.runtimeWatchdog ? undefined : drawn.kernelPanic,
  }));

const selfNodeRemediation: fc.Arbitrary<SelfNodeRemediationDesign> = fc.record({
  kind: fc.constant('SelfNodeRemediation' as const),
  strategy: fc.constantFrom('Automatic' as const, 'ResourceDeletion' as const, 'OutOfServiceTaint' as const),
  config: fc.record({
    apiCheckInterval: option(integer(1, 60)),
    apiServerTimeout: option(integer(1, 10)),
    maxApiErrorThreshold: option(integer(1, 10)),
    peerDialTimeout: option(integer(1, 20)),
    peerRequestTimeout: option(integer(12, 30)),
    safeTime: option(integer(1, 600)),
  }),
});

const fenceAgents: fc.Arbitrary<FenceAgentsRemediationDesign> = fc.record({
  kind: fc.constant('FenceAgentsRemediation' as const),
  strategy: option(fc.constantFrom('ResourceDeletion' as const, 'OutOfServiceTaint' as const)),
  retryCount: option(integer(1, 8)),
  retryInterval: option(integer(1, 20)),
  timeout: option(integer(5, 90)),
  bmcPower: often('separate' as const, 4, fc.constantFrom('shared' as const, undefined)),
});

const remediation: fc.Arbitrary<RemediationDesign> = fc.oneof(selfNodeRemediation, fenceAgents);
const step = (drawn: RemediationDesign) => integer(60, 900).map((timeout) => ({ remediation: drawn, timeout }));

const nodeHealthCheck: fc.Arbitrary<NodeHealthCheckDesign> = fc.record({
  kind: fc.constant('NodeHealthCheck' as const),
  duration: option(integer(1, 600)),
  minHealthy: fc.oneof(
    integer(1, 90).map((percent) => `${percent}%`),
    integer(0, 8).map(String),
  ),
  paused: often(false, 15, fc.constant(true)),
  steps: fc.oneof(
    { weight: 4, arbitrary: remediation.chain((drawn) => fc.tuple(step(drawn))) },
    { weight: 1, arbitrary: fc.tuple(fenceAgents.chain(step), selfNodeRemediation.chain(step)) },
    { weight: 1, arbitrary: fc.tuple(selfNodeRemediation.chain(step), fenceAgents.chain(step)) },
  ),
});

const machineHealthCheck: fc.Arbitrary<MachineHealthCheckDesign> = fc.record({
  kind: fc.constant('MachineHealthCheck' as const),
  timeout: integer(30, 600),
  maxUnhealthy: option(
    fc.oneof(
      integer(0, 100).map((percent) => `${percent}%`),
      integer(0, 4).map(String),
    ),
  ),
});

const migration: fc.Arbitrary<MigrationDesign> = fc.record({
  perNode: option(integer(1, 4)),
  perCluster: option(integer(1, 10)),
  bandwidth: option(integer(1, 4)),
});

/** Designs of all kinds, good ones and bad ones. */
export const designs: fc.Arbitrary<Design> = fc
  .record({
    cluster,
    vm,
    vms: integer(1, 24),
    served: fc.boolean(),
    migration,
    check: option(fc.oneof({ weight: 4, arbitrary: nodeHealthCheck }, { weight: 1, arbitrary: machineHealthCheck })),
  })
  .map((drawn) =>
    drawn.check?.kind === 'MachineHealthCheck' && drawn.cluster.product === 'kubevirt' ? { ...drawn, check: undefined } : drawn,
  );
