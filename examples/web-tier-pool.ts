// cluster: openshift 4.22
//
// A web tier that grows and shrinks with its load: a pool of equal VMs on nodes of their own, behind one Service and one
// Route, sized by a HorizontalPodAutoscaler. A change of the template restarts one VM at a time.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  MachineHealthCheck,
  Platform,
  Probe,
  ProbedService,
  StickyRoute,
  VirtualMachinePool,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { HorizontalPodAutoscaler, Metric, MetricTarget } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const shop = new Chart(app, 'shop', { namespace: 'shop' });

const web = new VirtualMachinePool(shop, 'web', {
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
  dedicatedNodes: { key: 'example.com/tier', value: 'web' },
  bootTime: Duration.seconds(90),
  readiness: Probe.fromHttpGet('/health', { port: 8080 }),
  liveness: Probe.fromTcpSocket({ port: 8080 }),
  recoveryObjective: Duration.minutes(10),
});
new WatchdogDevice(web, 'Watchdog');

// The CPU that a VM uses on average, not a percentage: the CPU request of its pod is a fraction of its virtual CPUs.
new HorizontalPodAutoscaler(shop, 'autoscaler', {
  metadata: { name: 'web' },
  target: web,
  minReplicas: 2,
  maxReplicas: 5,
  metrics: [Metric.resourceCpu(MetricTarget.averageValue(1))],
  scaleDown: { stabilizationWindow: Duration.minutes(15) },
});

const service = new ProbedService(shop, 'service', {
  metadata: { name: 'web' },
  vms: [web],
  ports: [{ name: 'http', port: 80, targetPort: 8080 }],
});
new StickyRoute(shop, 'route', { metadata: { name: 'web' }, service, host: 'shop.apps.ocp4.example.com', cookieName: 'shop' });

new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', {
  metadata: { name: 'workers' },
  maxUnhealthy: '40%',
  unhealthyConditions: [
    { type: 'Ready', status: ConditionStatus.FALSE, timeout: Duration.seconds(240) },
    { type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.seconds(240) },
  ],
});

app.synth();
