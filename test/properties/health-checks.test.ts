import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules } from '../../src/audit';
import { NODES_RULES } from '../../src/audit/rules/nodes';
import { type Manifest, ManifestGraph } from '../../src/graph';
import { processorTime } from '../support/processor-time';

test.each([
  [
    'MachineHealthChecks',
    (index: number): Manifest => ({
      apiVersion: 'machine.openshift.io/v1beta1',
      kind: 'MachineHealthCheck',
      metadata: { name: `check-${index}`, namespace: 'openshift-machine-api' },
      spec: {
        selector: {
          matchLabels: {
            'machine.openshift.io/cluster-api-machine-role': 'worker',
            'machine.openshift.io/cluster-api-machineset': `set-${index}`,
          },
        },
      },
    }),
  ],
  [
    'NodeHealthChecks',
    (index: number): Manifest => ({
      apiVersion: 'remediation.medik8s.io/v1alpha1',
      kind: 'NodeHealthCheck',
      metadata: { name: 'x' },
      spec: {
        selector: {
          matchLabels: { 'a-rack': `rack-${index}` },
          matchExpressions: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'DoesNotExist' }],
        },
        minHealthy: '51%',
        escalatingRemediations: [{ order: 1, timeout: '300s', remediationTemplate: { kind: 'SelfNodeRemediationTemplate' } }],
      },
    }),
  ],
])('rules stay linear in the number of %s', (_kinds, make) => {
  const manifests = Array.from({ length: 10_000 }, (_, index) => make(index));
  const begin = processorTime();
  evaluateRules(NODES_RULES, { graph: new ManifestGraph(manifests), cluster: ClusterProfile.openshift('4.20', { workers: 3 }) });
  expect(processorTime() - begin).toBeLessThan(5_000);
});
