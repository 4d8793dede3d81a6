// cluster: openshift 4.22
//
// A database whose data outlives its VM: the root disk is a copy of a golden image that was imported with a checksum, the
// data is on a volume of its own, and the configuration is a folder that follows its ConfigMap. The app refuses to go out
// when something keeps the VM from being migrated.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  DataVolume,
  DataVolumeSource,
  Disk,
  DiskErrorPolicy,
  Filesystem,
  HighlyAvailableVM,
  MachineHealthCheck,
  Platform,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { ConfigMap, PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);
const shop = new Chart(app, 'shop', { namespace: 'shop' });

const shared = { accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY, volumeMode: PersistentVolumeMode.BLOCK };

const golden = new DataVolume(shop, 'golden', {
  metadata: { name: 'rhel9-golden' },
  source: DataVolumeSource.http('https://images.example.com/rhel-9.6-x86_64-kvm.qcow2', {
    certConfigMapName: 'images-ca',
    checksum: 'sha256:6f1c7c8f7ab9f2a1f6d4f0f7c8d3b52a1e9d6c4b8a7f3e2d1c0b9a8f7e6d5c4b',
  }),
  size: Size.gibibytes(20),
  bindImmediately: true,
  ...shared,
});

const orders = new DataVolume(shop, 'orders', {
  metadata: { name: 'orders' },
  source: DataVolumeSource.blank(),
  size: Size.gibibytes(200),
  preallocation: true,
  ...shared,
});

const settings = new ConfigMap(shop, 'settings', { data: { 'mariadb.cnf': '[mysqld]\nmax_connections = 500\n' } });

const database = new HighlyAvailableVM(shop, 'database', {
  metadata: { name: 'database' },
  cpu: { cores: 4 },
  memory: Size.gibibytes(16),
  disks: [
    Disk.fromSource('root', { source: DataVolumeSource.persistentVolumeClaim(golden.name), size: Size.gibibytes(30), bootOrder: 1 }),
    // KubeVirt pauses the VM while its storage is away, rather than let the database see errors.
    Disk.fromDataVolume('data', { dataVolume: orders, serial: 'ORDERS', errorPolicy: DiskErrorPolicy.STOP }),
    Disk.emptyDisk('swap', { size: Size.gibibytes(4), serial: 'SWAP' }),
  ],
  filesystems: [Filesystem.fromConfigMap('settings', { configMap: settings })],
  bootTime: Duration.seconds(90),
});
new WatchdogDevice(database, 'Watchdog');

new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', { metadata: { name: 'workers' }, maxUnhealthy: '40%' });

const { migratable, blockers } = database.liveMigratability();
if (!migratable) {
  throw new Error(blockers.map(({ manifestPath, message }) => `${manifestPath}: ${message}`).join('\n'));
}
app.synth();
