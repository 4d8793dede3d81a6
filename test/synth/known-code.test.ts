import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { App, Chart, Yaml } from 'cdk8s';
import { areKnown, knownCode } from '../../src/synth/known-code';

const CDK8S = dirname(require.resolve('cdk8s/package.json'));

/** When it fails, cdk8s does something else: compare it with what `src/synth` does, and then note what its code comes to. */
test('the release of cdk8s at hand is one whose output has been compared', () => {
  expect(knownCode(() => CDK8S)).not.toBe('');
  expect(areKnown([App.prototype.synth, App.prototype.synthYaml, Chart.prototype.toJson, Yaml.save, Yaml.stringify])).toBe(true);
});

/** A copy of what is read of cdk8s, with something else in one file. */
function alteredCopy(file: string, alter: (text: string) => string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  for (const path of ['lib/app.js', 'lib/chart.js', 'lib/dependency.js', 'lib/names.js', 'lib/yaml.js', 'node_modules/yaml/package.json']) {
    cpSync(join(CDK8S, path), join(folder, path));
  }
  const path = join(folder, file);
  writeFileSync(path, alter(readFileSync(path, 'utf8')));
  return folder;
}

test.each<[string, string, (text: string) => string]>([
  ['a folder in another mode', 'lib/app.js', (text) => text.replace('{ recursive: true }', '{ recursive: true, mode: 0o700 }')],
  ['another version of YAML', 'lib/yaml.js', (text) => text.replace("'1.1'", "'1.2'")],
  ['another release of the package', 'node_modules/yaml/package.json', (text) => text.replace('"version": "2', '"version": "3')],
  ['an order of its own', 'lib/dependency.js', (text) => text.replace('topology.push(n)', 'topology.unshift(n)')],
])('a release with %s is not known', (_name, file, alter) => {
  expect(knownCode(() => alteredCopy(file, alter))).toBe('');
});

test('a later release that changes nothing that matters is known, and none is where cdk8s is bundled into something', () => {
  const later = alteredCopy('lib/app.js', (text) => text.replaceAll('version: "2.70.106"', 'version: "2.71.0"'));
  expect(knownCode(() => later)).not.toBe('');
  expect(knownCode(() => '/nowhere')).toBe('');
});

test('what stands for a function of cdk8s is not known', () => {
  expect(areKnown([() => undefined])).toBe(false);
  expect(areKnown([undefined])).toBe(false);
});
