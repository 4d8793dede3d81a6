import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests, type RuleFinding } from '../../src/audit';
import { summedUp } from '../../src/audit/summed-up';
import { valueAt } from '../../src/facts';
import type { Manifest } from '../../src/graph';

const MANY = 150;
const CLUSTER = ClusterProfile.kubevirt('1.8');

/** A VM with so many disks of one name. */
function machine(disks: number, name = 'web'): Manifest {
  const devices = { disks: Array.from({ length: disks }, () => ({ name: 'data', cache: 'slow', disk: {} })) };
  const volumes = [{ name: 'data', emptyDisk: { capacity: '1Gi' } }];
  const spec = { runStrategy: 'Always', template: { spec: { domain: { memory: { guest: '1Gi' }, devices }, volumes } } };
  return { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', metadata: { name, namespace: 'shop' }, spec };
}

function findingsOf(rule: string, manifests: readonly Manifest[]): readonly RuleFinding[] {
  return evaluateManifests(manifests, CLUSTER).filter((finding) => finding.rule.id === rule);
}

test('findings of one rule about one object beyond a hundred are one that says how many more there are, and where', () => {
  const findings = findingsOf('vm-field-value-unknown', [machine(MANY)]);
  expect(findings).toHaveLength(101);
  const last = findings[100];
  expect(last).toMatchObject({ more: MANY - 100, path: ['spec', 'template', 'spec', 'domain', 'devices', 'disks'] });
  expect(last.value).toHaveLength(MANY);
  expect(last.text).toBe(
    'spec.template.spec.domain.devices.disks is a list of 150 entries: the rule finds 50 more faults of this kind in the object, from ' +
      'spec.template.spec.domain.devices.disks[100].cache to spec.template.spec.domain.devices.disks[149].cache. ' +
      `${last.rule.remediation} (fails at apply: vm-field-value-unknown)`,
  );
});

test('a hundred are told, and so is the only one that is left', () => {
  for (const told of [99, 100, 101]) {
    const findings = findingsOf('vm-field-value-unknown', [machine(told)]);
    expect(findings).toHaveLength(told);
    expect(findings.every(({ more }) => more === undefined)).toBe(true);
  }
});

test('each object has a hundred of its own', () => {
  const findings = findingsOf('vm-field-value-unknown', [machine(MANY, 'web'), machine(90, 'db')]);
  expect(findings.map(({ manifest, more }) => [manifest.metadata?.name, more]).filter(([, more]) => more)).toEqual([['web', 50]]);
  expect(findings).toHaveLength(101 + 90);
});

test('what is summed up is accepted like the others', () => {
  const vm = machine(MANY);
  const annotations = { 'cdk8s-kubevirt/acknowledge': 'vm-field-value-unknown: the webhook is ours' };
  const findings = findingsOf('vm-field-value-unknown', [{ ...vm, metadata: { ...vm.metadata, annotations } }]);
  expect(findings.map(({ acknowledgement }) => acknowledgement?.reason)).toEqual(Array(101).fill('the webhook is ours'));
});

test('what many findings have in common is where it is told', () => {
  const manifest = machine(1);
  const [finding] = findingsOf('vm-field-value-unknown', [manifest]);
  const at = (manifestPath: string) => ({ ...finding, manifestPath, path: manifestPath.split('.') });
  const paths = [...Array.from({ length: 100 }, (_, index) => `a.${index}`), 'spec.template.x', 'spec.template.y', 'spec.runStrategy'];
  const last = summedUp(paths.map(at))[100];
  expect([last.path, last.value]).toEqual([['spec'], valueAt(manifest, ['spec'])]);
  const same = summedUp([...paths.slice(0, 100), 'spec.missing', 'spec.missing'].map(at))[100];
  expect(same.text).toMatch(/^spec.missing is not set: the rule finds 2 more faults of this kind in the object\. /);
});

test('names of any length and lists of any number are cut in texts', () => {
  const vm = machine(1, 'x'.repeat(40_000));
  const texts = evaluateManifests([vm, vm], CLUSTER).map(({ text }) => text.length);
  expect(texts.length).toBeGreaterThan(2);
  expect(Math.max(...texts)).toBeLessThan(2_500);
});
