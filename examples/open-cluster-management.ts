// cluster: openshift 4.22
//
// The same shop, delivered by Open Cluster Management: to a cluster of a fleet by a work of its own, and to all edge clusters, which are
// alike, by one set of works, canaries first. The last app is for the hub; it carries the objects of the others within itself.
import { join } from 'node:path';
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  Fleet,
  NodeHealthCheck,
  OcmManifests,
  OcmManifestWork,
  OcmManifestWorkReplicaSet,
  OcmPlacement,
  OcmRollout,
  Platform,
  Probe,
  ProbedService,
  SyncPolicy,
  VirtualMachineGroup,
} from 'cdk8s-kubevirt';

const outdir = process.env.CDK8S_OUTDIR ?? 'dist';
const profile = ClusterProfile.openshift('4.22', { platform: Platform.NONE, workers: 3 });

/** What runs on a cluster. */
function shop(app: App, size: number, memory: Size): void {
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const web = new VirtualMachineGroup(chart, 'web', {
    metadata: { name: 'web' },
    size,
    memory,
    disks: [Disk.fromDataSource('root', { name: 'rhel9', namespace: 'openshift-virtualization-os-images', size: Size.gibibytes(30) })],
    watchdog: {},
    bootTime: Duration.seconds(90),
    recoveryObjective: Duration.minutes(15),
    readiness: Probe.fromHttpGet('/health', { port: 8080 }),
  });
  new ProbedService(chart, 'service', {
    metadata: { name: 'web' },
    vms: web.members,
    ports: [{ name: 'http', port: 80, targetPort: 8080 }],
  });
  const timeout = Duration.minutes(2);
  const unhealthyConditions = [ConditionStatus.FALSE, ConditionStatus.UNKNOWN].map((status) => ({ type: 'Ready', status, timeout }));
  new NodeHealthCheck(new Chart(app, 'nodes'), 'workers', { metadata: { name: 'workers' }, minHealthy: '51%', unhealthyConditions });
  SyncPolicy.openClusterManagement().applyTo(app);
}

const fleet = new Fleet({ outdir: join(outdir, 'clusters'), clusters: [{ name: 'paris', profile }] });
const { clusters } = fleet.synth({
  define(app: App): void {
    shop(app, 3, Size.gibibytes(8));
  },
});

// All edge clusters get the same manifests. A UUID that stands in them would be that of a VM on each of them: KubeVirt draws them here.
const edge = new App({ outdir: join(outdir, 'edge') });
profile.applyTo(edge);
shop(edge, 2, Size.gibibytes(4));
edge.synth();

const hub = new App({ outdir: join(outdir, 'hub') });
const delivery = new Chart(hub, 'shop', { namespace: 'shops' });
for (const { name, folder } of clusters) {
  new OcmManifestWork(delivery, name, { metadata: { name: 'shop' }, cluster: name, manifests: OcmManifests.fromFolder(folder) });
}
const placement = new OcmPlacement(delivery, 'edges', {
  metadata: { name: 'edges' },
  clusterSets: ['edges'],
  groups: [{ name: 'canary', matchLabels: { stage: 'canary' } }],
});
new OcmManifestWorkReplicaSet(delivery, 'edge', {
  metadata: { name: 'shop' },
  placement,
  manifests: OcmManifests.fromApp(edge),
  rollout: OcmRollout.groupByGroup(Duration.minutes(10)),
});
hub.synth();
