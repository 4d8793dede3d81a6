import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules } from '../../src/audit';
import { GROUPS_RULES } from '../../src/audit/rules/groups';
import { type Manifest, ManifestGraph } from '../../src/graph';

const GARBAGE: unknown[] = [null, 0, 'text', [], [null, 0, 'text', []], {}, { matchLabels: [], matchExpressions: {} }];

function codes(manifests: unknown[], release = '1.8'): string[] {
  const context = { graph: new ManifestGraph(manifests as Manifest[]), cluster: ClusterProfile.kubevirt(release, { workers: 3 }) };
  return evaluateRules(GROUPS_RULES, context).map(({ rule }) => rule.id);
}

const pool = (spec: unknown) => ({ apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', metadata: { name: 'x' }, spec });
const autoscaler = (spec: unknown) => ({ apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec });
const target = { kind: 'VirtualMachinePool', name: 'x' };

test.each(GARBAGE)('no rule throws on %j in place of an object, a list or a text', (garbage) => {
  const terms = (value: unknown) => ({ podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: value } });
  const templates = [
    { spec: garbage },
    { metadata: { labels: garbage }, spec: { tolerations: garbage, affinity: garbage } },
    { spec: { tolerations: [{ key: garbage, operator: garbage }], affinity: terms(garbage) } },
    { spec: { affinity: terms([{ topologyKey: 'kubernetes.io/hostname', labelSelector: garbage }]) } },
  ];
  const pools = ['maxUnavailable', 'updateStrategy', 'scaleInStrategy', 'selector', 'virtualMachineTemplate', 'replicas'];
  const manifests = [
    pool(garbage),
    ...templates.map((template) => ({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec: { template } })),
    ...pools.map((field) => pool({ virtualMachineTemplate: { spec: { dataVolumeTemplates: [{}] } }, [field]: garbage })),
    pool({ virtualMachineTemplate: { spec: { dataVolumeTemplates: [{}] } }, scaleInStrategy: { proactive: garbage } }),
    autoscaler(garbage),
    ...[garbage, { ...target, name: garbage }].map((scaleTargetRef) => autoscaler({ scaleTargetRef })),
    ...[garbage, [{ type: garbage }]].map((metrics) => autoscaler({ scaleTargetRef: target, metrics })),
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: garbage },
    { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { selector: garbage } },
  ];
  for (const manifest of manifests) {
    expect(codes([manifest])).not.toContain('rule-failed');
    expect(codes([pool({ selector: garbage }), manifest])).not.toContain('rule-failed');
  }
  expect(codes(manifests)).not.toContain('rule-failed');
});

test('an autoscaler that measures something else than pods needs no pods', () => {
  const scaled = pool({ selector: { matchLabels: { app: 'web' } } });
  const metrics = [{ type: 'External', external: {} }];
  expect(codes([scaled, autoscaler({ scaleTargetRef: target })])).toContain('autoscaler-finds-no-pods');
  expect(codes([scaled, autoscaler({ scaleTargetRef: target, metrics })])).not.toContain('autoscaler-finds-no-pods');
});

test('a pool is not asked for fields that its release does not have', () => {
  const withDisk = pool({ virtualMachineTemplate: { spec: { dataVolumeTemplates: [{}] } } });
  expect(codes([withDisk], '1.8')).toEqual(['pool-scale-in-deletes-disks']);
  expect(codes([withDisk], '1.5')).toEqual([]);
});
