// cluster: openshift 4.22
//
// A database in a VM with storage traffic on networks of its own: the pod network for clients and probes, a virtual
// function of a network card for replication, a bridge for backups. The guest has static addresses there, a key from a
// Secret, the guest agent, and a network policy that lets the web tier in only.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  AccessCredential,
  CloudInit,
  ClusterProfile,
  Disk,
  GuestAgentSource,
  HighlyAvailableVM,
  NetworkData,
  NetworkInterface,
  Platform,
  Probe,
  ProbedService,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { Namespaces, NetworkPolicy, NetworkPolicyPort, NetworkPolicyTrafficDefault, Pods, Secret } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 4 }).applyTo(app);

const chart = new Chart(app, 'database', { namespace: 'shop' });

// The interface on the pod network keeps DHCP: KubeVirt answers with the right address on every node.
const macAddresses = { pod: '02:48:09:00:10:01', replication: '02:48:09:00:10:02', backup: '02:48:09:00:10:03' };
const networkData = NetworkData.fromEthernets([
  { name: 'pod', macAddress: macAddresses.pod, dhcp4: true },
  { name: 'replication', macAddress: macAddresses.replication, addresses: ['192.168.10.5/24'], mtu: 9000 },
  {
    name: 'backup',
    macAddress: macAddresses.backup,
    addresses: ['192.168.20.5/24'],
    routes: [{ destination: '10.50.0.0/16', gateway: '192.168.20.1' }],
  },
]);

const database = new HighlyAvailableVM(chart, 'postgres', {
  metadata: { name: 'postgres' },
  cpu: { cores: 4 },
  memory: Size.gibibytes(16),
  disks: [
    Disk.fromDataSource('root', { name: 'rhel9', namespace: 'openshift-virtualization-os-images', size: Size.gibibytes(60), bootOrder: 1 }),
    Disk.blank('data', { size: Size.gibibytes(200) }),
  ],
  interfaces: [
    NetworkInterface.masquerade({
      macAddress: macAddresses.pod,
      ports: [{ name: 'postgres', port: 5432 }],
      dhcpOptions: { ntpServers: ['192.0.2.10', '192.0.2.11'] },
    }),
    NetworkInterface.sriov('networks/replication', { macAddress: macAddresses.replication }),
    NetworkInterface.multus('networks/backup', { macAddress: macAddresses.backup }),
  ],
  cloudInit: CloudInit.fromSettings(
    {
      hostname: 'postgres',
      packages: ['postgresql-server'],
      units: ['postgresql'],
      // The image is not registered: without a subscription it has no repository.
      otherModules: { rh_subscription: { org: '1234567', 'activation-key': 'databases' } },
    },
    // Who has the key can register machines: it is not for everybody who may look at the VM.
    { networkData, inSecret: true },
  ),
  guestAgent: GuestAgentSource.CLOUD_INIT,
  accessCredentials: [AccessCredential.sshKeyThroughGuestAgent(Secret.fromSecretName(chart, 'Keys', 'database-keys'), ['cloud-user'])],
  bootTime: Duration.minutes(5),
  readiness: Probe.fromTcpSocket({ port: 5432 }),
  liveness: Probe.fromGuestAgentPing(),
});
new WatchdogDevice(database, 'Watchdog');

const service = new ProbedService(chart, 'service', {
  metadata: { name: 'postgres' },
  vms: [database],
  ports: [{ name: 'postgres', port: 5432, targetPort: 5432 }],
});

// A network policy holds on the pod network: what the VM does on the other two is up to these networks.
const web = Pods.select(chart, 'WebTier', {
  labels: { tier: 'web' },
  namespaces: Namespaces.select(chart, 'WebNamespace', { labels: { 'kubernetes.io/metadata.name': 'web' } }),
});
const policy = new NetworkPolicy(chart, 'policy', { selector: database, ingress: { default: NetworkPolicyTrafficDefault.DENY } });
policy.addIngressRule(web, [NetworkPolicyPort.tcp(service.ports[0].port)]);

app.synth();
