// cluster: openshift 4.22, openshift 4.20 and kubevirt 1.8
//
// The same shop on three clusters: OpenShift on bare metal, OpenShift on a cloud, and plain Kubernetes. One source makes manifests for what
// each of them is: BMCs, machines or nothing that fences, a Route or an Ingress, other sizes and another objective. Argo CD delivers them to
// the two OpenShift clusters, Flux to the third. `npx cdk8s-kubevirt fleet diff dist/fleet/clusters` says in what they differ.
import { join } from 'node:path';
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ArgoApplicationSet,
  ClusterProfile,
  ConditionStatus,
  Disk,
  Fleet,
  type FleetCluster,
  FluxGitRepository,
  FluxKustomization,
  IngressController,
  MachineHealthCheck,
  NodeHealthCheck,
  Platform,
  Probe,
  ProbedService,
  StickyIngress,
  StickyRoute,
  SyncPolicy,
  VirtualMachineGroup,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';

const REPOSITORY = 'https://git.example.com/shop/manifests.git';
const outdir = process.env.CDK8S_OUTDIR ?? 'dist';

const fleet = new Fleet({
  outdir: join(outdir, 'clusters'),
  clusters: [
    {
      name: 'metal',
      profile: ClusterProfile.openshift('4.22', { platform: Platform.BARE_METAL_IPI, workers: 6 }),
      namespace: 'shop',
      storageClass: 'ocs-storagecluster-ceph-rbd-virtualization',
      domain: 'apps.metal.example.com',
      replicas: 3,
      memory: Size.gibibytes(8),
      recoveryObjective: Duration.minutes(15),
      settings: { image: 'openshift-virtualization-os-images' },
    },
    {
      name: 'cloud',
      profile: ClusterProfile.openshift('4.20', { platform: Platform.AWS, workers: 4 }),
      namespace: 'shop',
      storageClass: 'ocs-storagecluster-ceph-rbd-virtualization',
      domain: 'apps.cloud.example.com',
      replicas: 2,
      memory: Size.gibibytes(4),
      settings: { image: 'openshift-virtualization-os-images' },
    },
    {
      name: 'plain',
      profile: ClusterProfile.kubevirt('1.8', { workers: 3 }),
      namespace: 'shop-plain',
      storageClass: 'rook-ceph-block',
      domain: 'plain.example.com',
      replicas: 2,
      memory: Size.gibibytes(4),
      recoveryObjective: Duration.minutes(10),
      settings: { image: 'golden-images' },
    },
  ],
});

fleet.synth({
  define(app: App, cluster: FleetCluster): void {
    const shop = new Chart(app, 'shop', { namespace: cluster.namespace });
    const web = new VirtualMachineGroup(shop, 'web', {
      metadata: { name: 'web' },
      size: cluster.replicas ?? 2,
      cpu: { cores: 2 },
      memory: cluster.memory,
      disks: [
        Disk.fromDataSource('root', {
          name: 'rhel9',
          namespace: cluster.setting('image'),
          size: Size.gibibytes(30),
          storageClassName: cluster.storageClass,
        }),
      ],
      watchdog: {},
      bootTime: Duration.seconds(90),
      recoveryObjective: cluster.recoveryObjective,
      readiness: Probe.fromHttpGet('/health', { port: 8080 }),
    });
    const service = new ProbedService(shop, 'service', {
      metadata: { name: 'web' },
      vms: web.members,
      ports: [{ name: 'http', port: 80, targetPort: 8080 }],
    });
    publish(shop, service, cluster);
    fence(new Chart(app, 'nodes'), cluster);
    (cluster.profile.isOpenshift ? SyncPolicy.argoCd() : SyncPolicy.flux()).applyTo(app);
  },
});

function publish(shop: Chart, service: ProbedService, cluster: FleetCluster): void {
  const host = cluster.host('shop');
  if (cluster.profile.isOpenshift) {
    new StickyRoute(shop, 'route', { metadata: { name: 'web' }, service, host, cookieName: 'shop' });
    return;
  }
  new StickyIngress(shop, 'ingress', {
    metadata: { name: 'web' },
    controller: IngressController.haproxyIngress(),
    service,
    host,
    tls: [{ hosts: [host], secret: Secret.fromSecretName(shop, 'certificate', 'shop-tls') }],
  });
}

/**
 * With the Machine API a node that fails is power cycled, or replaced; without it the operators of medik8s have it reboot itself. Where
 * nobody waits for it, a drain has the time that it takes.
 */
function fence(nodes: Chart, cluster: FleetCluster): void {
  const timeout = Duration.minutes(cluster.recoveryObjective === undefined ? 5 : 2);
  const unhealthyConditions = [ConditionStatus.FALSE, ConditionStatus.UNKNOWN].map((status) => ({ type: 'Ready', status, timeout }));
  if (cluster.profile.hasMachineApi) {
    new MachineHealthCheck(nodes, 'workers', { metadata: { name: 'workers' }, maxUnhealthy: '40%', unhealthyConditions });
  } else {
    new NodeHealthCheck(nodes, 'workers', { metadata: { name: 'workers' }, minHealthy: '51%', unhealthyConditions });
  }
}

// For the cluster that Argo CD runs in: the cloud first, and the bare metal when all is well there.
const argo = new App({ outdir: join(outdir, 'argocd') });
new ArgoApplicationSet(new Chart(argo, 'shop'), 'shop', {
  metadata: { name: 'shop', namespace: 'openshift-gitops' },
  source: { repository: REPOSITORY, path: 'clusters' },
  clusters: [
    { name: 'cloud', step: 1 },
    { name: 'metal', step: 2 },
  ],
});
argo.synth();

// For the third cluster, which has Flux.
const flux = new App({ outdir: join(outdir, 'flux') });
const delivery = new Chart(flux, 'shop');
const { source } = new FluxGitRepository(delivery, 'git', { metadata: { name: 'shop' }, url: REPOSITORY });
new FluxKustomization(delivery, 'plain', { metadata: { name: 'shop' }, source, path: 'clusters/plain' });
flux.synth();
