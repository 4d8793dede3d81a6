import { type Chart, Duration, Size } from 'cdk8s';
import { Disk, HighlyAvailableVM, Probe, ProbedService, StickyRoute } from 'cdk8s-kubevirt';

/** One shop as constructs: a VM, the Service in front of it and the Route to the Service. */
export function addConstructs(chart: Chart, name: string): void {
  const vm = new HighlyAvailableVM(chart, name, {
    metadata: { name },
    cpu: { cores: 2 },
    memory: Size.gibibytes(4),
    disks: [Disk.fromDataSource('root', { name: 'rhel9', namespace: 'images', size: Size.gibibytes(30) })],
    bootTime: Duration.seconds(120),
    readiness: Probe.fromHttpGet('/health', { port: 8080 }),
    liveness: Probe.fromTcpSocket({ port: 8080 }),
  });
  const service = new ProbedService(chart, `${name}-service`, {
    metadata: { name },
    vms: [vm],
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
  new StickyRoute(chart, `${name}-route`, { metadata: { name }, service, host: `${name}.apps.example.com`, cookieName: 'shop' });
}
