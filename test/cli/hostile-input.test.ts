import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { call, FAULTY_VM, temporaryFolder } from './harness';

const folder = temporaryFolder();

/** What is told of each file of the folder, beside a VM that is judged all the same. */
async function faults(files: Readonly<Record<string, string | Buffer>>): Promise<string[]> {
  folder.write({ ...files, 'z/vm.yaml': FAULTY_VM });
  const { code, out, err } = await call(['audit', '.', '--format', 'json', '--rule', 'run-strategy-not-exactly-one'], {
    cwd: folder.path(),
  });
  const report = JSON.parse(out);
  expect(report.findings.map(({ file }: any) => file)).toContain('z/vm.yaml');
  const told = report.files.flatMap(({ path, faults: found }: any) =>
    found.map(({ line, message }: any) => `${path}:${line ?? ''} ${message}`),
  );
  expect(code).toBe(told.length > 0 ? 2 : 1);
  expect(err.split('\n').filter((line) => line !== '')).toHaveLength(told.length);
  expect(told.every((line: string) => err.includes(line.slice(line.indexOf(' ') + 1)))).toBe(true);
  return told;
}

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...[...'bcdefghi'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
].join('\n');
const UNREADABLE = 'This cannot be read as YAML:';
const NO_TEXT = 'Remove it, or write it with an escape in double quotes; a file that is no text is no manifest.';

test.each<[string, Buffer | string, string]>([
  [
    'a bomb of aliases',
    bomb,
    '4 Aliases repeat so much that kubectl refuses the document ("document contains excessive aliasing"). Write it out.',
  ],
  [
    '10,000 levels',
    `a: ${'['.repeat(10_000)}`,
    `1 ${UNREADABLE} it is nested more than 200 levels deep. Kubernetes has no objects like that: look at what wrote the file.`,
  ],
  [
    '10,000 levels in JSON',
    '{"a":'.repeat(10_000),
    `1 ${UNREADABLE} it is nested more than 200 levels deep. Kubernetes has no objects like that: look at what wrote the file.`,
  ],
  [
    'a key twice',
    'kind: A\nkind: B\n',
    '2 The key "kind" stands twice in one mapping: kubectl takes the last one without a word, strict readers refuse it. Keep one.',
  ],
  ['tabs', 'a:\n\tb: 1\n', `2 ${UNREADABLE} tab characters must not be used in indentation. Indent with spaces.`],
  ['a NUL byte', 'a: 1\nb: \0\n', `2 ${UNREADABLE} it has a NUL byte. ${NO_TEXT}`],
  [
    'a file that is no text',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    '1 The file is not in UTF-8. Save it as UTF-8; what is no text is no manifest.',
  ],
  ['Latin 1', Buffer.from('a: 1\nb: caf\xe9\n', 'latin1'), '2 The file is not in UTF-8. Save it as UTF-8; what is no text is no manifest.'],
  ['infinity', 'a: .inf', '1 No manifest can hold infinity: JSON has no such number. Put it in quotes, or write a number.'],
])('%s', async (_, content, message) => {
  expect(await faults({ 'a.yaml': content })).toEqual([`a.yaml:${message}`]);
});

test('byte order marks, UTF-16 and CRLF are read', async () => {
  const text = FAULTY_VM.replace(/\n/g, '\r\n');
  const files = {
    'crlf.yaml': text,
    'mark.yaml': `\ufeff${text}`,
    'le.yaml': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'be.yaml': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  };
  expect(await faults(files)).toEqual([]);
  const { out } = await call(['audit', ...Object.keys(files), '--format', 'json', '--rule', 'run-strategy-not-exactly-one'], {
    cwd: folder.path(),
  });
  expect(JSON.parse(out).findings.map(({ file, line, column }: any) => `${file}:${line}:${column}`)).toEqual(
    Object.keys(files).map((file) => `${file}:7:12`),
  );
});

test('numbers are those that kubectl reads', async () => {
  const vm = FAULTY_VM.replace('running: true', 'running: yes').replace(
    'guest: 4Gi',
    'guest: 4Gi\n          cpu: {cores: 0o2, sockets: 1e400}',
  );
  folder.write({ 'vm.yaml': vm });
  const { out } = await call(['audit', 'vm.yaml', '--format', 'json', '--rule', 'field-type-wrong,run-strategy-not-exactly-one'], {
    cwd: folder.path(),
  });
  expect(JSON.parse(out).findings.map(({ value }: any) => value)).toContain('true');
});

test('prototype keys are keys', async () => {
  expect(await faults({ 'a.yaml': `${FAULTY_VM}__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n` })).toEqual([]);
  expect(({} as any).polluted).toBeUndefined();
});

test('links that lead in circles, and to nowhere', async () => {
  folder.write({ 'a/b/x.yaml': 'kind: x\n' });
  symlinkSync('..', join(folder.path(), 'a/b/up'));
  symlinkSync('.', join(folder.path(), 'a/here'));
  symlinkSync('gone.yaml', join(folder.path(), 'a/lost.yaml'));
  expect(await faults({})).toEqual([
    'a/lost.yaml: It leads to nothing: a link whose target is gone, or a file that was removed meanwhile. Remove the link, or leave it out.',
  ]);
});

test('files that may not be read', async () => {
  folder.write({ 'a.yaml': 'kind: x\n' });
  chmodSync(join(folder.path(), 'a.yaml'), 0);
  const isRoot = process.getuid?.() === 0;
  expect(await faults({})).toEqual(isRoot ? [] : ['a.yaml: The rights are missing to read it. Run as a user who may, or leave it out.']);
});

test('a document of more than 32 MiB, and one document of many', async () => {
  const big = `a: ${'x'.repeat(33 * 1024 * 1024)}\n`;
  expect(await faults({ 'a.yaml': `${FAULTY_VM}---\n${big}` })).toEqual([
    'a.yaml:22 A document of 33 MiB is longer than one that can be read (32 MiB). Split it into documents.',
  ]);
});
