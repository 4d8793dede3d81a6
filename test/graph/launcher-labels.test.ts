import { ManifestGraph } from '../../src/graph';

function labels(name: string, spec: Record<string, unknown> = {}): Readonly<Record<string, string>> {
  const template = { metadata: { labels: { app: 'web' } }, spec };
  const manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name }, spec: { template } };
  return new ManifestGraph([manifest]).virtualMachines[0].launcherLabels;
}

test('the pod of a VM has the labels of the template and those of KubeVirt', () => {
  expect(labels('web.1')).toEqual({
    app: 'web',
    'kubevirt.io': 'virt-launcher',
    'vm.kubevirt.io/name': 'web',
    'vmi.kubevirt.io/id': 'web.1',
  });
});

test('the hostname wins over the name of the VM', () => {
  expect(labels('web', { hostname: 'front' })['vm.kubevirt.io/name']).toBe('front');
});

test('a name that is too long for a label is hashed by KubeVirt, so that nobody can select it', () => {
  const name = 'n'.repeat(64);
  expect(labels(name)).not.toHaveProperty(['vmi.kubevirt.io/id']);
  expect(labels(name)['vm.kubevirt.io/name']).toBe('n'.repeat(63));
});

test('VMs of a pool share only the labels of the template', () => {
  const virtualMachineTemplate = { spec: { template: { metadata: { labels: { app: 'web' } }, spec: {} } } };
  const pool = {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    metadata: { name: 'web' },
    spec: { virtualMachineTemplate },
  };
  expect(new ManifestGraph([pool]).virtualMachines[0].launcherLabels).toEqual({ app: 'web', 'kubevirt.io': 'virt-launcher' });
});

test('before KubeVirt 1.7 no label has the name of the VM', () => {
  const manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec: {} };
  const [vm] = new ManifestGraph([manifest], false).virtualMachines;
  expect(vm.launcherLabels).toEqual({ 'kubevirt.io': 'virt-launcher', 'vm.kubevirt.io/name': 'web' });
});
