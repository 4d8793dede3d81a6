import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileRole, type FindOptions, findFiles, readSourceFile } from '../../src/source';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'find-files-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

const found = (paths: readonly string[], options: Partial<FindOptions> = {}) => {
  const { files, faults, missing } = findFiles(paths, { cwd: folder, ...options });
  return { files: files.map(({ path, role }) => (role === FileRole.MANIFESTS ? path : `${path} ${FileRole[role]}`)), faults, missing };
};

test('folders are searched for YAML and JSON in the order of the alphabet', () => {
  write({
    'b/z.yml': '',
    'b/a.json': '',
    'a.yaml': '',
    'README.md': '',
    '.git/x.yaml': '',
    '.hidden.yaml': '',
    'node_modules/x/y.yaml': '',
  });
  expect(found(['.'])).toEqual({ files: ['a.yaml', 'b/a.json', 'b/z.yml'], faults: [], missing: [] });
});

test('pipes are passed over', () => {
  write({ 'a.yaml': '' });
  execFileSync('mkfifo', [join(folder, 'b.yaml')]);
  expect(found(['.']).files).toEqual(['a.yaml']);
});

test('what is named is read whatever it is called, and once', () => {
  write({ 'vm.txt': '', 'a.yaml': '' });
  expect(found(['vm.txt', 'a.yaml', './a.yaml', '.']).files).toEqual(['vm.txt', 'a.yaml']);
});

test('patterns', () => {
  write({ 'a/1.yaml': '', 'a/b/2.yaml': '', 'c/3.json': '' });
  expect(found(['**/*.yaml', 'c*']).files).toEqual(['a/1.yaml', 'a/b/2.yaml', 'c/3.json']);
  expect(found(['x/*.yaml', 'nothing'])).toEqual({ files: [], faults: [], missing: ['x/*.yaml', 'nothing'] });
});

test('a file with brackets in its name is a file', () => {
  write({ 'a[1].yaml': '' });
  expect(found(['a[1].yaml']).files).toEqual(['a[1].yaml']);
});

test('links are followed, those that lead to a folder above them once', () => {
  write({ 'a/x.yaml': '', 'elsewhere/y.yaml': '' });
  symlinkSync('..', join(folder, 'a/up'));
  symlinkSync('../elsewhere', join(folder, 'a/other'));
  symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
  symlinkSync('gone', join(folder, 'lost.yaml'));
  expect(found(['.'])).toEqual({
    files: ['a/other/y.yaml', 'a/x.yaml', 'loop.yaml', 'lost.yaml'],
    faults: [],
    missing: [],
  });
  const [, , loop, lost] = findFiles(['.'], { cwd: folder }).files.map((file) => readSourceFile(file, folder).faults[0]?.message);
  expect(loop).toBe('The link leads to itself. Remove it, or leave it out.');
  expect(lost).toBe(
    'It leads to nothing: a link whose target is gone, or a file that was removed meanwhile. Remove the link, or leave it out.',
  );
});

test('a Helm chart: its templates are no manifests, its values and settings are none either', () => {
  write({
    'chart/Chart.yaml': '',
    'chart/values.yaml': '',
    'chart/values-prod.yaml': '',
    'chart/templates/a/vm.yaml': '',
    'chart/crds/crd.yaml': '',
  });
  expect(found(['.']).files).toEqual([
    'chart/Chart.yaml ASIDE',
    'chart/crds/crd.yaml',
    'chart/templates/a/vm.yaml TEMPLATES',
    'chart/values-prod.yaml ASIDE',
    'chart/values.yaml ASIDE',
  ]);
});

test('a kustomization: the patches that it names are none of its objects', () => {
  write({
    'kustomization.yaml': 'resources: [vm.yaml]\npatches:\n- path: ./bigger.yaml\npatchesStrategicMerge: [other.yaml]\n',
    'bigger.yaml': '',
    'other.yaml': '',
    'vm.yaml': '',
  });
  expect(found(['.']).files).toEqual(['bigger.yaml ASIDE', 'kustomization.yaml ASIDE', 'other.yaml ASIDE', 'vm.yaml']);
});

test('what is skipped is not looked into', () => {
  write({ 'a/x.yaml': '', 'b/y.yaml': '' });
  expect(found(['.', 'a/x.yaml'], { isSkipped: (path) => path.startsWith(join(folder, 'a')) }).files).toEqual(['b/y.yaml']);
});

const isRoot = process.getuid?.() === 0;

test('what may not be read is told', () => {
  write({ 'a/x.yaml': 'kind: x', 'y.yaml': 'kind: y' });
  chmodSync(join(folder, 'a'), 0);
  const { faults } = found(['.']);
  chmodSync(join(folder, 'a'), 0o755);
  expect(faults).toEqual(
    isRoot ? [] : [{ path: 'a', message: 'The rights are missing to read it. Run as a user who may, or leave it out.' }],
  );
});

test('a folder in the place of a file, and a file in the place of a folder', () => {
  write({ 'a.yaml/x.yaml': '', 'f.yaml': '' });
  expect(readSourceFile({ path: 'a.yaml', role: FileRole.MANIFESTS }, folder).faults).toEqual([
    { message: 'It is a folder. Name the files in it, or the folder as a whole.' },
  ]);
  expect(found(['f.yaml/x.yaml']).faults).toEqual([
    { path: 'f.yaml/x.yaml', message: 'What is before the last / is a file, not a folder. Correct the path.' },
  ]);
});
