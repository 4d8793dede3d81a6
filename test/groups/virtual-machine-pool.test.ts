import { App, Chart, Duration, Size, Testing } from 'cdk8s';
import {
  ClusterProfile,
  Disk,
  ManifestCheck,
  PoolOrder,
  PoolScaleInStrategy,
  PoolUpdateStrategy,
  Probe,
  ProbedService,
  StatePreservation,
  VirtualMachinePool,
  type VirtualMachinePoolProps,
} from 'cdk8s-kubevirt';
import { HorizontalPodAutoscaler, Metric, MetricTarget, PercentOrAbsolute } from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

const probe = Probe.fromTcpSocket({ port: 8080 });
const size = Size.gibibytes(10);

function pool(props: VirtualMachinePoolProps = {}, release = '1.8') {
  const app = Testing.app();
  ClusterProfile.kubevirt(release).applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const vm = { memory: Size.gibibytes(2), readiness: probe, liveness: probe };
  return new VirtualMachinePool(chart, 'pool', { metadata: { name: 'web' }, ...vm, ...props });
}

function manifestOf(made: VirtualMachinePool): any {
  return Testing.synth(Chart.of(made)).find(({ kind }: any) => kind === 'VirtualMachinePool');
}

function errorsOf(made: VirtualMachinePool): string[] {
  return ManifestCheck.findings(made).map(({ code }) => code);
}

test('selects its VMs and their pods by one label', () => {
  const { apiVersion, metadata, spec } = manifestOf(pool());
  const labels = { 'cdk8s-kubevirt/vm': 'web' };
  expect(apiVersion).toBe('pool.kubevirt.io/v1beta1');
  expect(metadata).toEqual({ name: 'web', namespace: 'shop', annotations: { 'cdk8s-kubevirt/high-availability': 'true' } });
  expect(spec.selector).toEqual({ matchLabels: labels });
  expect(spec.virtualMachineTemplate.metadata).toEqual({ labels });
  expect(spec.virtualMachineTemplate.spec.template.metadata).toEqual({ labels });
});

test('is updated one VM at a time and keeps the disks of VMs that it removes', () => {
  const { spec } = manifestOf(pool());
  expect(spec).toMatchObject({
    replicas: 2,
    maxUnavailable: 1,
    scaleInStrategy: { proactive: { selectionPolicy: { sortPolicy: 'DescendingOrder' }, statePreservation: 'Offline' } },
  });
  expect(Object.keys(spec).sort()).toEqual(['maxUnavailable', 'replicas', 'scaleInStrategy', 'selector', 'virtualMachineTemplate']);
});

test('makes its VMs highly available and spreads them', () => {
  const { runStrategy, template, dataVolumeTemplates } = manifestOf(pool({ disks: [Disk.blank('root', { size })] })).spec
    .virtualMachineTemplate.spec;
  expect(runStrategy).toBe('Always');
  expect(template.spec.evictionStrategy).toBe('LiveMigrate');
  expect(template.spec.affinity.podAntiAffinity).toBeDefined();
  expect(template.spec.topologySpreadConstraints[0].labelSelector).toEqual({ matchLabels: { 'cdk8s-kubevirt/vm': 'web' } });
  expect(dataVolumeTemplates[0]).toMatchObject({ metadata: { name: 'web-root' }, spec: { storage: { accessModes: ['ReadWriteMany'] } } });
});

test.each([
  ['1.5', 'pool.kubevirt.io/v1alpha1', false],
  ['1.6', 'pool.kubevirt.io/v1alpha1', false],
  ['1.7', 'pool.kubevirt.io/v1beta1', false],
  ['1.8', 'pool.kubevirt.io/v1beta1', true],
  ['1.9', 'pool.kubevirt.io/v1beta1', true],
])('on KubeVirt %s is %s', (release, apiVersion, hasLimits) => {
  const made = pool({}, release);
  const manifest = manifestOf(made);
  expect(manifest.apiVersion).toBe(apiVersion);
  expect('maxUnavailable' in manifest.spec).toBe(hasLimits);
  expect('scaleInStrategy' in manifest.spec).toBe(hasLimits);
  expect(errorsOf(made).filter((code) => !code.includes('possibly'))).toEqual([]);
});

test('takes its limits from the author', () => {
  const made = pool({
    replicas: 0,
    maxUnavailable: PercentOrAbsolute.percent(25),
    updateStrategy: PoolUpdateStrategy.proactive(PoolOrder.OLDEST),
    scaleInStrategy: PoolScaleInStrategy.opportunistic(),
    autohealing: { failureThreshold: 5, minimumDuration: Duration.minutes(10) },
    ownSecrets: true,
    ownConfigMaps: false,
    paused: true,
  });
  expect(manifestOf(made).spec).toMatchObject({
    replicas: 0,
    maxUnavailable: '25%',
    updateStrategy: { proactive: { selectionPolicy: { sortPolicy: 'Oldest' } } },
    scaleInStrategy: { opportunistic: { statePreservation: 'Offline' } },
    autohealing: { startUpFailureThreshold: 5, minFailingToStartDuration: '600s' },
    nameGeneration: { appendIndexToSecretRefs: true, appendIndexToConfigMapRefs: false },
    paused: true,
  });
});

