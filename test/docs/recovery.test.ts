import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILURE_CLASSES } from '../../src/facts';
import { call, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/recovery.md'), 'utf8');
const shown = [...page.matchAll(/```text\n([\s\S]*?)```/g)].map(([, text]) => text);

function fileOnPage(name: string): string {
  const [, text] = new RegExp(`\`\`\`yaml\\n# ${name}\\n([\\s\\S]*?)\`\`\``).exec(page) as RegExpExecArray;
  return text;
}

async function recovery(app: string, ...options: readonly string[]) {
  folder.write({ 'cluster.yaml': fileOnPage('cluster.yaml'), 'app.yaml': app });
  return call(['recovery', 'app.yaml', '--cluster', 'cluster.yaml', ...options], { cwd: folder.path() });
}

/** The worst outages of manifests, by failure class. */
async function bounds(app: string): Promise<Map<string, string>> {
  const { out } = await recovery(app, '--format', 'json');
  return new Map(
    JSON.parse(out).recoveries.map(({ failure, outage }: any) => [failure, outage.worst === undefined ? 'never' : `${outage.worst} s`]),
  );
}

test('the command prints what is on the page', async () => {
  const { code, out, err } = await recovery(fileOnPage('app.yaml'));
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toBe(shown[0]);
});

test('what is against is on the page', async () => {
  const app = fileOnPage('app.yaml');
  await recovery(app, '--output', 'json=before.json');
  const { code, out } = await recovery(app.replaceAll('duration: 300s', 'duration: 60s'), '--against', 'before.json');
  expect(code).toBe(0);
  expect(out).toContain(`\n\n${shown[1]}`);
});

test('the table has every failure class, with the bound of the sample', async () => {
  const sample = await bounds(fileOnPage('app.yaml'));
  const rows = [...page.matchAll(/^\| `([a-z-]+)` \| .* \| (.*) \|$/gm)].map(([, failure, bound]) => [failure, bound]);
  expect(rows).toEqual(FAILURE_CLASSES.map((failure) => [failure, sample.get(failure)]));
});

/** What each row of the table changes. */
const CHANGES: Readonly<Record<string, (app: string) => string>> = {
  nothing: (app) => app,
  '`duration: 60s` in the health check': (app) => app.replaceAll('duration: 300s', 'duration: 60s'),
  '`failureThreshold: 3` in the probe': (app) => app.replace('failureThreshold: 6', 'failureThreshold: 3'),
  'a boot in 60 s': (app) => app.replace('boot-time: 120s', 'boot-time: 60s'),
  'no health check': (app) => app.replace(/---[\s\S]*/, ''),
};

test('the table of changes has what the model says', async () => {
  const rows: string[] = [];
  for (const [name, change] of Object.entries(CHANGES)) {
    const app = fileOnPage('app.yaml');
    expect(name === 'nothing' || change(app) !== app).toBe(true);
    const found = await bounds(change(app));
    rows.push(`| ${name} | ${found.get('node-loss')} | ${found.get('application')} |`);
  }
  expect(page).toContain(`| --- | --- | --- |\n${rows.join('\n')}\n\n`);
});

test('the page names codes of rules and options of the command', async () => {
  for (const [code] of page.matchAll(/recovery-objective-(missed|at-risk)/g)) {
    expect((await call(['explain', code])).code).toBe(0);
  }
  const { out } = await call(['recovery', '--help']);
  for (const [option] of page.matchAll(/(?<=[\s`])--[a-z][a-z-]+/g)) {
    expect(out).toContain(option);
  }
});
