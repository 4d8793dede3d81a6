import { Chart, Size, Testing } from 'cdk8s';
import { NodeLabel, TaintEffect, VirtualMachine, type VirtualMachineProps } from 'cdk8s-kubevirt';
import { Namespaces, Pods, Topology } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

const memory = Size.gibibytes(1);

function machine(props: VirtualMachineProps = {}, chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' })) {
  return new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory, ...props });
}

function specOf(vm: VirtualMachine) {
  const manifests = Testing.synth(Chart.of(vm));
  return manifests.find(({ metadata }: any) => metadata.name === 'web').spec.template.spec;
}

test('places a VM nowhere in particular', () => {
  expect(specOf(machine())).not.toHaveProperty('affinity');
  expect(specOf(machine())).not.toHaveProperty('topologySpreadConstraints');
});

test('requires all conditions on nodes together', () => {
  const vm = machine({ requiredNodes: [NodeLabel.of('disk', 'ssd')] });
  vm.placement.requireNodes(NodeLabel.oneOf('zone', ['a', 'b']), NodeLabel.noneOf('row', ['1']), NodeLabel.exists('gpu'));
  vm.placement.requireNodes(NodeLabel.absent('old'), NodeLabel.above('cores', 8), NodeLabel.below('age', 4));
  expect(specOf(vm).affinity).toEqual({
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          {
            matchExpressions: [
              { key: 'disk', operator: 'In', values: ['ssd'] },
              { key: 'zone', operator: 'In', values: ['a', 'b'] },
              { key: 'row', operator: 'NotIn', values: ['1'] },
              { key: 'gpu', operator: 'Exists' },
              { key: 'old', operator: 'DoesNotExist' },
              { key: 'cores', operator: 'Gt', values: ['8'] },
              { key: 'age', operator: 'Lt', values: ['4'] },
            ],
          },
        ],
      },
    },
  });
});

test('prefers nodes, with a weight for each preference', () => {
  const vm = machine();
  vm.placement.preferNodes([NodeLabel.exists('fast')]);
  vm.placement.preferNodes([NodeLabel.exists('near')], 10);
  expect(specOf(vm).affinity).toEqual({
    nodeAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, preference: { matchExpressions: [{ key: 'fast', operator: 'Exists' }] } },
        { weight: 10, preference: { matchExpressions: [{ key: 'near', operator: 'Exists' }] } },
      ],
    },
  });
});

test('runs on dedicated nodes only, and tolerates their taint', () => {
  const { affinity, tolerations } = specOf(machine({ dedicatedNodes: { key: 'tier', value: 'web' } }));
  const [term] = affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
  expect(term.matchExpressions).toEqual([{ key: 'tier', operator: 'In', values: ['web'] }]);
  expect(tolerations).toEqual([{ key: 'tier', operator: 'Equal', value: 'web', effect: 'NoSchedule' }]);
});

test('runs on nodes that are dedicated by a key alone, with another effect', () => {
  const { affinity, tolerations } = specOf(machine({ dedicatedNodes: { key: 'gpu', effect: TaintEffect.NO_EXECUTE } }));
  const [term] = affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms;
  expect(term.matchExpressions).toEqual([{ key: 'gpu', operator: 'Exists' }]);
  expect(tolerations).toEqual([{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }]);
});

test('prefers to be near one VM and far from another', () => {
  const vm = machine();
  const chart = Chart.of(vm);
  const [cache, batch] = ['cache', 'batch'].map((name) => new VirtualMachine(chart, name, { metadata: { name }, memory }));
  vm.placement.colocate(cache, { topology: Topology.ZONE });
  vm.placement.separate(batch, { weight: 20 });
  expect(specOf(vm).affinity).toEqual({
    podAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 100,
          podAffinityTerm: {
            labelSelector: { matchLabels: { 'cdk8s-kubevirt/vm': 'cache' } },
            topologyKey: 'topology.kubernetes.io/zone',
          },
        },
      ],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        {
          weight: 20,
          podAffinityTerm: { labelSelector: { matchLabels: { 'cdk8s-kubevirt/vm': 'batch' } }, topologyKey: 'kubernetes.io/hostname' },
        },
      ],
    },
  });
});

