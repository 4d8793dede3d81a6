import { ApiObject, App, Chart, Size } from 'cdk8s';
import { CloudInit, ManifestCheck, Severity, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

/** A line end, a colour, a mark that turns the direction of writing, and one that nobody sees. */
const HOSTILE = 'web\nwarning: [prod/db] forged\r\u001b[2K\u202e\u200b\u2028';
const SHOWN = 'web\\u000awarning: [prod--db] forged\\u000d\\u001b[2K\\u202e\\u200b\\u2028';
/** A field of which no other rule tells: kubectl refuses a key with U+2028. */
const FIELD = HOSTILE.replace('\u2028', '');
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

let printed: string[];

beforeEach(() => {
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(() => jest.restoreAllMocks());

/** An app whose ids are hostile, and whose only object is an accepted, a told or a refused one. */
function app(spec: object = {}): { readonly app: App; readonly object: ApiObject } {
  const root = new App();
  const chart = new Chart(root, HOSTILE);
  ManifestCheck.attachTo(chart);
  const template = { spec: { domain: { devices: {}, memory: { guest: '1Gi' } }, ...spec } };
  const props = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'web' },
    spec: { runStrategy: 'Always', template },
  };
  return { app: root, object: new ApiObject(chart, HOSTILE, props) };
}

test('a warning has a line', () => {
  const { app: root } = app({ [FIELD]: {} });
  root.synthYaml();
  expect(printed).toHaveLength(1);
  expect(printed[0]).toMatch(/^warning: \[[^\n]*\(field-unknown\)\n$/);
  expect(printed[0].startsWith(`warning: [${SHOWN}/${SHOWN}] spec.template.spec["web\\n`)).toBe(true);
  expect(printed[0].trimEnd()).not.toMatch(UNPRINTABLE);
});

test('what is accepted has a line, whatever the reason is', () => {
  const { app: root, object } = app({ [FIELD]: {} });
  object.metadata.addAnnotation('cdk8s-kubevirt/acknowledge', 'field-unknown: known\u001b[2Kwarning: forged\u202e');
  root.synthYaml();
  expect(printed).toHaveLength(1);
  expect(printed[0].endsWith('Accepted: known\\u001b[2Kwarning: forged\\u202e\n')).toBe(true);
  expect(printed[0].trimEnd()).not.toMatch(UNPRINTABLE);
});

test('a refused synth has a line for each error', () => {
  const { app: root } = app({ [FIELD]: {} });
  ManifestCheck.setSeverity(root, 'field-unknown', Severity.ERROR);
  const message = thrownBy(() => root.synth());
  const [first, ...errors] = message.split('\n');
  expect(first).toBe('Validation failed with the following errors:');
  expect(errors).toHaveLength(1);
  expect(errors[0].startsWith(`  [${SHOWN}/${SHOWN}] spec.template.spec["web\\n`)).toBe(true);
  expect(errors[0]).not.toMatch(UNPRINTABLE);
});

test.each<[string, (chart: Chart) => unknown]>([
  ['an argument of a wrong type', (chart) => new VirtualMachine(chart, HOSTILE, { memory: HOSTILE as any })],
  ['a value', (chart) => new VirtualMachine(chart, HOSTILE, { memory: Size.gibibytes(1), metadata: { name: HOSTILE } })],
  [
    'the key of a label',
    (chart) => new VirtualMachine(chart, HOSTILE, { memory: Size.gibibytes(1), metadata: { labels: { [HOSTILE]: 'a' } } }),
  ],
  [
    'a key that objects have',
    (chart) => new VirtualMachine(chart, HOSTILE, JSON.parse('{"podLabels":{"__proto__":"a\\u202e"},"memory":1}')),
  ],
  ['a host name', () => CloudInit.fromSettings({ hostname: HOSTILE })],
  ['a module', () => CloudInit.fromSettings({ timezone: 'UTC', otherModules: { [HOSTILE]: 1, timezone: HOSTILE } })],
  ['a code of a rule', (chart) => ManifestCheck.setSeverity(chart, HOSTILE, Severity.INFO)],
])('an error about %s has a line', (_what, act) => {
  const message = thrownBy(() => act(new Chart(new App(), HOSTILE)));
  expect(message).not.toBe('');
  expect(message).not.toMatch(UNPRINTABLE);
});
