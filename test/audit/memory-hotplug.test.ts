import { NOT_APPLICABLE } from '../../src/audit/rule';
import { memoryHotplugUnsupported } from '../../src/audit/rules/vm/compute/memory-hotplug-unsupported';
import { ClusterProfile } from '../../src/cluster';
import { type Manifest, ManifestGraph } from '../../src/graph';

const MACHINE = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web' },
  spec: { template: { spec: { domain: { memory: { guest: '512Mi', maxGuest: '1Gi' } } } } },
};

function rollout(vmRolloutStrategy: string): Manifest {
  return { apiVersion: 'kubevirt.io/v1', kind: 'KubeVirt', spec: { configuration: { vmRolloutStrategy } } };
}

function applies(manifests: Manifest[], version: string): boolean {
  const graph = new ManifestGraph(manifests);
  return (
    memoryHotplugUnsupported.evaluate(graph.virtualMachines[0], { graph, cluster: ClusterProfile.kubevirt(version) }) !== NOT_APPLICABLE
  );
}

test.each([
  ['1.5', [], false],
  ['1.6', [], true],
  ['1.5', [rollout('LiveUpdate')], true],
  ['1.9', [rollout('Stage')], false],
])('asks something of memory only where changes reach running VMs: %s %j', (version, others, expected) => {
  expect(applies([MACHINE, ...others], version)).toBe(expected);
});

test('asks nothing when the instance type decides the memory', () => {
  const machine = { ...MACHINE, spec: { ...MACHINE.spec, instancetype: { name: 'u1.medium' } } };
  expect(applies([machine], '1.9')).toBe(false);
});
