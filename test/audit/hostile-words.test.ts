import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateManifests } from '../../src/audit';
import { changedAt, places } from './places';

/** Names of members that every object of JavaScript has, each with one that none has. */
const WORDS = [
  ['constructor', 'construktor'],
  ['__proto__', '__prota__'],
  ['toString', 'toStrang'],
  ['hasOwnProperty', 'hasOwnPropertu'],
  ['valueOf', 'valueOv'],
] as const;

/** Which rule finds something where. */
function found(manifests: readonly unknown[], cluster: ClusterProfile, [hostile, plain]: readonly [string, string]): string[] {
  const findings = evaluateManifests(manifests, cluster);
  expect(findings.map(({ text }) => text).filter((text) => /native code|\[object Object\]|\(rule-failed\)/.test(text))).toEqual([]);
  return findings.map(({ rule, manifestPath }) => `${rule.id} ${manifestPath.split(hostile).join(plain)}`).sort();
}

test('what every object of JavaScript has is a name like another, wherever it stands', () => {
  const looked = places();
  const differences = looked.flatMap((place, position) => {
    // In turn: all of them at each place would take minutes.
    const words = WORDS[position % WORDS.length];
    const { name, cluster } = place.fixture;
    const [hostile, plain] = words.map((word) =>
      found(
        changedAt(place, () => word),
        cluster,
        words,
      ),
    );
    return JSON.stringify(hostile) === JSON.stringify(plain) ? [] : [{ name, path: place.path.join('.'), hostile, plain }];
  });
  expect(looked.length).toBeGreaterThan(500);
  expect(differences).toEqual([]);
});

describe.each(WORDS)('%s', (...words) => {
  const cluster = ClusterProfile.kubevirt('1.9');
  const vm = (spec: object, template: object = {}) => ({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web', namespace: 'shop', annotations: { 'cdk8s-kubevirt/high-availability': 'true' } },
    spec: { runStrategy: 'Always', template: { metadata: { labels: { app: 'web' } }, spec: { ...machine, ...spec }, ...template } },
  });
  const machine = {
    domain: {
      devices: { watchdog: { name: 'dog', i6300esb: { action: 'reset' } }, video: { type: 'vga' } },
      machine: { type: 'virt' },
      memory: { guest: '1Gi' },
    },
  };
  const service = (selector: object) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector, ports: [{ port: 80 }] },
  });

  test.each<[string, (word: string) => unknown[]]>([
    ['an architecture', (word) => [vm({ architecture: word })]],
    ['an eviction strategy', (word) => [vm({ evictionStrategy: word })]],
    ['a label that a Service asks for', (word) => [vm({}), service({ [word]: 'web' })]],
    [
      'a label that a selector asks for',
      (word) => [
        vm({}),
        {
          apiVersion: 'policy/v1',
          kind: 'PodDisruptionBudget',
          metadata: { name: 'web', namespace: 'shop' },
          spec: { minAvailable: 1, selector: { matchExpressions: [{ key: word, operator: 'Exists' }] } },
        },
      ],
    ],
    [
      'what an autoscaler scales',
      (word) => [
        {
          apiVersion: 'autoscaling/v2',
          kind: 'HorizontalPodAutoscaler',
          metadata: { name: 'web', namespace: 'shop' },
          spec: { maxReplicas: 2, scaleTargetRef: { apiVersion: 'kubevirt.io/v1', kind: word, name: word } },
        },
      ],
    ],
    [
      'a feature gate',
      (word) => [
        {
          apiVersion: 'kubevirt.io/v1',
          kind: 'KubeVirt',
          metadata: { name: 'kubevirt', namespace: 'kubevirt' },
          spec: { configuration: { developerConfiguration: { featureGates: [word] } } },
        },
        vm({}),
      ],
    ],
    ['a kind', (word) => [{ apiVersion: 'kubevirt.io/v1', kind: word, metadata: { name: 'web' }, spec: {} }]],
    ['a group', (word) => [{ apiVersion: `${word}/v1`, kind: 'VirtualMachine', metadata: { name: 'web' }, spec: {} }]],
    ['a field', (word) => [{ ...vm({ [word]: {} }), [word]: {} }]],
    [
      'a name',
      (word) => [{ ...vm({}), metadata: { name: word, namespace: word, labels: { [word]: word }, annotations: { [word]: word } } }],
    ],
    [
      'an annotation of one of two objects of one name',
      (word) => [
        { ...vm({}), metadata: { name: 'web', annotations: { [word]: 'a' } } },
        { ...vm({}), metadata: { name: 'web' } },
      ],
    ],
  ])('as %s', (_what, manifests) => {
    const [hostile, plain] = words.map((word) => found(manifests(word), cluster, words));
    expect(hostile).toEqual(plain);
  });
});

test('nothing of it reaches the objects of others', () => {
  const polluted = JSON.parse('{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","__proto__":{"odd":1}},"__proto__":{"odd":1}}');
  evaluateManifests([polluted], ClusterProfile.kubevirt('1.9'));
  expect(({} as Record<string, unknown>).odd).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});
