import { ClusterProfile, Platform } from 'cdk8s-kubevirt';
import { evaluateRules } from '../../src/audit';
import { NODES_RULES } from '../../src/audit/rules/nodes';
import { secondsOfGoDuration } from '../../src/facts';
import { type Manifest, ManifestGraph } from '../../src/graph';

const GARBAGE: unknown[] = [null, 0, 'text', [], [null, 0, 'text', []], {}, { matchLabels: [], matchExpressions: {} }];
const PLATFORMS = [Platform.BARE_METAL_IPI, Platform.AWS, undefined];

function codes(manifests: unknown[], platform?: Platform): string[] {
  const cluster = ClusterProfile.openshift('4.20', { platform, workers: 3 });
  return evaluateRules(NODES_RULES, { graph: new ManifestGraph(manifests as Manifest[]), cluster }).map(({ rule }) => rule.id);
}

function healthCheck(fields: object): unknown {
  return { apiVersion: 'machine.openshift.io/v1beta1', kind: 'MachineHealthCheck', ...fields };
}

const NODE_HEALTH_CHECK_FIELDS = [
  'selector',
  'unhealthyConditions',
  'minHealthy',
  'maxUnhealthy',
  'remediationTemplate',
  'escalatingRemediations',
];
const REMEDIATION_KINDS = [
  ['self-node-remediation.medik8s.io', 'SelfNodeRemediationConfig'],
  ['self-node-remediation.medik8s.io', 'SelfNodeRemediationTemplate'],
  ['fence-agents-remediation.medik8s.io', 'FenceAgentsRemediationTemplate'],
  ['infrastructure.cluster.x-k8s.io', 'Metal3RemediationTemplate'],
];
const FENCE_FIELDS = ['sharedparameters', 'nodeparameters', 'nodeSecretNames', 'sharedSecretName', 'retrycount', 'strategy'];

function nodeHealthCheck(spec: object): unknown {
  return { apiVersion: 'remediation.medik8s.io/v1alpha1', kind: 'NodeHealthCheck', metadata: { name: 'x' }, spec };
}

