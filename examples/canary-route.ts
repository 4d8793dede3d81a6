// cluster: openshift 4.22
//
// Two versions of one site: nine clients out of ten on the stable one, each client always on one VM of one version. The
// certificate comes from a Secret, browsers stay with HTTPS, and nobody takes more than a fair share.
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  Disk,
  HighlyAvailableVM,
  Platform,
  Probe,
  ProbedService,
  RouteHeader,
  RouteTls,
  StickyRoute,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);

const shop = new Chart(app, 'canary', { namespace: 'shop' });

function version(name: string, dataSource: string): ProbedService {
  const vm = new HighlyAvailableVM(shop, name, {
    metadata: { name },
    memory: Size.gibibytes(4),
    disks: [Disk.fromDataSource('root', { name: dataSource, namespace: 'shop-images', size: Size.gibibytes(30) })],
    bootTime: Duration.minutes(2),
    readiness: Probe.fromHttpGet('/health', { port: 8080 }),
  });
  new WatchdogDevice(vm, 'Watchdog');
  const ports = [{ name: 'http', port: 80, targetPort: 8080 }];
  return new ProbedService(shop, `${name}-service`, { metadata: { name }, vms: [vm], ports });
}

new StickyRoute(shop, 'route', {
  metadata: { name: 'shop' },
  host: 'shop.apps.example.com',
  service: version('stable', 'shop-v1'),
  weight: 90,
  alternateBackends: [{ service: version('canary', 'shop-v2'), weight: 10 }],
  tls: RouteTls.edge({ externalCertificate: Secret.fromSecretName(shop, 'certificate', 'shop-tls') }),
  hsts: { maxAge: Duration.days(30) },
  responseHeaders: [RouteHeader.setText('X-Frame-Options', 'DENY'), RouteHeader.remove('Server')],
  rateLimits: { requestRate: 500 },
  tunnelTimeout: Duration.hours(4),
});

app.synth();
