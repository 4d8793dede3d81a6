import { RULES } from '../../src/audit';
import { findingOf } from '../../src/audit/finding';
import { SECRET_FIELDS, SECRET_FIELDS_WITHIN } from '../../src/facts';
import type { Manifest } from '../../src/graph';
import { fieldTable, shapeAt } from '../../src/imports/field-table';
import { CANARY, changed, findingsIn, isPlaceOfSecret, LOOKS, textsWithCanary, withSecrets, withUnknownFields } from './canaries';
import { type Fixture, fixtureFolders, fixturesOf } from './fixture';

/** One for each rule: all of them are in the tests of properties. */
const failing = fixtureFolders().flatMap((folder) => fixturesOf(folder, 'failing').slice(0, 1));
/** Where a finding shows an object, or the field that it is about is unknown itself. */
const withObjects = failing.filter(({ expected }) => expected.some((text) => / is \[?\{|unknown\)$/.test(text)));

/** Every look at once: what is planted one by one is in the tests of properties. */
const ALL_LOOKS = LOOKS.map(([, secret]) => secret).join('\n');

/** What was looked at is printed: nobody is to take a test for a good one that had nothing to look at. */
const counts = { findings: 0, rules: new Set<string>(), places: 0 };

/** The texts of the findings that have the canary. */
function singing(fixture: Fixture, plant: (manifest: Manifest) => Manifest): string[] {
  return findingsIn(fixture, plant).flatMap((finding) => {
    counts.findings++;
    counts.rules.add(finding.rule.id);
    return textsWithCanary(finding);
  });
}

test.each<[string, readonly Fixture[], (manifest: Manifest) => Manifest]>([
  ['in places of secrets', failing, withSecrets],
  ['in fields that nobody knows', withObjects, withUnknownFields],
  ['by its looks', failing, (manifest) => changed(manifest, (text) => `${text} ${ALL_LOOKS}`)],
])('no text of any finding shows a secret %s', (name, fixtures, plant) => {
  counts.findings = 0;
  counts.rules.clear();
  expect([...new Set(fixtures.flatMap((fixture) => singing(fixture, plant)))]).toEqual([]);
  report(
    `canaries ${name}: ${fixtures.length} fixtures, ${counts.rules.size} of ${RULES.length} rules, ${counts.findings} findings, 0 shown`,
  );
  expect(counts.findings).toBeGreaterThan(500);
});

function report(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** A manifest of a kind with one plain value, and the path to it. */
interface Specimen {
  readonly manifest: Manifest;
  readonly path: readonly (string | number)[];
}

/** A path as a manifest that has nothing else. */
function specimen(apiVersion: string, kind: string, path: Specimen['path'], value: unknown = `x\n${CANARY}`): Specimen {
  const content = [...path].reverse().reduce<unknown>((inner, key) => (typeof key === 'number' ? [inner] : { [key]: inner }), value);
  return { manifest: { ...(content as object), apiVersion, kind } as Manifest, path };
}

/** Every field of the table of fields that holds a text. */
function textsOfTable(): Specimen[] {
  return Object.entries(fieldTable().kinds).flatMap(([groupAndKind, { root, version, versions }]) => {
    const [group, kind] = groupAndKind.split('/');
    const found: Specimen[] = [];
    const walk = (index: number, path: Specimen['path']): void => {
      const { type, fields = {}, items } = shapeAt(index);
      if (type === 'string') {
        found.push(specimen(`${group}/${version}`, kind, path));
      }
      for (const [name, [field]] of Object.entries(fields).filter(([name]) => name !== 'status')) {
        walk(field, [...path, name]);
      }
      if (items !== undefined) {
        walk(items, [...path, type === 'array' ? 0 : 'any']);
      }
    };
    walk(versions[version].root ?? root, []);
    return found;
  });
}

const POD = ['spec', 'template', 'spec'];
const CONTAINER = [...POD, 'containers', 0];
const ANNOTATIONS = [
  'kubevirt.io/ignitiondata',
  'hooks.kubevirt.io/hookSidecars',
  'kubectl.kubernetes.io/last-applied-configuration',
  'kubevirt.kubevirt.io/jsonpatch',
  'containerizeddataimporter.kubevirt.io/jsonpatch',
  'networkaddonsconfigs.kubevirt.io/jsonpatch',
  'ssp.kubevirt.io/jsonpatch',
  'example.com/db-password',
];

/** Places of secrets in objects without a table. */
const OTHERS: readonly Specimen[] = [
  specimen('v1', 'Secret', ['data', 'key']),
  specimen('v1', 'Secret', ['stringData', 'key']),
  specimen('v1', 'ConfigMap', ['data', 'Autounattend.xml']),
  specimen('v1', 'ConfigMap', ['binaryData', 'key']),
  specimen('apps/v1', 'Deployment', [...CONTAINER, 'env', 0, 'value']),
  specimen('apps/v1', 'Deployment', [...CONTAINER, 'args', 0]),
  specimen('apps/v1', 'Deployment', [...CONTAINER, 'lifecycle', 'preStop', 'exec', 'command', 0]),
  specimen('apps/v1', 'Deployment', [...CONTAINER, 'livenessProbe', 'httpGet', 'httpHeaders', 0, 'value']),
  specimen('apps/v1', 'Deployment', [...POD, 'volumes', 0, 'csi', 'volumeAttributes', 'key']),
  specimen('batch/v1', 'CronJob', ['spec', 'jobTemplate', ...CONTAINER, 'command', 0]),
  // No kind of the field table: within one of those nothing is shown of fields that nobody knows.
  specimen('machine.openshift.io/v1beta1', 'Machine', ['spec', 'providerSpec', 'value', 'field']),
  ...ANNOTATIONS.map((name) => specimen('kubevirt.io/v1', 'VirtualMachine', ['metadata', 'annotations', name])),
];

const RULE = RULES[0];

/** Where it shows, when something is said of the value itself and of each object around it. */
function shownAround({ manifest, path }: Specimen): string[] {
  return path.flatMap((_key, depth) => {
    const above = path.slice(0, depth + 1);
    const value = above.reduce<any>((object, key) => object[key], manifest);
    const manifestPath = above.map((key) => `[${JSON.stringify(key)}]`).join('');
    counts.places++;
    return findingOf(RULE, { manifest, path: manifestPath, value, message: 'it is wrong', remedy: 'Remove it.' }).text.includes(CANARY)
      ? [`${manifest.kind}: ${path.join('.')}`]
      : [];
  });
}

describe('whatever rule is about a place of a secret, or about an object around it', () => {
  const secrets = [...textsOfTable(), ...OTHERS].filter(({ manifest, path }) => isPlaceOfSecret(path, manifest.kind));

  test('it does not show it', () => {
    expect(secrets.flatMap(shownAround)).toEqual([]);
    report(`canaries in ${secrets.length} places of secrets: ${counts.places} findings about them and what is around them, 0 shown`);
    expect(secrets.length).toBeGreaterThan(100);
  });

  const showsIt = (name: string) => secrets.some((secret) => secret.path.includes(name) && shownAround(secret).length > 0);

  test.each([...SECRET_FIELDS])('it would if nobody knew that %s holds one', (name) => {
    const fields = SECRET_FIELDS as Set<string>;
    fields.delete(name);
    const isShown = showsIt(name);
    fields.add(name);
    expect(isShown).toBe(true);
  });

  const within = [...SECRET_FIELDS_WITHIN].flatMap(([name, fields]) => fields.map((field): [string, string] => [name, field]));

  test.each(within)('it would if nobody knew that %s hold one in %s', (name, field) => {
    const fields = SECRET_FIELDS_WITHIN as Map<string, readonly string[]>;
    const known = fields.get(name) as readonly string[];
    fields.set(
      name,
      known.filter((other) => other !== field),
    );
    const isShown = showsIt(field);
    fields.set(name, known);
    expect(isShown).toBe(true);
  });
});
