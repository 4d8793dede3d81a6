import { ClusterProfile, Severity } from 'cdk8s-kubevirt';
import { evaluateRules, type Outcome, type Rule } from '../../src/audit';
import { type Manifest, ManifestGraph } from '../../src/graph';

const VM: Manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name: 'web' } };

function rule(id: string, evaluate: (manifest: Manifest) => Outcome): Rule<Manifest> {
  return {
    id,
    title: id,
    severity: Severity.ERROR,
    category: 'admission',
    rationale: id,
    remediation: id,
    references: [],
    subjects: (graph) => graph.manifests,
    evaluate,
  };
}

function texts(rules: Rule[], manifests: Manifest[] = [VM]): string[] {
  const context = { graph: new ManifestGraph(manifests), cluster: ClusterProfile.kubevirt('1.8') };
  return evaluateRules(rules, context).map((finding) => finding.text);
}

test('makes a sentence of path, value, message, remedy and code', () => {
  const violation = {
    manifest: VM,
    path: 'spec.template.spec.nodeSelector',
    value: { b: 1 },
    message: 'that cannot be',
    remedy: 'Remove it.',
  };
  expect(texts([rule('no-a', () => [violation])])).toEqual([
    'spec.template.spec.nodeSelector is {"b":1}: that cannot be. Remove it. (no-a)',
  ]);
});

test('says "not set" of a value that is missing, and shortens a long one', () => {
  const missing = { manifest: VM, path: 'spec.a', message: 'it is needed', remedy: 'Set it.' };
  const long = { manifest: VM, path: 'spec.runStrategy', value: 'x'.repeat(200), message: 'too long', remedy: 'Shorten it.' };
  expect(texts([rule('lengths', () => [missing, long])])).toEqual([
    'spec.a is not set: it is needed. Set it. (lengths)',
    `spec.runStrategy is "${'x'.repeat(119)}…: too long. Shorten it. (lengths)`,
  ]);
});

test('reports the same finding once', () => {
  const violation = { manifest: VM, path: 'spec.a', message: 'it is needed', remedy: 'Set it.' };
  expect(texts([rule('twice-said', () => [violation, violation])])).toHaveLength(1);
});

test('names a rule that throws, and goes on', () => {
  const broken = rule('broken-rule', () => {
    throw new TypeError('boom');
  });
  const sound = rule('sound-rule', (manifest) => [{ manifest, path: 'spec', message: 'it is needed', remedy: 'Set it.' }]);
  expect(texts([broken, sound])).toEqual([
    'rule broken-rule failed: TypeError: boom. This is a defect of cdk8s-kubevirt: report it together with the manifest. (rule-failed)',
    'spec is not set: it is needed. Set it. (sound-rule)',
  ]);
});

test('asks a rule about the manifests that mention one of its words, and about no others', () => {
  const manifests = ['cache', 'io', 'none', 'io', 'cache'].map((field, index) => ({
    ...VM,
    metadata: { name: `${index}` },
    spec: { [field]: 'x' },
  }));
  const asked: unknown[] = [];
  const asking = (mentions: readonly string[]): Rule => ({
    ...rule(mentions.join(), ({ metadata }) => {
      asked.push(`${mentions}: ${metadata?.name}`);
      return [];
    }),
    mentions,
  });
  texts([asking(['cache']), asking(['cache', 'io', 'missing']), asking(['missing'])], manifests);
  expect(asked).toEqual(['cache: 0', ...[0, 1, 3].map((name) => `cache,io,missing: ${name}`), 'cache: 4', 'cache,io,missing: 4']);
});
