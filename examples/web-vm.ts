// cluster: openshift 4.20
//
// A web server in a VM that stays reachable: traffic only while it answers, one user always on one VM, a watchdog for a
// guest that hangs, live migration when a node is drained, and a machine health check that replaces a broken node.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  Disk,
  HighlyAvailableVM,
  MachineHealthCheck,
  Platform,
  Probe,
  ProbedService,
  StickyRoute,
  WatchdogAction,
  WatchdogDevice,
} from 'cdk8s-kubevirt';

const app = new App();
ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const prod = new Chart(app, 'prod', { namespace: 'prod2' });

const web = new HighlyAvailableVM(prod, 'web', {
  metadata: { name: 'web' },
  cpu: { cores: 2 },
  memory: Size.gibibytes(4),
  disks: [
    Disk.fromDataSource('root', {
      name: 'rhel9',
      namespace: 'openshift-virtualization-os-images',
      size: Size.gibibytes(30),
    }),
  ],
  bootTime: Duration.seconds(120),
  // KubeVirt adds 10 seconds to the initial delay; the VM gets traffic after three successes in a row.
  readiness: Probe.fromHttpGet('/health', {
    port: 8080,
    initialDelay: Duration.seconds(120),
    period: Duration.seconds(20),
    timeout: Duration.seconds(10),
    failureThreshold: 3,
    successThreshold: 3,
  }),
});
new WatchdogDevice(web, 'Watchdog', { action: WatchdogAction.POWEROFF });

const service = new ProbedService(prod, 'backend', {
  metadata: { name: 'backend' },
  vms: [web],
  selectorLabels: { tier: 'backend' },
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
});
new StickyRoute(prod, 'route', {
  metadata: { name: 'helloworld' },
  service,
  host: 'hello-ha-loadbalance.apps.ocp4.example.com',
  cookieName: 'hello',
});

const cluster = new Chart(app, 'cluster');
new MachineHealthCheck(cluster, 'workers', { metadata: { name: 'workers' }, maxUnhealthy: '40%' });

app.synth();
