import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { ruleContext } from '../../src/audit';
import { podInstance, podRequests } from '../../src/capacity';
import { call, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/capacity.md'), 'utf8');
const GIB = 1024 ** 3;

function fileOnPage(name: string): string {
  const [, text] = new RegExp(`\`\`\`yaml\\n# ${name}\\n([\\s\\S]*?)\`\`\``).exec(page) as RegExpExecArray;
  return text;
}

test('the command prints what is on the page', async () => {
  folder.write({ 'cluster.yaml': fileOnPage('cluster.yaml'), 'vms.yaml': fileOnPage('vms.yaml') });
  const [, shown] = /```text\n([\s\S]*?)```/.exec(page) as RegExpExecArray;
  const { code, out, err } = await call(['capacity', 'vms.yaml', '--cluster', 'cluster.yaml'], { cwd: folder.path() });
  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(out).toBe(shown);
});

interface Sample {
  readonly guest?: string;
  readonly instancetype?: string;
  readonly preference?: string;
  readonly cores?: number;
  readonly dedicated?: boolean;
  readonly tpm?: boolean;
}

/** What each row of the table is about. */
const SAMPLES: Readonly<Record<string, Sample>> = {
  '`u1.medium`': { instancetype: 'u1.medium' },
  '`u1.xlarge`': { instancetype: 'u1.xlarge' },
  '`o1.xlarge`, overcommitted': { instancetype: 'o1.xlarge' },
  '`u1.xlarge` with the preference `windows.2k22`': { instancetype: 'u1.xlarge', preference: 'windows.2k22' },
  '8 cores of its own': { guest: '32Gi', cores: 8, dedicated: true },
  '4 cores': { guest: '64Gi', cores: 4 },
};

function rowOf(name: string, { guest, instancetype, preference, cores, dedicated }: Sample): string {
  const cpu = cores === undefined ? undefined : { cores, dedicatedCpuPlacement: dedicated };
  const machine = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'sample', namespace: 'shop' },
    spec: {
      runStrategy: 'Always',
      instancetype: instancetype && { name: instancetype },
      preference: preference && { name: preference },
      template: { spec: { domain: { memory: guest && { guest }, cpu, devices: {} } } },
    },
  };
  const context = ruleContext([JSON.parse(JSON.stringify(machine))], ClusterProfile.kubevirt('1.8'));
  const requests = podRequests(podInstance(context.graph.virtualMachines[0], context), context);
  const memory = (requests.pod.memory / GIB).toFixed(2);
  const guests: Record<string, string> = { 'u1.medium': '4 GiB', 'u1.xlarge': '16 GiB', 'o1.xlarge': '16 GiB' };
  const shown = instancetype === undefined ? (guest ?? '').replace('Gi', ' GiB') : guests[instancetype];
  return `| ${name} | ${shown} | ${memory} GiB | ${requests.pod.cpu / 1000} |`;
}

test('the table has what the model reckons', () => {
  const rows = Object.entries(SAMPLES).map(([name, sample]) => rowOf(name, sample));
  expect(page).toContain(`| --- | --- | --- | --- |\n${rows.join('\n')}\n\n`);
});

test('the page names the codes of the rules and the options of the command', async () => {
  for (const [code] of page.matchAll(/host-failure-[a-z-]+/g)) {
    expect((await call(['explain', code])).code).toBe(0);
  }
  const { out } = await call(['capacity', '--help']);
  for (const [option] of page.matchAll(/--[a-z][a-z-]+/g)) {
    expect(out).toContain(option);
  }
});
