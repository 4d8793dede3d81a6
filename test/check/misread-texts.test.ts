import { ApiObject, App, Chart } from 'cdk8s';
import { ManifestCheck, Severity } from 'cdk8s-kubevirt';

/** An app that cdk8s writes: its class has a `synth` of its own. */
class LeftToCdk8s extends App {
  public synth(): void {
    super.synth();
  }
}

/** What is said of a text in the annotations of a ConfigMap that cdk8s writes. */
function told(data: Record<string, string>, app: App = new LeftToCdk8s()): string[] {
  const chart = new Chart(app, 'c');
  new ApiObject(chart, 'data', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', annotations: data } });
  return ManifestCheck.findings(chart)
    .filter(({ code }) => code.endsWith('-in-yaml'))
    .map(({ text, severity }) => `${severity} ${text}`);
}

const REWRITE = 'Write it in another way: cdk8s puts no quotes around it.';
const REMOVE = 'Remove it, or write the text in base64 where that is read.';

test.each<[string, string, string]>([
  [
    'a control character',
    'a\u0080',
    `error metadata.annotations.a is "a\\u0080": it has U+0080, which kubectl refuses in any file. ${REMOVE} (fails at apply: text-refused-in-yaml)`,
  ],
  [
    'half of a surrogate pair',
    'a\ud800',
    'error metadata.annotations.a is "a\\ud800": it has half of a surrogate pair, which kubectl refuses in any file. Remove it. (fails at apply: text-refused-in-yaml)',
  ],
  [
    'a line separator between words',
    'a\u2028b',
    `error metadata.annotations.a is "a\\u2028b": it has U+2028, which ends a line in YAML 1.1: kubectl refuses the file, or reads something else. ${REMOVE} (fails at apply: text-refused-in-yaml)`,
  ],
  [
    'a line separator at the end',
    'a\u2028',
    `warning metadata.annotations.a is "a\\u2028": it has U+2028, which ends a line in YAML 1.1: kubectl and PyYAML read another text. ${REMOVE} (text-misread-in-yaml)`,
  ],
  [
    'the next line of ISO 6429',
    'a\u0085b',
    `warning metadata.annotations.a is "a\\u0085b": it has U+0085, which ends a line in YAML 1.1: kubectl and PyYAML read another text. ${REMOVE} (text-misread-in-yaml)`,
  ],
  [
    'a block that begins with a tab',
    '\techo\n\techo\n',
    'error metadata.annotations.a is "\\techo\\n\\techo\\n": its first line begins with a tab, and kubectl refuses a file with a block that does, as cdk8s writes it. Begin it with a line that has no tab before it, such as a comment. (fails at apply: text-refused-in-yaml)',
  ],
  ...['0o17', '+_7', '1e_1', '0X1F', '0B1'].map((text): [string, string, string] => [
    `the number ${text} of Go`,
    text,
    `error metadata.annotations.a is "${text}": kubectl reads a number, which the API server refuses where a text belongs. ${REWRITE} (fails at apply: text-refused-in-yaml)`,
  ]),
  [
    'a tab between words',
    'a\tb',
    `warning metadata.annotations.a is "a\\tb": it has a tab, and cdk8s writes it without quotes: PyYAML, with which Ansible reads, refuses the file. ${REWRITE} (text-misread-in-yaml)`,
  ],
  [
    'a time with a point and no fraction',
    '2001-12-14 21:59:43.',
    `warning metadata.annotations.a is "2001-12-14 21:59:43.": PyYAML and js-yaml read a time, or refuse the file for one that does not exist. ${REWRITE} (text-misread-in-yaml)`,
  ],
  [
    'a time in a zone that does not exist',
    '2001-12-14 21:59:43 +45:00',
    `warning metadata.annotations.a is "2001-12-14 21:59:43 +45:00": PyYAML and js-yaml read a time, or refuse the file for one that does not exist. ${REWRITE} (text-misread-in-yaml)`,
  ],
  [
    'a word of YAML 1.1',
    '=',
    `warning metadata.annotations.a is "=": it is a word of YAML 1.1, and cdk8s writes it without quotes: PyYAML, with which Ansible reads, refuses the file. ${REWRITE} (text-misread-in-yaml)`,
  ],
  [
    'a line of one space before the end',
    ' \n',
    'warning metadata.annotations.a is " \\n": it has a line of nothing but spaces or tabs, which cdk8s writes in a way that every reader reads another text. Remove spaces before the ends of lines. (text-misread-in-yaml)',
  ],
  [
    'a line of one space in a long text in quotes',
    'key = "value" and some more of it\n \n\u001b\n',
    'warning metadata.annotations.a is "key = \\"value\\" and some more of it\\n \\n\\u001b\\n": it has a line of nothing but spaces or tabs, which cdk8s writes in a way that every reader reads another text. Remove spaces before the ends of lines. (text-misread-in-yaml)',
  ],
])('tells of %s', (_name, text, expected) => {
  expect(told({ a: text })).toEqual([expected]);
});

test('tells of keys', () => {
  expect(told({ '<<': 'a' })).toEqual([
    'error metadata.annotations["<<"] is "a": the key: it merges the members of a map in YAML 1.1, and kubectl refuses anything else there. Use another key. (fails at apply: text-refused-in-yaml)',
  ]);
  expect(told({ '0o17': 'a' })).toEqual([
    `warning metadata.annotations.0o17 is "a": the key: kubectl reads a number in its place, and another key. ${REWRITE} (text-misread-in-yaml)`,
  ]);
});

test.each([
  'yes',
  '1_000',
  '0x1F',
  '8e3_70',
  '12:30:45',
  '2001-01-01',
  '2001-12-14 21:59:43.1 +05:00',
  'a: b',
  'all:\n\techo\n',
  'a \nb',
  '"a\tb',
  '😀',
  '\ufeff',
  '1.8_3-x',
  '<<a',
])('says nothing of %j, which is written so that everybody reads it', (text) => {
  expect(told({ a: text, [text]: 'b' })).toEqual([]);
});

test('says nothing of what is put in quotes where it is not cdk8s that writes', () => {
  const data = { a: '0o17', b: '\techo\n\techo\n', c: 'a\u2028b', '<<': '=' };
  expect(told(data)).toHaveLength(5);
  expect(told(data, new App())).toEqual([]);
  expect(told({ a: '\ud800', b: 'a\u0080' }, new App())).toEqual([
    'error metadata.annotations.a is "\\ud800": it has half of a surrogate pair, which kubectl refuses in any file. Remove it. (fails at apply: text-refused-in-yaml)',
  ]);
});

test('counts like any rule: it is accepted, and its severity can be changed', () => {
  const app = new LeftToCdk8s();
  const object = new ApiObject(new Chart(app, 'c'), 'data', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'web' },
    data: { a: '0o17' },
  });
  ManifestCheck.setSeverity(app, 'text-refused-in-yaml', Severity.WARNING);
  ManifestCheck.acknowledge(object, { rule: 'text-refused-in-yaml', reason: 'nobody applies it' });
  const [{ severity, acknowledgement }] = ManifestCheck.findings(app).filter(({ code }) => code === 'text-refused-in-yaml');
  expect([severity, acknowledgement?.reason]).toEqual([Severity.WARNING, 'nobody applies it']);
});
