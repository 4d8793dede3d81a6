// cluster: openshift 4.20
//
// A database in a VM: killed and started again when it no longer accepts connections, booting from the disk that holds
// it, with a MAC address of its own, several network queues, random numbers from the host and a watchdog. A node that is lost is power
// cycled after three and a half minutes, so that the database is back within ten.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  DiskBus,
  HighlyAvailableVM,
  MachineHealthCheck,
  NetworkInterface,
  Platform,
  Probe,
  ProbedService,
  WatchdogAction,
  WatchdogDevice,
} from 'cdk8s-kubevirt';

const app = new App();
ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const prod = new Chart(app, 'database', { namespace: 'prod2' });

const mariadb = new HighlyAvailableVM(prod, 'mariadb', {
  metadata: { name: 'mariadb' },
  cpu: { cores: 4 },
  memory: Size.gibibytes(8),
  disks: [
    Disk.fromDataSource('mariadb-server', {
      name: 'rhel9',
      namespace: 'openshift-virtualization-os-images',
      size: Size.gibibytes(60),
      bus: DiskBus.VIRTIO,
      bootOrder: 1,
    }),
  ],
  interfaces: [NetworkInterface.masquerade({ macAddress: '02:48:09:00:00:00' })],
  networkInterfaceMultiqueue: true,
  rng: true,
  readiness: Probe.fromTcpSocket({ port: 3306 }),
  liveness: Probe.fromTcpSocket({ port: 3306, initialDelay: Duration.seconds(120), period: Duration.seconds(20) }),
  recoveryObjective: Duration.minutes(10),
});
new WatchdogDevice(mariadb, 'Watchdog', { name: 'mywatchdog', action: WatchdogAction.POWEROFF });

new ProbedService(prod, 'service', {
  metadata: { name: 'mariadb' },
  vms: [mariadb],
  ports: [{ name: 'mysql', port: 3306, targetPort: 3306 }],
  clientIpAffinity: Duration.hours(3),
});

new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', {
  metadata: { name: 'workers' },
  maxUnhealthy: '40%',
  unhealthyConditions: [
    { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(210) },
    { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(210) },
  ],
});

app.synth();
