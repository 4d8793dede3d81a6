// cluster: openshift 4.23
//
// A database that somebody looks after: a snapshot every night of which two weeks are kept, alerts to the team that has
// built it, and a panic device, so that a kernel that gives up is noticed at once and told of.
import { App, Chart, Cron, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  HighlyAvailableVM,
  NodeHealthCheck,
  PanicDevice,
  Platform,
  Probe,
  ProbedService,
  ScheduledSnapshot,
  VirtualMachineAlerts,
  WatchdogDevice,
} from 'cdk8s-kubevirt';

const app = new App();
ClusterProfile.openshift('4.23', { platform: Platform.BARE_METAL_UPI, workers: 6 }).applyTo(app);

const nodes = new Chart(app, 'nodes');
const workers = new NodeHealthCheck(nodes, 'workers', {
  metadata: { name: 'workers' },
  minHealthy: '51%',
  unhealthyConditions: [
    { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(120) },
    { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(120) },
  ],
});

const database = new Chart(app, 'database', { namespace: 'database' });

const postgres = new HighlyAvailableVM(database, 'postgres', {
  metadata: { name: 'postgres' },
  cpu: { cores: 4 },
  memory: Size.gibibytes(16),
  disks: [
    Disk.fromDataSource('root', { name: 'rhel9', namespace: 'openshift-virtualization-os-images', size: Size.gibibytes(30) }),
    Disk.blank('data', { size: Size.gibibytes(200) }),
  ],
  readiness: Probe.fromTcpSocket({ port: 5432 }),
  recoveryObjective: Duration.minutes(10),
});
new WatchdogDevice(postgres, 'Watchdog');
new PanicDevice(postgres, 'Panic');

new ProbedService(database, 'service', {
  metadata: { name: 'postgres' },
  vms: [postgres],
  ports: [{ name: 'postgres', port: 5432 }],
});

const nightly = new ScheduledSnapshot(database, 'nightly', {
  metadata: { name: 'postgres-nightly' },
  vm: postgres,
  schedule: Cron.schedule({ minute: '15', hour: '1' }),
  timeZone: 'Europe/Berlin',
  keep: 14,
  timeout: Duration.minutes(20),
  // Mirrored, and pinned by its digest.
  image: 'registry.example.com/openshift/origin-cli@sha256:2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
});

new VirtualMachineAlerts(database, 'alerts', {
  metadata: { name: 'postgres' },
  vms: [postgres],
  nodeHealthChecks: [workers],
  snapshotCronJobs: [nightly.cronJob],
  labels: { team: 'database' },
});

app.synth();
