import { type Manifest, ManifestGraph } from '../../src/graph';

function virtualMachine(name: string, labels: Record<string, string>, namespace = 'shop'): Manifest {
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace },
    spec: { template: { metadata: { labels } } },
  };
}

const graph = new ManifestGraph([
  virtualMachine('web', { app: 'web' }),
  virtualMachine('api', { app: 'api' }),
  virtualMachine('other', { app: 'web' }, 'other'),
]);

function selected(selector: unknown): string[] {
  return graph.virtualMachinesSelectedBy(selector, 'shop').map((vm) => vm.name);
}

test('selects by label in one namespace', () => {
  expect(selected({ matchLabels: { app: 'web' } })).toEqual(['web']);
  expect(selected({ matchLabels: { app: 'db' } })).toEqual([]);
});

test('selects by expressions alone', () => {
  expect(selected({ matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] })).toEqual(['web', 'api']);
});

test('selects by the label that KubeVirt gives to every virt-launcher pod', () => {
  expect(selected({ matchLabels: { 'kubevirt.io': 'virt-launcher' } })).toEqual(['web', 'api']);
});

test('an empty selector selects the whole namespace, a missing one nothing', () => {
  expect(selected({})).toEqual(['web', 'api']);
  expect(selected(undefined)).toEqual([]);
});