test.each(GARBAGE)('no rule throws on %j in place of an object, a list or a text', (garbage) => {
  const fields = ['selector', 'unhealthyConditions', 'maxUnhealthy', 'remediationTemplate', 'nodeStartupTimeout'];
  const manifests = [
    healthCheck({ metadata: garbage, spec: garbage }),
    healthCheck({ metadata: { name: garbage, namespace: garbage, annotations: garbage } }),
    ...fields.map((field) => healthCheck({ metadata: { name: 'x' }, spec: { [field]: garbage } })),
    healthCheck({ spec: { selector: { matchLabels: { role: garbage }, matchExpressions: [{ key: garbage, values: garbage }] } } }),
    healthCheck({ spec: { unhealthyConditions: [{ type: 'Ready', status: garbage, timeout: garbage }] } }),
    healthCheck({ spec: { unhealthyConditions: [{ type: 'Ready', status: 'False', timeout: '1s' }] } }),
    { apiVersion: 'machine.openshift.io/v1beta1', kind: 'MachineSet', spec: { template: { metadata: garbage } } },
    { apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1', kind: 'Metal3RemediationTemplate', metadata: garbage },
    { apiVersion: 'remediation.medik8s.io/v1alpha1', kind: 'NodeHealthCheck', metadata: garbage },
    ...NODE_HEALTH_CHECK_FIELDS.map((field) => nodeHealthCheck({ [field]: garbage })),
    nodeHealthCheck({ selector: { matchExpressions: [{ key: garbage, operator: 'In', values: garbage }] } }),
    nodeHealthCheck({ unhealthyConditions: [{ type: 'Ready', status: garbage, duration: garbage }] }),
    nodeHealthCheck({ remediationTemplate: { apiVersion: garbage, kind: garbage, namespace: garbage, name: garbage } }),
    nodeHealthCheck({ escalatingRemediations: [{ order: garbage, timeout: garbage, remediationTemplate: garbage }] }),
    ...REMEDIATION_KINDS.flatMap(([group, kind]) => [
      { apiVersion: `${group}/v1alpha1`, kind, metadata: garbage, spec: garbage },
      { apiVersion: `${group}/v1alpha1`, kind, metadata: { name: 'x' }, spec: { template: garbage, apiCheckInterval: garbage } },
      { apiVersion: `${group}/v1alpha1`, kind, metadata: { name: 'x' }, spec: { template: { spec: garbage } } },
      ...FENCE_FIELDS.map((field) => ({ apiVersion: `${group}/v1alpha1`, kind, spec: { template: { spec: { [field]: garbage } } } })),
    ]),
    { apiVersion: 'v1', kind: 'Secret', metadata: garbage, data: garbage, stringData: garbage },
  ];
  for (const platform of PLATFORMS) {
    expect(codes(manifests, platform)).not.toContain('rule-failed');
  }
});

test('a MachineHealthCheck without a spec is a finding for each thing that it leaves out', () => {
  const manifest = healthCheck({ metadata: { name: 'all', namespace: 'openshift-machine-api' }, spec: {} });
  expect(codes([manifest], Platform.BARE_METAL_IPI)).toEqual([
    'bare-metal-machine-deletion',
    'machine-selector-empty',
    'max-unhealthy-missing',
    'unhealthy-conditions-missing',
  ]);
});

test.each([
  ['300s', 300],
  ['5m', 300],
  ['1h1m1.5s', 3661.5],
  ['500ms', 0.5],
  ['0', 0],
  ['300', undefined],
  ['5 m', undefined],
  ['', undefined],
  [300, undefined],
])('reads the duration %p as %p seconds', (duration, seconds) => {
  expect(secondsOfGoDuration(duration)).toBe(seconds);
});

test('what depends on the cluster is not judged when nothing is known of it', () => {
  const reference = { namespace: 'openshift-machine-api', name: 'x' };
  const templates = [
    { apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1', kind: 'Metal3RemediationTemplate' },
    { apiVersion: 'machine-deletion-remediation.medik8s.io/v1alpha1', kind: 'MachineDeletionRemediationTemplate' },
  ];
  const selector = { matchExpressions: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'DoesNotExist' }] };
  const checks = templates.map((template) =>
    nodeHealthCheck({ selector, minHealthy: 3, remediationTemplate: { ...template, ...reference } }),
  );
  const config = {
    apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
    kind: 'SelfNodeRemediationConfig',
    metadata: { name: 'self-node-remediation-config' },
    spec: { minPeersForRemediation: 9 },
  };
  const graph = new ManifestGraph([...checks, config] as Manifest[]);
  const findings = evaluateRules(NODES_RULES, { graph, cluster: ClusterProfile.openshift('4.20') });
  expect(findings.map(({ rule }) => rule.id)).toEqual(['node-health-checks-overlap']);
});

describe('a health check of the control plane', () => {
  const metadata = { name: 'masters', namespace: 'openshift-machine-api' };
  const spec = {
    selector: { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': 'master' } },
    unhealthyConditions: [
      { type: 'Ready', status: 'False', timeout: '300s' },
      { type: 'Ready', status: 'Unknown', timeout: '300s' },
    ],
    maxUnhealthy: 1,
  };

  test.each([
    [Platform.BARE_METAL_IPI, ['bare-metal-machine-deletion', 'machine-selector-takes-control-plane']],
    [Platform.AWS, ['control-plane-deletion-needs-owner']],
    [Platform.NONE, ['machine-health-check-without-machine-api']],
  ])('that deletes Machines is judged by the platform %s', (platform, expected) => {
    expect(codes([healthCheck({ metadata, spec })], platform)).toEqual(expected);
  });

  test('that power cycles hosts is refused on any platform', () => {
    const annotations = { 'machine.openshift.io/remediation-strategy': 'external-baremetal' };
    expect(codes([healthCheck({ metadata: { ...metadata, annotations }, spec })])).toEqual(['machine-selector-takes-control-plane']);
  });
});
