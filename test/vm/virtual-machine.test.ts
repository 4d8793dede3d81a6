import { ApiObject, Chart, Duration, JsonPatch, Size, Testing } from 'cdk8s';
import { Architecture, CpuModel, Disk, EvictionStrategy, NetworkInterface, RunStrategy, TaintEffect, VirtualMachine } from 'cdk8s-kubevirt';
import { NetworkPolicy, NetworkPolicyIpBlock, Service } from 'cdk8s-plus-27';
import { Node } from 'constructs';
import { thrownBy } from '../support/thrown';

function chartOf(app = Testing.app()): Chart {
  return new Chart(app, 'shop', { namespace: 'shop' });
}

test('writes the least that KubeVirt needs', () => {
  const chart = chartOf();
  new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(2) });
  expect(Testing.synth(chart)).toEqual([
    {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        runStrategy: 'Always',
        template: {
          metadata: { labels: { 'cdk8s-kubevirt/vm': 'web' } },
          spec: { domain: { memory: { guest: '2Gi' }, devices: {} } },
        },
      },
    },
  ]);
});

test('writes every option to its field', () => {
  const chart = chartOf();
  new VirtualMachine(chart, 'vm', {
    metadata: { name: 'web' },
    runStrategy: RunStrategy.MANUAL,
    evictionStrategy: EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE,
    architecture: Architecture.AMD64,
    cpu: { cores: 2, sockets: 1, threads: 2, model: CpuModel.named('Cascadelake-Server') },
    memory: Size.mebibytes(1536),
    networkInterfaceMultiqueue: true,
    rng: true,
    terminationGracePeriod: Duration.minutes(3),
    podLabels: { tier: 'backend' },
    nodeSelector: { 'node-role.kubernetes.io/worker': '' },
    tolerations: [{ key: 'dedicated', value: 'vms', effect: TaintEffect.NO_EXECUTE, duration: Duration.seconds(30) }, { key: 'gpu' }],
  });
  const [{ spec }] = Testing.synth(chart);
  expect(spec).toEqual({
    runStrategy: 'Manual',
    template: {
      metadata: { labels: { 'cdk8s-kubevirt/vm': 'web', tier: 'backend' } },
      spec: {
        architecture: 'amd64',
        evictionStrategy: 'LiveMigrateIfPossible',
        nodeSelector: { 'node-role.kubernetes.io/worker': '' },
        terminationGracePeriodSeconds: 180,
        tolerations: [
          { key: 'dedicated', operator: 'Equal', value: 'vms', effect: 'NoExecute', tolerationSeconds: 30 },
          { key: 'gpu', operator: 'Exists' },
        ],
        domain: {
          cpu: { cores: 2, sockets: 1, threads: 2, model: 'Cascadelake-Server' },
          memory: { guest: '1536Mi' },
          devices: { networkInterfaceMultiqueue: true, rng: {} },
        },
      },
    },
  });
});

test('takes disks, interfaces, tolerations and labels after its construction', () => {
  const chart = chartOf();
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(1) });
  vm.addDisk(Disk.fromPersistentVolumeClaim('data', { claimName: 'data' }));
  vm.addInterface(NetworkInterface.masquerade());
  vm.addToleration({ key: 'gpu' });
  vm.addPodLabel('tier', 'backend');
  const [{ spec }] = Testing.synth(chart);
  expect(spec.template.spec.volumes).toEqual([{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }]);
  expect(spec.template.spec.networks).toEqual([{ name: 'default', pod: {} }]);
  expect(spec.template.spec.tolerations).toEqual([{ key: 'gpu', operator: 'Exists' }]);
  expect(spec.template.metadata.labels).toEqual({ 'cdk8s-kubevirt/vm': 'web', tier: 'backend' });
});

test('hands out copies of its labels', () => {
  const vm = new VirtualMachine(chartOf(), 'vm', { metadata: { name: 'web' } });
  vm.podLabels.tier = 'backend';
  expect(vm.podLabels).toEqual({ 'cdk8s-kubevirt/vm': 'web' });
});

