import { ApiObject, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import {
  ClusterEvictionStrategy,
  ClusterMigrationSettings,
  type ClusterMigrationSettingsProps,
  ClusterProfile,
  ManifestCheck,
  MigrationFallback,
  NetworkInterface,
  SettingsOwner,
  VirtualMachine,
  WorkloadUpdateMethod,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function settings(props: ClusterMigrationSettingsProps = {}, profile = ClusterProfile.kubevirt('1.9')) {
  const app = Testing.app();
  profile.applyTo(app);
  return new ClusterMigrationSettings(new Chart(app, 'settings'), 'migration', props);
}

function manifestOf(made: ClusterMigrationSettings) {
  return Testing.synth(Chart.of(made))[0];
}

const ALL: ClusterMigrationSettingsProps = {
  autoConverge: true,
  bandwidth: Size.mebibytes(256),
  completionTimeout: Duration.seconds(300),
  fallback: MigrationFallback.ABORT,
  parallelMigrations: 10,
  parallelMigrationsPerNode: 4,
  progressTimeout: Duration.seconds(200),
  network: 'migration',
  evictionStrategy: ClusterEvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE,
  workloadUpdate: {
    methods: [WorkloadUpdateMethod.LIVE_MIGRATE, WorkloadUpdateMethod.EVICT],
    evictionBatchSize: 5,
    evictionBatchInterval: Duration.minutes(2),
  },
};

const PARTIAL = { 'cdk8s-kubevirt/partial': 'true' };
const UPDATE = { workloadUpdateMethods: ['LiveMigrate', 'Evict'], batchEvictionSize: 5, batchEvictionInterval: '120s' };
const LIMITS = {
  allowAutoConverge: true,
  allowPostCopy: false,
  bandwidthPerMigration: '256Mi',
  completionTimeoutPerGiB: 300,
  parallelMigrationsPerCluster: 10,
  parallelOutboundMigrationsPerNode: 4,
  progressTimeout: 200,
  network: 'migration',
};

test('is the part of the KubeVirt object that holds the settings', () => {
  const made = settings({ ...ALL, maximumDowntime: Duration.seconds(2) });
  expect(made.resourceType).toBe('kubevirts');
  expect(manifestOf(made)).toEqual({
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt', annotations: PARTIAL },
    spec: {
      configuration: {
        evictionStrategy: 'LiveMigrateIfPossible',
        migrations: { ...LIMITS, allowWorkloadDisruption: false, maxDowntimeMs: 2000 },
      },
      workloadUpdateStrategy: UPDATE,
    },
  });
});

test('is the part of the HyperConverged object on OpenShift', () => {
  const made = settings(ALL, ClusterProfile.openshift('4.22'));
  expect(made.resourceType).toBe('hyperconvergeds');
  expect(manifestOf(made)).toEqual({
    apiVersion: 'hco.kubevirt.io/v1beta1',
    kind: 'HyperConverged',
    metadata: { name: 'kubevirt-hyperconverged', namespace: 'openshift-cnv', annotations: PARTIAL },
    spec: { evictionStrategy: 'LiveMigrateIfPossible', liveMigrationConfig: LIMITS, workloadUpdateStrategy: UPDATE },
  });
});

test('leaves out what is not set', () => {
  expect(manifestOf(settings({ parallelMigrations: 3 })).spec).toEqual({
    configuration: { migrations: { parallelMigrationsPerCluster: 3 } },
  });
});

test('updates workloads by migration unless it says otherwise', () => {
  expect(manifestOf(settings({ workloadUpdate: {} })).spec.workloadUpdateStrategy).toEqual({ workloadUpdateMethods: ['LiveMigrate'] });
});

test('says nothing of the feature gates that the object lists', () => {
  const made = settings({}, ClusterProfile.kubevirt('1.8'));
  const options = { memory: Size.gibibytes(1), interfaces: [NetworkInterface.masquerade()] };
  const vm = new VirtualMachine(Chart.of(made), 'vm', options);
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/template/spec/domain/devices/panicDevices', [{ model: 'pvpanic' }]));
  expect(ManifestCheck.findings(made).map(({ code }) => code)).not.toContain('feature-gate-missing');
  ApiObject.of(made).metadata.addAnnotation('cdk8s-kubevirt/partial', 'false');
  expect(ManifestCheck.findings(made).map(({ code }) => code)).toContain('feature-gate-missing');
});

test('is for an object with another name and owner', () => {
  const metadata = { name: 'kubevirt-hyperconverged-2', namespace: 'virtualization' };
  const made = settings({ owner: SettingsOwner.HYPER_CONVERGED, metadata, fallback: MigrationFallback.POST_COPY });
  expect(manifestOf(made)).toMatchObject({ kind: 'HyperConverged', metadata, spec: { liveMigrationConfig: { allowPostCopy: true } } });
});

test.each<[string, ClusterMigrationSettingsProps, string]>([
  [
    'to pause guests through the HyperConverged object',
    { fallback: MigrationFallback.PAUSE },
    '[settings/migration] fallback is Pause: the HyperConverged object has no field for it. Use MigrationFallback.ABORT or POST_COPY, or a MigrationPolicy. (setting-not-in-hyperconverged)',
  ],
  [
    'a downtime through the HyperConverged object',
    { maximumDowntime: Duration.seconds(1) },
    '[settings/migration] maximumDowntime is 1000 ms: the HyperConverged object has no field for it. Use a MigrationPolicy. (setting-not-in-hyperconverged)',
  ],
  [
    'no migration at a time',
    { parallelMigrations: 0 },
    '[settings/migration] parallelMigrations is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'batches of nothing',
    { workloadUpdate: { evictionBatchSize: 0 } },
    '[settings/migration] workloadUpdate.evictionBatchSize is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrownBy(() => settings({ owner: SettingsOwner.HYPER_CONVERGED, ...props }))).toBe(message);
});
