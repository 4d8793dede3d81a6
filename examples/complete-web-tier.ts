// cluster: openshift 4.22
//
// Everything that a web tier needs, in one app to copy from: two VMs with data that outlives them, behind a Route that keeps
// each user on one of them; dead nodes fenced soon enough for the recovery objective, a snapshot of each VM every night, and
// alerts to the team.
import { App, Chart, Cron, Duration, Size } from 'cdk8s';
import {
  CloudInit,
  ClusterProfile,
  ConditionStatus,
  DataVolume,
  DataVolumeSource,
  Disk,
  GuestAgentSource,
  NodeHealthCheck,
  Platform,
  Probe,
  ProbedService,
  ScheduledSnapshot,
  StickyRoute,
  VirtualMachineAlerts,
  VirtualMachineGroup,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

// For the administrators of the cluster. A dead node costs 55 s until Kubernetes says so, these 60 s, 208 s of self node remediation,
// 32 s of start and 180 s of boot: less than the 600 s that the objective below allows. With 300 s it would be more, and synth says so.
const workers = new NodeHealthCheck(new Chart(app, 'cluster'), 'workers', {
  metadata: { name: 'workers' },
  minHealthy: '51%',
  unhealthyConditions: [
    { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(60) },
    { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(60) },
  ],
});

const shop = new Chart(app, 'shop', { namespace: 'shop' });
const web = new VirtualMachineGroup(shop, 'web', {
  metadata: { name: 'web' },
  size: 2,
  cpu: { cores: 2 },
  memory: Size.gibibytes(4),
  // An image of your own, with nginx and the guest agent in it: a VM that boots anew after a failure needs no repository.
  disks: [Disk.fromDataSource('root', { name: 'rhel9-nginx', namespace: 'golden-images', size: Size.gibibytes(30) })],
  guestAgent: GuestAgentSource.IMAGE,
  cloudInit: CloudInit.fromSettings({
    files: [
      {
        path: '/etc/nginx/conf.d/shop.conf',
        content: 'server { listen 8080; root /srv/shop; location = /health { return 200; } }\n',
      },
    ],
    units: ['nginx'],
    otherModules: {
      // Formats a disk that is empty, and leaves one that has this file system alone: no `overwrite`, no `partition: none`.
      fs_setup: [{ device: '/dev/disk/by-id/virtio-SHOPDATA', filesystem: 'xfs', label: 'shopdata' }],
      mounts: [['/dev/disk/by-id/virtio-SHOPDATA', '/srv/shop', 'xfs', 'defaults,nofail', '0', '2']],
    },
  }),
  watchdog: {},
  bootTime: Duration.minutes(3),
  recoveryObjective: Duration.minutes(10),
  readiness: Probe.fromHttpGet('/health', { port: 8080 }),
  liveness: Probe.fromGuestAgentPing(),
});
web.members.forEach((vm, index) => {
  const dataVolume = new DataVolume(shop, `data-${index}`, {
    metadata: { name: `web-${index}-data` },
    source: DataVolumeSource.blank(),
    size: Size.gibibytes(50),
    accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    volumeMode: PersistentVolumeMode.BLOCK,
  });
  vm.addDisk(Disk.fromDataVolume('data', { dataVolume, serial: 'SHOPDATA' }));
});

const service = new ProbedService(shop, 'service', {
  metadata: { name: 'web' },
  vms: web.members,
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
});
new StickyRoute(shop, 'route', {
  metadata: { name: 'web' },
  service,
  host: 'shop.apps.ocp4.example.com',
  cookieName: 'shop',
});

const snapshots = web.members.map(
  (vm, index) =>
    new ScheduledSnapshot(shop, `daily-${index}`, {
      metadata: { name: `web-${index}-daily` },
      vm,
      // One after the other: file systems are frozen while a snapshot is taken.
      schedule: Cron.schedule({ minute: `${30 * index}`, hour: '1' }),
      timeZone: 'Europe/Berlin',
      keep: 7,
    }),
);

new VirtualMachineAlerts(shop, 'alerts', {
  metadata: { name: 'web' },
  vms: web.members,
  nodeHealthChecks: [workers],
  snapshotCronJobs: snapshots.map(({ cronJob }) => cronJob),
  labels: { team: 'shop' },
});

app.synth();
