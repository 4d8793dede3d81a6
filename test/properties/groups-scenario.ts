import { Duration, Size } from 'cdk8s';
import {
  ClusterEvictionStrategy,
  type ClusterMigrationSettingsProps,
  type ClusterProfile,
  Disk,
  EvictionStrategy,
  MigrationFallback,
  type MigrationOptions,
  type MigrationPolicyProps,
  NodeLabel,
  type PodDistanceOptions,
  PoolOrder,
  PoolScaleInStrategy,
  PoolUpdateStrategy,
  SettingsOwner,
  StatePreservation,
  type VirtualMachineGroupProps,
  type VirtualMachinePoolProps,
  WorkloadUpdateMethod,
} from 'cdk8s-kubevirt';
import { PercentOrAbsolute, Topology } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

/** Groups and pools of VMs, where they run, and how they are migrated. */
export interface GroupsScenario {
  readonly pool?: VirtualMachinePoolProps;
  readonly autoscaled: boolean;
  readonly group?: VirtualMachineGroupProps;
  readonly served: boolean;
  readonly nodes: readonly NodeLabel[];
  readonly distance: PodDistanceOptions;
  readonly policy?: MigrationPolicyProps;
  readonly settings?: ClusterMigrationSettingsProps;
  readonly targetNodeLabels?: Record<string, string>;
}

