// cluster: openshift 4.22
//
// Three web servers on bare metal behind a sticky Route: one user always on one VM, a VM that fails its probe out of the
// traffic, a guest that hangs restarted by its watchdog, drains by live migration, and a node that fails fenced by its BMC, or,
// when the BMC does not answer, by its own watchdog.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  Disk,
  FenceAgent,
  FenceAgentsRemediationTemplate,
  NodeHealthCheck,
  Platform,
  Probe,
  ProbedService,
  RouteTls,
  SelfNodeRemediationTemplate,
  StickyRoute,
  VirtualMachineGroup,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const shop = new Chart(app, 'shop', { namespace: 'shop' });
const web = new VirtualMachineGroup(shop, 'web', {
  metadata: { name: 'web' },
  size: 3,
  cpu: { cores: 2 },
  memory: Size.gibibytes(4),
  disks: [Disk.fromDataSource('root', { name: 'rhel9', namespace: 'openshift-virtualization-os-images', size: Size.gibibytes(30) })],
  bootTime: Duration.seconds(90),
  recoveryObjective: Duration.minutes(15),
  readiness: Probe.fromHttpGet('/health', { port: 8080 }),
});
for (const vm of web.members) {
  new WatchdogDevice(vm, 'Watchdog', { timeout: Duration.seconds(30) });
}
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
  tls: RouteTls.edge(),
});

const cluster = new Chart(app, 'cluster');
const fencing = new FenceAgentsRemediationTemplate(cluster, 'ipmi', {
  metadata: { name: 'ipmi' },
  agent: FenceAgent.ipmiLan(),
  sharedParameters: { '--ip': 'bmc-{{.NodeName}}.example.com' },
  sharedSecret: Secret.fromSecretName(cluster, 'bmc', 'bmc-credentials'),
  retryCount: 3,
});
new NodeHealthCheck(cluster, 'workers', {
  metadata: { name: 'workers' },
  minHealthy: '51%',
  // The watchdogs of the hosts fire within a minute: with six workers a node is taken for rebooted after three.
  escalation: [
    { template: fencing, timeout: fencing.fencingTime() },
    { template: SelfNodeRemediationTemplate.fromOperator(), timeout: Duration.minutes(5) },
  ],
  stormCooldown: Duration.minutes(10),
});

app.synth();
