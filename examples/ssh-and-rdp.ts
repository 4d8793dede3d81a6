// cluster: openshift 4.22
//
// What no Route carries: SSH through a load balancer that keeps the addresses of clients, and remote desktops through another,
// each user always on one of the two hosts. Both let in the office only: a port of the nodes has no list of its clients.
import { App, Chart, Duration, Size } from 'cdk8s';
import { ClusterProfile, Disk, ExternalTrafficPolicy, HighlyAvailableVM, Platform, Probe, ProbedService } from 'cdk8s-kubevirt';
import { ServiceType } from 'cdk8s-plus-27';

const app = new App();
ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 4 }).applyTo(app);

const office = ['198.51.100.0/24'];
const desk = new Chart(app, 'desk', { namespace: 'desk' });

const jump = new HighlyAvailableVM(desk, 'jump', {
  metadata: { name: 'jump' },
  memory: Size.gibibytes(2),
  disks: [Disk.fromDataSource('root', { name: 'rhel9', namespace: 'openshift-virtualization-os-images', size: Size.gibibytes(30) })],
  readiness: Probe.fromTcpSocket({ port: 22 }),
  liveness: Probe.fromTcpSocket({ port: 22, initialDelay: Duration.minutes(5) }),
});
new ProbedService(desk, 'ssh', {
  metadata: { name: 'ssh' },
  vms: [jump],
  ports: [{ name: 'ssh', port: 22 }],
  type: ServiceType.LOAD_BALANCER,
  externalTrafficPolicy: ExternalTrafficPolicy.LOCAL,
  loadBalancerSourceRanges: office,
});

const terminals = ['terminal-1', 'terminal-2'].map(
  (name) =>
    new HighlyAvailableVM(desk, name, {
      metadata: { name },
      cpu: { cores: 4 },
      memory: Size.gibibytes(16),
      disks: [Disk.fromDataSource('root', { name: 'win2k22', namespace: 'desk-images', size: Size.gibibytes(80) })],
      readiness: Probe.fromTcpSocket({ port: 3389 }),
      liveness: Probe.fromTcpSocket({ port: 3389, initialDelay: Duration.minutes(10) }),
      group: 'terminal',
    }),
);
new ProbedService(desk, 'rdp', {
  metadata: { name: 'rdp' },
  vms: terminals,
  ports: [{ name: 'rdp', port: 3389 }],
  type: ServiceType.LOAD_BALANCER,
  loadBalancerSourceRanges: office,
  clientIpAffinity: Duration.hours(8),
});

app.synth();