test.each([
  [PoolUpdateStrategy.proactive(), { proactive: {} }],
  [PoolUpdateStrategy.opportunistic(), { opportunistic: {} }],
  [PoolUpdateStrategy.unmanaged(), { unmanaged: {} }],
])('is updated by the strategy %#', (updateStrategy, expected) => {
  expect(manifestOf(pool({ updateStrategy })).spec.updateStrategy).toEqual(expected);
});

test.each([
  [
    PoolScaleInStrategy.proactive({ order: PoolOrder.NEWEST, statePreservation: StatePreservation.DISABLED }),
    { proactive: { selectionPolicy: { sortPolicy: 'Newest' }, statePreservation: 'Disabled' } },
  ],
  [PoolScaleInStrategy.unmanaged(), { unmanaged: {} }],
])('gets smaller by the strategy %#', (scaleInStrategy, expected) => {
  expect(manifestOf(pool({ scaleInStrategy })).spec.scaleInStrategy).toEqual(expected);
});

test('asked for limits that the release does not have, is refused at synth', () => {
  const made = pool({ maxUnavailable: PercentOrAbsolute.absolute(1) }, '1.5');
  expect(errorsOf(made)).toContain('field-newer-than-cluster');
});

test('leaves its size to an autoscaler of cdk8s-plus', () => {
  const made = pool();
  const metrics = [Metric.resourceCpu(MetricTarget.averageValue(1))];
  new HorizontalPodAutoscaler(Chart.of(made), 'autoscaler', { target: made, minReplicas: 2, maxReplicas: 6, metrics });
  const [manifest, autoscaler] = Testing.synth(Chart.of(made));
  expect(manifest.spec).not.toHaveProperty('replicas');
  expect(autoscaler.spec.scaleTargetRef).toEqual({ apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: 'web' });
  expect(errorsOf(made)).toEqual([]);
});

test('with a number of its own has the autoscaler refused', () => {
  const made = pool({ replicas: 3 });
  const metrics = [Metric.resourceCpu(MetricTarget.averageValue(1))];
  const autoscaler = new HorizontalPodAutoscaler(Chart.of(made), 'autoscaler', { target: made, maxReplicas: 6, metrics });
  expect(autoscaler.node.validate()).toEqual(['HorizontalPodAutoscaler target cannot have a fixed number of replicas (3).']);
});

test('stands behind a Service', () => {
  const made = pool();
  new ProbedService(Chart.of(made), 'service', { vms: [made], ports: [{ name: 'http', port: 80, targetPort: 8080 }] });
  const [manifest, service] = Testing.synth(Chart.of(made));
  expect(manifest.spec.virtualMachineTemplate.spec.template.metadata.labels).toMatchObject(service.spec.selector);
  expect(errorsOf(made)).toEqual([]);
});

test('is spread with other VMs of a group', () => {
  const { labels } = manifestOf(pool({ group: 'front' })).spec.virtualMachineTemplate.spec.template.metadata;
  expect(labels).toEqual({ 'cdk8s-kubevirt/vm': 'web', 'cdk8s-kubevirt/group': 'front' });
});

test.each<[string, VirtualMachinePoolProps, string]>([
  ['a negative size', { replicas: -1 }, '[shop/pool] replicas is -1: the value must be at least 0. Pass 0 or more. (out-of-range)'],
  [
    'an update that takes no VM down',
    { maxUnavailable: PercentOrAbsolute.absolute(0) },
    '[shop/pool] maxUnavailable is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'more than all VMs',
    { maxUnavailable: PercentOrAbsolute.percent(101) },
    '[shop/pool] maxUnavailable is "101%": only a number of VMs or a percentage from 1% to 100% is allowed. Use PercentOrAbsolute.absolute(1) or PercentOrAbsolute.percent(25). (max-unavailable-invalid)',
  ],
  [
    'a claim that all VMs would write',
    { disks: [Disk.fromPersistentVolumeClaim('data', { claimName: 'data' })] },
    '[shop/pool] disks[0] is a disk on the claim "data": all VMs of the pool would write it, which destroys its file system. Use a disk that is made for each VM, such as Disk.fromDataSource, or a VirtualMachineGroup. (claim-shared)',
  ],
  [
    'a host name',
    { hostname: 'web' },
    '[shop/pool] hostname is "web": all VMs of the pool would have this host name. Leave it out: each VM is called by its own name. (hostname-shared)',
  ],
  [
    'healing after no failure',
    { autohealing: { failureThreshold: 0 } },
    '[shop/pool] autohealing.failureThreshold is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrownBy(() => pool(props))).toBe(message);
});

test('synthesizes twice to the same bytes', () => {
  const app = new App();
  const made = new VirtualMachinePool(new Chart(app, 'shop'), 'pool', { memory: size, readiness: probe, liveness: probe });
  expect(made.podLabels).toEqual({ 'cdk8s-kubevirt/vm': made.name });
  expect(app.synthYaml()).toBe(app.synthYaml());
});
