import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVersion } from '../../src/report/package-folder';

const app = mkdtempSync(join(tmpdir(), 'package-'));

afterAll(() => rmSync(app, { recursive: true, force: true }));

function codeIn(folder: string, name: string, version: string): string {
  const code = join(folder, 'lib');
  mkdirSync(code, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version }));
  return code;
}

test('the release is that of this package, not of an app that it is bundled into', () => {
  const bundled = codeIn(app, 'shop', '7.0.0');
  const installed = codeIn(join(app, 'node_modules/cdk8s-kubevirt'), 'cdk8s-kubevirt', '1.2.3');
  expect(packageVersion(installed)).toBe('1.2.3');
  expect(packageVersion(bundled)).toBe('unknown');
});

test('where there is no package at all it ends', () => {
  expect(packageVersion(join(tmpdir(), 'nowhere'))).toBe('unknown');
});
