// cluster: kubevirt 1.8
//
// A web tier on plain Kubernetes, without OpenShift's router: three VMs behind one Service, each browser always on one of
// them through the cookie of HAProxy Ingress, TLS with a certificate from a Secret, and the same site once more through a
// Gateway, for the day on which the cluster moves there.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  CloudInit,
  ClusterProfile,
  Disk,
  GatewayChannel,
  HighlyAvailableVM,
  IngressController,
  Probe,
  ProbedService,
  StickyHttpRoute,
  StickyIngress,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.kubevirt('1.8', { workers: 4 }).applyTo(app);

const shop = new Chart(app, 'web-tier', { namespace: 'shop' });

// One group: the VMs prefer hosts of their own.
const vms = ['web-1', 'web-2', 'web-3'].map((name) => {
  const vm = new HighlyAvailableVM(shop, name, {
    metadata: { name },
    cpu: { cores: 2 },
    memory: Size.gibibytes(4),
    disks: [
      Disk.fromHttp('root', {
        url: 'https://cloud.debian.org/images/cloud/trixie/latest/debian-13-generic-amd64.qcow2',
        size: Size.gibibytes(20),
      }),
    ],
    cloudInit: CloudInit.fromCloudConfig({ packages: ['nginx'], runcmd: [['systemctl', 'enable', '--now', 'nginx']] }),
    bootTime: Duration.minutes(3),
    readiness: Probe.fromHttpGet('/', { port: 80 }),
    group: 'web',
  });
  new WatchdogDevice(vm, 'Watchdog');
  return vm;
});

const service = new ProbedService(shop, 'service', { metadata: { name: 'web' }, vms, ports: [{ name: 'http', port: 80 }] });

const certificate = Secret.fromSecretName(shop, 'certificate', 'shop-tls');
new StickyIngress(shop, 'ingress', {
  metadata: { name: 'web' },
  controller: IngressController.haproxyIngress(),
  service,
  host: 'shop.example.com',
  tls: [{ hosts: ['shop.example.com'], secret: certificate }],
});

// Session persistence is in the experimental channel of the Gateway API: the cluster needs those definitions.
new StickyHttpRoute(shop, 'http-route', {
  metadata: { name: 'web' },
  channel: GatewayChannel.EXPERIMENTAL,
  gateways: [{ name: 'public', namespace: 'gateways', listener: 'https' }],
  hostnames: ['next.shop.example.com'],
  backends: [{ service }],
});

app.synth();
