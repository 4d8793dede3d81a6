import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/you-have-yaml.md'), 'utf8');
const fence = (language: string, text: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))]
    .map(([, code]) => code)
    .find((code) => code.includes(text)) ?? '';
const manifest = fence('yaml', 'The web server');

async function called(line: string, files: Readonly<Record<string, string>> = {}) {
  expect(page).toContain(line);
  folder.write({ 'k8s/shop/web.yaml': manifest, ...files });
  return call(line.split(' ').slice(2), { cwd: folder.path() });
}

test('the audit tells what the page says', async () => {
  const { code, out } = await called('npx cdk8s-kubevirt audit k8s/ --cluster openshift:4.20');
  expect({ code, out }).toEqual({ code: 1, out: fence('text', 'running') });
});

test('the rule is explained', async () => {
  expect((await called('npx cdk8s-kubevirt explain run-strategy-not-exactly-one')).code).toBe(0);
});

test('a VM that has to survive has the faults that the page names', async () => {
  const { out } = await called('npx cdk8s-kubevirt audit k8s/ --cluster openshift:4.20 --treat-as-highly-available');
  for (const rule of ['ha-guest-hang-undetected', 'ha-disk-not-lasting', 'ha-readiness-missing', 'ha-failover-delayed']) {
    expect(out).toContain(rule);
  }
});

test('the mend is the diff of the page', async () => {
  const { out } = await called('npx cdk8s-kubevirt fix k8s/ --cluster openshift:4.20 --dry-run');
  expect(out).toBe(fence('diff', 'running'));
});

test('the configuration accepts what it says', async () => {
  const config = { '.cdk8s-kubevirt.yaml': fence('yaml', 'acknowledge') };
  folder.write({ 'k8s/shop/web.yaml': manifest, ...config });
  const { err, out } = await call(['audit', 'k8s/', '--format', 'json'], { cwd: folder.path() });
  expect(err).toBe('');
  const accepted = JSON.parse(out).findings.filter(({ acknowledged }: any) => acknowledged !== undefined);
  expect(accepted.map(({ rule }: any) => rule)).toEqual(['ha-disk-not-lasting']);
  expect(out).not.toContain('acknowledgement-unused');
});

test('a baseline lets pass what is there', async () => {
  await called('npx cdk8s-kubevirt audit k8s/ --write-baseline .cdk8s-kubevirt-baseline.json');
  expect((await called('npx cdk8s-kubevirt audit k8s/ --baseline .cdk8s-kubevirt-baseline.json')).code).toBe(0);
});