test('names the namespace of a VM elsewhere in a condition', () => {
  const app = Testing.app();
  const other = new VirtualMachine(new Chart(app, 'lab', { namespace: 'lab' }), 'vm', { metadata: { name: 'noisy' }, memory });
  const vm = machine({}, new Chart(app, 'shop', { namespace: 'shop' }));
  vm.placement.separate(other, { required: true });
  expect(specOf(vm).affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution).toEqual([
    { labelSelector: { matchLabels: { 'cdk8s-kubevirt/vm': 'noisy' } }, namespaces: ['lab'], topologyKey: 'kubernetes.io/hostname' },
  ]);
});

test('takes pods of cdk8s-plus, with their namespaces', () => {
  const vm = machine();
  const namespaces = Namespaces.select(Chart.of(vm), 'namespaces', { labels: { team: 'data' } });
  vm.placement.colocate(Pods.select(Chart.of(vm), 'pods', { labels: { app: 'queue' }, namespaces }));
  const [term] = specOf(vm).affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution;
  expect(term.podAffinityTerm).toMatchObject({
    labelSelector: { matchLabels: { app: 'queue' } },
    namespaceSelector: { matchLabels: { team: 'data' } },
  });
});

test('takes pods of cdk8s-plus in namespaces with these names', () => {
  const vm = machine();
  const namespaces = Namespaces.select(Chart.of(vm), 'namespaces', { names: ['queues'] });
  vm.placement.colocate(Pods.select(Chart.of(vm), 'pods', { labels: { app: 'queue' }, namespaces }));
  const [term] = specOf(vm).affinity.podAffinity.preferredDuringSchedulingIgnoredDuringExecution;
  expect(term.podAffinityTerm.namespaces).toEqual(['queues']);
});

test('spreads VMs with a label', () => {
  const vm = machine();
  vm.placement.spread({ labels: { app: 'web' } });
  vm.placement.spread({ labels: { app: 'web' }, topology: Topology.ZONE, maxSkew: 2, required: true });
  const labelSelector = { matchLabels: { app: 'web' } };
  expect(specOf(vm).topologySpreadConstraints).toEqual([
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    { maxSkew: 2, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector },
  ]);
});

test.each([
  [
    'a weight of a condition',
    (vm: VirtualMachine) => vm.placement.separate(vm, { required: true, weight: 5 }),
    '[shop/vm] weight is 5: only preferences are weighed against one another. Leave out weight or required. (weight-of-condition)',
  ],
  [
    'a weight above 100',
    (vm: VirtualMachine) => vm.placement.colocate(vm, { weight: 101 }),
    '[shop/vm] weight is 101: the value must be between 1 and 100. Pass 100 or less. (out-of-range)',
  ],
  [
    'a weight of zero for nodes',
    (vm: VirtualMachine) => vm.placement.preferNodes([NodeLabel.exists('a')], 0),
    '[shop/vm] weight is 0: the value must be between 1 and 100. Pass 1 or more. (out-of-range)',
  ],
  [
    'a skew of zero',
    (vm: VirtualMachine) => vm.placement.spread({ labels: { app: 'web' }, maxSkew: 0 }),
    '[shop/vm] maxSkew is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'a comparison with nothing',
    () => NodeLabel.oneOf('zone', []),
    '[NodeLabel.oneOf] values is []: a label is compared with at least one value. Pass a value, or use NodeLabel.exists. (node-label-values-missing)',
  ],
  [
    'a bound that is not an integer',
    () => NodeLabel.above('cores', 1.5),
    '[NodeLabel.above] bound is 1.5: only integers are allowed. Pass an integer. (integer-required)',
  ],
])('refuses %s', (_name, act, message) => {
  expect(thrownBy(() => act(machine()))).toBe(message);
});
