import { onOneLine, printable, shownKind, shownValue, withoutSecrets } from '../../src/facts';
import { processorTime } from '../support/processor-time';

const HASH = '$6$rounds=4096$saltsalt$Zm9vYmFyYmF6cXV4';

describe('what is shown of a value', () => {
  test.each([
    [['spec', 'replicas'], undefined, 'not set'],
    [['spec', 'replicas'], 3, '3'],
    [['spec', 'runStrategy'], 'Always', '"Always"'],
    [['spec'], { a: [1, null, { b: true }], gone: undefined }, '{"a":[1,null,{"b":true}]}'],
    [['metadata', 'name'], 'a\u2028b\u0085c\ufeffd\u001b[31m', '"a\\u2028b\\u0085c\\ufeffd\\u001b[31m"'],
    [['metadata', 'name'], 'x ##[set-output name=a]b ##vso[task.complete]', '"x #\\u0023[set-output name=a]b #\\u0023vso[task.complete]"'],
    [['spec', 'a'], 'x'.repeat(200), `"${'x'.repeat(119)}…`],
    [['spec', 'source', 'http', 'url'], 'https://me:secret@example.com/a', '"https://(redacted)@example.com/a"'],
    [['spec', 'note'], `hash ${HASH} of it`, '"hash (redacted) of it"'],
    [['spec', 'note'], '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb', '"(redacted)"'],
  ])('%j: %j', (path, value, shown) => {
    expect(shownValue(value, { path })).toBe(shown);
  });

  test.each([
    ['VirtualMachine', ['spec', 'template', 'spec', 'volumes', 0, 'cloudInitNoCloud', 'userData'], 'secret', '(redacted)'],
    ['VirtualMachine', ['spec', 'template', 'spec', 'volumes', 0, 'cloudInitNoCloud', 'userData'], '', '""'],
    [
      'VirtualMachine',
      ['spec', 'volumes', 0],
      { name: 'init', cloudInitNoCloud: { userData: 'secret' } },
      '{"name":"init","cloudInitNoCloud":{"userData":(redacted)}}',
    ],
    ['VirtualMachine', ['spec', 'readinessProbe', 'exec', 'command', 2], 'secret', '(redacted)'],
    [
      'VirtualMachine',
      ['spec', 'readinessProbe', 'httpGet'],
      { port: 80, httpHeaders: [{ name: 'A', value: 'secret' }] },
      '{"port":80,"httpHeaders":[{"name":"A","value":(redacted)}]}',
    ],
    ['VirtualMachine', ['metadata', 'annotations', 'kubevirt.io/ignitiondata'], 'secret', '(redacted)'],
    ['Secret', ['data', 'anything'], 'secret', '(redacted)'],
    ['Secret', [], { kind: 'Secret', stringData: { a: 'secret' } }, '{"kind":"Secret","stringData":{"a":(redacted)}}'],
    ['ConfigMap', ['data', 'Autounattend.xml'], 'secret', '(redacted)'],
    ['Route', ['spec', 'tls', 'key'], 'secret', '(redacted)'],
    ['Route', ['spec', 'key'], 'open', '"open"'],
    ['FenceAgentsRemediationTemplate', ['spec', 'template', 'spec', 'sharedparameters', '--action'], 'status', '"status"'],
    ['FenceAgentsRemediationTemplate', ['spec', 'template', 'spec', 'sharedparameters', '--password'], 'secret', '(redacted)'],
  ])('%s %j: %j', (kind, path, value, shown) => {
    expect(shownValue(value, { path, root: { kind } })).toBe(shown);
  });

  test('no longer than it is shown, however long the value is', () => {
    const long = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key-${index}`, { deep: [index] }]));
    const start = processorTime();
    expect(shownValue(long, { path: [] })).toHaveLength(121);
    expect(processorTime() - start).toBeLessThan(500);
  });
});

test.each([
  ['secret', 'a text of 6 characters'],
  ['', 'an empty text'],
  [[1], 'a list of 1 entry'],
  [[1, 2], 'a list of 2 entries'],
  [[], 'an empty list'],
  [{ a: 1 }, 'an object with 1 field'],
  [{}, 'an empty object'],
  [5, 'a number'],
  [true, 'a boolean'],
])('of %j that nobody knows only the kind and the size are shown', (value, shown) => {
  expect(shownKind(value)).toBe(shown);
});

test('secrets are told by their looks', () => {
  expect(withoutSecrets(`$y$j9T$F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC`)).toBe('(redacted)');
  expect(withoutSecrets('docker://user@registry.example.com/a')).toBe('docker://(redacted)@registry.example.com/a');
  expect(withoutSecrets('https://example.com/a@b and $6 for it')).toBe('https://example.com/a@b and $6 for it');
});

test('a text stays on its line', () => {
  expect(onOneLine('a\nb\tc\u{e0001}')).toBe('a\\u000ab\\u0009c\\udb40\\udc01');
  expect(printable('see ftp://a:b@c\r\nerror: forged')).toBe('see ftp://(redacted)@c\\u000d\\u000aerror: forged');
});