const seconds = (min: number, max: number) => fc.integer({ min, max }).map((value) => Duration.seconds(value));
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const labels = fc.dictionary(label, label, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
const mebibytes = fc.integer({ min: 64, max: 100_000 }).map((value) => Size.mebibytes(value));
const disks = fc.uniqueArray(label, { maxLength: 2 }).chain((names) => {
  return fc.tuple(...names.map((name) => mebibytes.map((size) => Disk.blank(name, { size }))));
});

const nodeLabel = (key: string) =>
  fc.oneof(
    label.map((value) => NodeLabel.of(key, value)),
    fc.array(label, { minLength: 1, maxLength: 3 }).map((values) => NodeLabel.oneOf(key, values)),
    fc.array(label, { minLength: 1, maxLength: 3 }).map((values) => NodeLabel.noneOf(key, values)),
    fc.constant(NodeLabel.exists(key)),
    fc.constant(NodeLabel.absent(key)),
    fc.integer().map((bound) => NodeLabel.above(key, bound)),
    fc.integer().map((bound) => NodeLabel.below(key, bound)),
  );

/** Two labels with the same key might contradict one another. */
const nodeLabels = fc.uniqueArray(label, { maxLength: 3 }).chain((keys) => fc.tuple(...keys.map(nodeLabel)));

const distance: fc.Arbitrary<PodDistanceOptions> = fc
  .record({
    topology: option(fc.constantFrom(Topology.HOSTNAME, Topology.ZONE, Topology.custom('rack'))),
    required: option(fc.boolean()),
    weight: option(fc.integer({ min: 1, max: 100 })),
  })
  .map(({ weight, ...rest }) => (rest.required ? rest : { ...rest, weight }));

const machine = { memory: mebibytes, disks, dedicatedNodes: option(fc.record({ key: label, value: option(label) })) };

const scaleInStrategy = fc.oneof(
  fc
    .record({ order: option(member(PoolOrder)), statePreservation: option(member(StatePreservation)) })
    .map((options) => PoolScaleInStrategy.proactive(options)),
  member(StatePreservation).map((state) => PoolScaleInStrategy.opportunistic(state)),
  fc.constant(PoolScaleInStrategy.unmanaged()),
);

const updateStrategy = fc.oneof(
  option(member(PoolOrder)).map((order) => PoolUpdateStrategy.proactive(order)),
  fc.constantFrom(PoolUpdateStrategy.opportunistic(), PoolUpdateStrategy.unmanaged()),
);

const maxUnavailable = fc.oneof(
  fc.integer({ min: 1, max: 10 }).map((number) => PercentOrAbsolute.absolute(number)),
  fc.integer({ min: 1, max: 100 }).map((percent) => PercentOrAbsolute.percent(percent)),
);

const pool: fc.Arbitrary<VirtualMachinePoolProps> = fc.record({
  ...machine,
  replicas: option(fc.integer({ min: 0, max: 50 })),
  ownSecrets: option(fc.boolean()),
  ownConfigMaps: option(fc.boolean()),
  paused: option(fc.boolean()),
  maxUnavailable: option(maxUnavailable),
  scaleInStrategy: option(scaleInStrategy),
  updateStrategy: option(updateStrategy),
  autohealing: option(fc.record({ failureThreshold: option(fc.integer({ min: 1, max: 10 })), minimumDuration: option(seconds(0, 3600)) })),
});

const group: fc.Arbitrary<VirtualMachineGroupProps> = fc
  .record({
    ...machine,
    size: option(fc.integer({ min: 1, max: 4 })),
    evictionStrategy: option(member(EvictionStrategy)),
    minAvailable: option(fc.constant(1)),
  })
  .map(({ minAvailable, ...props }) => {
    const isShutDown = props.evictionStrategy === EvictionStrategy.NONE;
    return isShutDown && props.size !== 1 ? { ...props, minAvailable } : props;
  });

const migrationOptions: fc.Arbitrary<MigrationOptions> = fc.record({
  autoConverge: option(fc.boolean()),
  bandwidth: option(mebibytes),
  completionTimeout: option(seconds(1, 3600)),
  fallback: option(member(MigrationFallback)),
  maximumDowntime: option(fc.integer({ min: 1, max: 2_000_000 }).map((value) => Duration.millis(value))),
});

const policy = fc
  .record({ options: migrationOptions, podLabels: labels, namespaceLabels: option(labels) })
  .map(({ options, ...selectors }): MigrationPolicyProps => ({ ...options, ...selectors }));

const settings = fc
  .record({
    options: migrationOptions,
    owner: fc.constant(SettingsOwner.KUBEVIRT),
    parallelMigrations: option(fc.integer({ min: 1, max: 50 })),
    parallelMigrationsPerNode: option(fc.integer({ min: 1, max: 10 })),
    progressTimeout: option(seconds(1, 3600)),
    network: option(label),
    evictionStrategy: option(fc.constantFrom(ClusterEvictionStrategy.NONE, ClusterEvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE)),
    workloadUpdate: option(
      fc.record({
        methods: option(fc.uniqueArray(member(WorkloadUpdateMethod))),
        evictionBatchSize: option(fc.integer({ min: 1, max: 100 })),
        evictionBatchInterval: option(seconds(1, 3600)),
      }),
    ),
  })
  .map(({ options, ...rest }): ClusterMigrationSettingsProps => ({ ...options, ...rest }));

export const groups: fc.Arbitrary<GroupsScenario> = fc.record({
  pool: option(pool),
  autoscaled: fc.boolean(),
  group: option(group),
  served: fc.boolean(),
  nodes: nodeLabels,
  distance,
  policy: option(policy),
  settings: option(settings),
  targetNodeLabels: option(labels),
});

/** The same without what the release of a cluster does not have. */
export function groupsFor(cluster: ClusterProfile, drawn: GroupsScenario): GroupsScenario {
  const limits = { maxUnavailable: undefined, scaleInStrategy: undefined, updateStrategy: undefined, autohealing: undefined };
  const downtime = cluster.atLeast('1.9') ? {} : { maximumDowntime: undefined };
  return {
    ...drawn,
    pool: drawn.pool && { ...drawn.pool, ...(cluster.atLeast('1.8') ? {} : limits) },
    policy: drawn.policy && { ...drawn.policy, ...downtime },
    settings: drawn.settings && { ...drawn.settings, ...downtime },
    targetNodeLabels: cluster.atLeast('1.8') ? drawn.targetNodeLabels : undefined,
  };
}
