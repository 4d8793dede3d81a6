import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules, NOT_APPLICABLE } from '../../src/audit';
import { VM_RULES } from '../../src/audit/rules/vm';
import { type Manifest, ManifestGraph } from '../../src/graph';
import { highlyAvailableMachine } from './highly-available-machine';

const CLUSTER = ClusterProfile.openshift('4.22', { workers: 3 });

function findings(...manifests: Manifest[]) {
  return evaluateRules(VM_RULES, { graph: new ManifestGraph(manifests), cluster: CLUSTER });
}

test('a highly available VM has no finding', () => {
  expect(findings(highlyAvailableMachine())).toEqual([]);
});

test('of a VM with nothing but memory the rules about all VMs ask something', () => {
  const spec = { runStrategy: 'Always', template: { spec: { domain: { memory: { guest: '2Gi' }, devices: {} } } } };
  const graph = new ManifestGraph([{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' }, spec }]);
  const context = { graph, cluster: CLUSTER };
  const applying = VM_RULES.filter((rule) =>
    [...rule.subjects(graph)].some((subject) => rule.evaluate(subject, context) !== NOT_APPLICABLE),
  );
  expect(applying.map((rule) => rule.id)).toEqual([
    'vm-field-value-unknown',
    'memory-not-requested',
    'default-live-migrate-blocked',
    'run-strategy-not-exactly-one',
    'migration-target-missing',
  ]);
});
