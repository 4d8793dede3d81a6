import { ApiObject, App, Chart, Duration, Size, Yaml } from 'cdk8s';
import { CloudInit, type Finding, ManifestCheck, Probe, VirtualMachine } from 'cdk8s-kubevirt';
import * as fc from 'fast-check';
import { yamlDocument } from '../../src/synth';
import { countTexts, differences, report, sample } from './comparison';
import { hostileText } from './hostile-texts';
import { KUBECTL, READERS, type Reading, RUNS } from './readers';

const CODES = ['text-refused-in-yaml', 'text-misread-in-yaml'];

const texts = fc.record({
  annotations: fc.dictionary(fc.constantFrom('a', 'example.com/b', 'c'), hostileText, { minKeys: 3, noNullPrototype: true }),
  label: fc.stringMatching(/^[A-Za-z0-9_.-]{1,8}$/).map((text) => text.replace(/^[_.-]+|[_.-]+$/g, '')),
  name: fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,6}[a-z0-9])?$/),
  content: hostileText,
  userData: hostileText.map((text) => `#!/bin/sh\n${text}`),
  command: fc.array(hostileText, { minLength: 3, maxLength: 3 }),
  headers: fc.dictionary(fc.constantFrom('A', 'X-B', 'C'), hostileText, { minKeys: 3, noNullPrototype: true }),
  data: fc.dictionary(
    hostileText.filter((key) => key !== '__proto__'),
    fc.oneof({ weight: 9, arbitrary: hostileText }, fc.constantFrom('\ud800', 'a\udfffb')),
    {
      minKeys: 4,
      maxKeys: 6,
      noNullPrototype: true,
    },
  ),
});
type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;

/** About twenty-five texts are in one chart. */
const drawn = sample(texts, Math.ceil(RUNS / 25));

function addMachines(chart: Chart, { annotations, label, name, content, userData, command, headers, data }: Texts): void {
  const common = { memory: Size.gibibytes(1), metadata: { annotations, labels: { label } } };
  new VirtualMachine(chart, 'one', {
    ...common,
    cloudInit: CloudInit.fromSettings({ files: [{ path: '/etc/x', content }], commands: [command] }),
    readiness: Probe.fromCommand(command, { period: Duration.seconds(30) }),
  });
  new VirtualMachine(chart, 'two', {
    memory: Size.gibibytes(1),
    cloudInit: CloudInit.fromUserData(userData),
    readiness: Probe.fromHttpGet('/', { port: 80, headers }),
  });
  new ApiObject(chart, 'data', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data });
}

/** An app that cdk8s writes: its class has a `synth` of its own. */
class LeftToCdk8s extends App {
  public synth(): void {
    super.synth();
  }
}

/** By who writes. */
const WRITERS: [string, () => App, (manifest: unknown) => string][] = [
  ['cdk8s', () => new LeftToCdk8s(), (manifest) => Yaml.stringify(manifest)],
  ['this library', () => new App(), yamlDocument],
];

interface Written {
  readonly manifest: any;
  readonly told: readonly Finding[];
}

function writtenIn(app: App): Written[] {
  drawn.forEach((given, index) => {
    addMachines(new Chart(app, `c${index}`, { namespace: `n${index}` }), given);
  });
  const told = new Map<string, Finding[]>();
  for (const finding of ManifestCheck.findings(app).filter(({ code }) => CODES.includes(code))) {
    const key = JSON.stringify(finding.object);
    told.set(key, [...(told.get(key) ?? []), finding]);
  }
  const manifests = app.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .map((apiObject) => apiObject.toJson());
  return manifests.map((manifest) => ({ manifest, told: told.get(JSON.stringify(referenceTo(manifest))) ?? [] }));
}

test.each(WRITERS)('every reader reads a manifest of %s as it was meant, but for the texts that are told of', (_writer, newApp, write) => {
  const written = writtenIn(newApp());
  const rest = written.map(({ manifest, told }) => without(told, manifest));
  const documents = rest.map((manifest) => write(manifest));
  const found = READERS.flatMap((reader) => differences(reader, documents, rest));
  const total = written.reduce((sum, { manifest }) => sum + countTexts(manifest), 0);
  report('manifests', total, documents.length, READERS, found.length);
  expect(found.slice(0, 3)).toEqual([]);
});

test('what is told of is misread by some reader, and refused by kubectl where that is said', () => {
  const told = writtenIn(new LeftToCdk8s()).flatMap((one) => one.told);
  const alone = told.map(({ message, path, value }) =>
    message.startsWith('the key') ? { a: { b: { [path.at(-1)]: 'v' } } } : { a: { b: { k: value } } },
  );
  const documents = alone.map((value) => Yaml.stringify(value));
  const misread = new Set(READERS.flatMap((reader) => differences(reader, documents, alone)).map(({ document }) => document));
  const needed = told.filter((_finding, index) => !misread.has(documents[index]));
  const readings = KUBECTL?.read(documents);
  // What becomes of a line that is broken depends on what stands behind the break.
  const isCertain = ({ code, message }: Finding) => code === CODES[1] || !message.includes('or reads something else');
  const wrongly = told.filter(
    (finding, index) => readings !== undefined && isCertain(finding) && isRefused(readings[index]) !== (finding.code === CODES[0]),
  );
  process.stdout.write(`told: ${told.length} texts, ${needed.length} of them without need, ${wrongly.length} with the wrong severity\n`);
  if (READERS.length > 4) {
    expect(needed.slice(0, 3)).toEqual([]);
    expect(wrongly.slice(0, 3)).toEqual([]);
  }
});

/** What the API server, or kubectl before it, does not take where texts belong: other fields too. */
function isRefused(reading: Reading): boolean {
  const fields = 'error' in reading ? {} : (reading.value as any);
  const values = Object.values(fields.a?.b ?? {});
  return Object.keys(fields).length !== 1 || values.length !== 1 || typeof values[0] !== 'string';
}

function referenceTo({ apiVersion, kind, metadata }: any): unknown {
  return { apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
}

/** The manifest with a harmless text in each place that is told of. */
function without(told: readonly Finding[], manifest: any): any {
  const copy = JSON.parse(JSON.stringify(manifest));
  told.forEach(({ path, message }, index) => {
    const parent = path.slice(0, -1).reduce((value, key) => value?.[key], copy);
    const key = path.at(-1);
    if (message.startsWith('the key')) {
      delete parent[key];
    } else if (parent !== undefined && Object.hasOwn(parent, key)) {
      parent[key] = `told ${index}`;
    }
  });
  return copy;
}