test('labels a VM whose name is too long for a label by its construct path', () => {
  const vm = new VirtualMachine(chartOf(), 'vm', { metadata: { name: 'w'.repeat(64) } });
  expect(vm.podLabels['cdk8s-kubevirt/vm']).toMatch(/^shop-vm-[0-9a-f]+$/);
});

test('annotates the pod, and leaves the annotations of the VM to its metadata', () => {
  const chart = chartOf();
  const podAnnotations = { 'vm.kubevirt.io/os': 'rhel9' };
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1), metadata: { annotations: { note: 'kept' } }, podAnnotations });
  const [{ metadata, spec }] = Testing.synth(chart);
  expect(metadata.annotations).toEqual({ note: 'kept' });
  expect(spec.template.metadata.annotations).toEqual({ 'vm.kubevirt.io/os': 'rhel9' });
});

test('refuses to change the value of a pod label', () => {
  const vm = new VirtualMachine(chartOf(), 'vm', { podLabels: { tier: 'backend' } });
  expect(thrownBy(() => vm.addPodLabel('tier', 'frontend'))).toBe(
    '[shop/vm] podLabels["tier"] is "frontend": the pod has this label with the value "backend" already. Use another label. (pod-label-conflict)',
  );
});

test('keeps a JSON patch to a field that nobody knows', () => {
  const chart = chartOf();
  const vm = new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1) });
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/template/spec/telepathy', { range: 'far' }));
  expect(Node.of(vm).defaultChild).toBe(ApiObject.of(vm));
  expect(Testing.synth(chart)[0].spec.template.spec.telepathy).toEqual({ range: 'far' });
});

test('can be selected by Services and network policies of cdk8s-plus', () => {
  const chart = chartOf();
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory: Size.gibibytes(1) });
  const service = new Service(chart, 'headless', { selector: vm, clusterIP: 'None', ports: [{ port: 22 }] });
  const policy = new NetworkPolicy(chart, 'policy', { selector: vm });
  policy.addIngressRule(NetworkPolicyIpBlock.anyIpv4(chart, 'any'));
  policy.addEgressRule(vm);
  const labels = { 'cdk8s-kubevirt/vm': 'web' };
  expect(ApiObject.of(service).toJson().spec.selector).toEqual(labels);
  const { spec } = ApiObject.of(policy).toJson();
  expect(spec.podSelector).toEqual({ matchLabels: labels });
  expect(spec.egress[0].to[0].podSelector).toEqual({ matchLabels: labels });
});

test('grants permissions through cdk8s-plus', () => {
  const vm = new VirtualMachine(chartOf(), 'vm', { metadata: { name: 'web' } });
  expect([vm.apiGroup, vm.resourceType, vm.resourceName]).toEqual(['kubevirt.io', 'virtualmachines', 'web']);
});

test('synthesizes twice to the same manifests', () => {
  const chart = chartOf();
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1), disks: [Disk.blank('data', { size: Size.gibibytes(1) })] });
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});

test.each([
  ['memory', { memory: Size.mebibytes(0) }, '[shop/vm] memory is 0 Mi: the value must be at least 1 Mi. Pass 1 Mi or more. (out-of-range)'],
  ['cores', { cpu: { cores: 0 } }, '[shop/vm] cpu.cores is 0: the value must be at least 1. Pass 1 or more. (out-of-range)'],
  [
    'a grace period',
    { terminationGracePeriod: Duration.millis(2500) },
    '[shop/vm] terminationGracePeriod is 2500 ms: whole seconds only. Use Duration.seconds(2) or Duration.seconds(3). (whole-seconds)',
  ],
  [
    'a toleration',
    { tolerations: [{ duration: Duration.millis(1200) }] },
    '[shop/vm] tolerations[0].duration is 1200 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)',
  ],
])('refuses %s out of range', (_name, props, message) => {
  expect(thrownBy(() => new VirtualMachine(chartOf(), 'vm', props))).toBe(message);
});
