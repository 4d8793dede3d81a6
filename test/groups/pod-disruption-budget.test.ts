import { Chart, Size, Testing } from 'cdk8s';
import { EvictionStrategy, PodDisruptionBudget, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function machines(chart: Chart, ...names: string[]): VirtualMachine[] {
  const props = { memory: Size.gibibytes(1), evictionStrategy: EvictionStrategy.NONE };
  return names.map((name) => new VirtualMachine(chart, name, { metadata: { name }, ...props }));
}

const chartOf = (namespace?: string) => new Chart(Testing.app(), 'shop', { namespace });

test('keeps a number of VMs, which it labels, ready', () => {
  const chart = chartOf('shop');
  const [one, two, three] = machines(chart, 'one', 'two', 'three');
  const budget = new PodDisruptionBudget(chart, 'budget', { metadata: { name: 'web' }, vms: [one, two], minAvailable: 1 });
  budget.addVirtualMachine(three);
  const [first, second, third, manifest] = Testing.synth(chart);
  expect(manifest).toEqual({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { minAvailable: 1, selector: { matchLabels: { 'cdk8s-kubevirt/disruption-budget': 'web' } } },
  });
  for (const vm of [first, second, third]) {
    expect(vm.spec.template.metadata.labels).toMatchObject({ 'cdk8s-kubevirt/disruption-budget': 'web' });
  }
});

test('refuses to let no VM go', () => {
  const chart = chartOf();
  expect(thrownBy(() => new PodDisruptionBudget(chart, 'budget', { vms: machines(chart, 'one'), minAvailable: 0 }))).toBe(
    '[shop/budget] minAvailable is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  );
});

test('refuses to protect nothing', () => {
  expect(thrownBy(() => new PodDisruptionBudget(chartOf(), 'budget', { vms: [], minAvailable: 1 }))).toBe(
    '[shop/budget] vms is []: the budget has no VM to protect. Pass at least one VM. (vms-missing)',
  );
});

test('refuses a VM of another namespace', () => {
  const app = Testing.app();
  const vms = machines(new Chart(app, 'lab', { namespace: 'lab' }), 'one');
  expect(thrownBy(() => new PodDisruptionBudget(new Chart(app, 'shop', { namespace: 'shop' }), 'budget', { vms, minAvailable: 1 }))).toBe(
    '[shop/budget] vms is lab/one in the namespace lab: a budget protects only VMs of its own namespace, shop. Create the budget in the namespace lab. (vm-in-other-namespace)',
  );
});

test('refuses a VM under another budget', () => {
  const chart = chartOf();
  const vms = machines(chart, 'one', 'two');
  new PodDisruptionBudget(chart, 'a', { metadata: { name: 'a' }, vms, minAvailable: 1 });
  expect(thrownBy(() => new PodDisruptionBudget(chart, 'b', { metadata: { name: 'b' }, vms, minAvailable: 1 }))).toBe(
    '[shop/one] podLabels["cdk8s-kubevirt/disruption-budget"] is "b": the pod has this label with the value "a" already. Use another label. (pod-label-conflict)',
  );
});
