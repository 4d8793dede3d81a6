import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/accepting-findings.md'), 'utf8');
const [manifest, acknowledge, rules] = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text);
const bare = manifest.replace(/ {2}annotations:\n.*\n.*\n/, '');

async function found(files: Readonly<Record<string, string>>, today: string): Promise<readonly any[]> {
  folder.write(files);
  const { out, err } = await call(['audit', 'vm.yaml', '--format', 'json'], { cwd: folder.path(), today });
  expect(err).toBe('');
  return JSON.parse(out).findings;
}

const tags = (findings: readonly any[]) => findings.map(({ rule, acknowledged }) => `${rule} ${acknowledged?.by ?? 'counts'}`);

test('the manifest has the finding that it accepts, up to the day', async () => {
  expect(bare).not.toContain('acknowledge');
  expect(tags(await found({ 'vm.yaml': bare }, '2026-11-28'))).toContain('container-disk-not-pinned counts');
  expect(tags(await found({ 'vm.yaml': manifest }, '2027-01-31'))).toContain('container-disk-not-pinned annotation');
  const later = tags(await found({ 'vm.yaml': manifest }, '2027-02-01'));
  expect(later).toEqual(expect.arrayContaining(['container-disk-not-pinned counts', 'acknowledgement-expired counts']));
});

test('the entry of the configuration accepts it', async () => {
  const findings = await found({ 'vm.yaml': bare, '.cdk8s-kubevirt.yaml': acknowledge }, '2026-11-28');
  expect(tags(findings)).toContain('container-disk-not-pinned config');
});

test('a rule is turned off and another one raised', async () => {
  const findings = await found({ 'vm.yaml': bare, '.cdk8s-kubevirt.yaml': rules }, '2026-11-28');
  expect(tags(findings).join()).not.toContain('container-disk-not-pinned');
});
