// cluster: kubevirt 1.8
//
// A database pair: two VMs with names and disks of their own, on different hosts as far as there are some, behind one Service
// that keeps each client on one of them. A busy database changes its memory quickly, so a MigrationPolicy gives its
// migrations more time, and pauses the guest at the end rather than giving up. A node that is lost is given up after a minute, so that
// its VM is back within ten.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterMigrationSettings,
  ClusterProfile,
  ConditionStatus,
  Disk,
  MigrationFallback,
  MigrationPolicy,
  NodeHealthCheck,
  Probe,
  VirtualMachineGroup,
  WatchdogDevice,
} from 'cdk8s-kubevirt';

const app = new App();
ClusterProfile.kubevirt('1.8', { workers: 4 }).applyTo(app);

const data = new Chart(app, 'data', { namespace: 'data' });

const database = new VirtualMachineGroup(data, 'postgres', {
  metadata: { name: 'postgres' },
  size: 2,
  cpu: { cores: 4 },
  memory: Size.gibibytes(16),
  disks: [
    Disk.fromDataSource('root', { name: 'fedora', namespace: 'golden-images', size: Size.gibibytes(30) }),
    Disk.blank('data', { size: Size.gibibytes(200), serial: 'pgdata' }),
  ],
  bootTime: Duration.minutes(3),
  readiness: Probe.fromTcpSocket({ port: 5432 }),
  liveness: Probe.fromTcpSocket({ port: 22 }),
  recoveryObjective: Duration.minutes(10),
  service: {
    ports: [{ name: 'postgres', port: 5432 }],
    clientIpAffinity: Duration.hours(3),
  },
});
for (const vm of database.members) {
  new WatchdogDevice(vm, 'Watchdog');
}

// The second one keeps the archive of write-ahead logs.
database.member(1).addDisk(Disk.blank('archive', { size: Size.gibibytes(500) }));

new MigrationPolicy(data, 'migration', {
  metadata: { name: 'postgres' },
  podLabels: database.podLabels,
  namespaceLabels: { 'kubernetes.io/metadata.name': 'data' },
  completionTimeout: Duration.minutes(5),
  fallback: MigrationFallback.PAUSE,
});

// For the administrators of the cluster, with the operators of medik8s.
new NodeHealthCheck(new Chart(app, 'nodes'), 'workers', {
  metadata: { name: 'workers' },
  minHealthy: '51%',
  unhealthyConditions: [
    { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(60) },
    { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(60) },
  ],
});

// For an administrator: kubectl apply --server-side --field-manager=migration-settings -f dist/settings.k8s.yaml
new ClusterMigrationSettings(new Chart(app, 'settings'), 'migration', {
  network: 'migration',
  parallelMigrationsPerNode: 1,
  workloadUpdate: {},
});

app.synth();
