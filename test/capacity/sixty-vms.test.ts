import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from '../cli/harness';
import { sixtyVms } from './sixty-vms';

const folder = temporaryFolder();
const RULES = 'host-failure-not-tolerated,host-failure-perhaps-not-tolerated';

/** What the command says of 60 VMs on 6 hosts in 3 zones, and what the rules say. */
async function told(addedHosts: number) {
  folder.write(sixtyVms(addedHosts, { hostFailuresTolerated: 1 }));
  const options = { cwd: folder.path() };
  const capacity = await call(['capacity', 'vms.yaml', '--cluster', 'cluster.yaml'], options);
  const audit = await call(['audit', 'vms.yaml', '--cluster', 'cluster.yaml', '--rule', RULES], options);
  return `${capacity.out}${capacity.err}ends with ${capacity.code}\n\n${audit.out}${audit.err}ends with ${audit.code}\n`;
}

test.each([
  ['as they are', 0, 'six-hosts.txt'],
  ['with one host more', 1, 'seven-hosts.txt'],
  ['with three hosts more', 3, 'nine-hosts.txt'],
])('60 VMs on 6 hosts in 3 zones, %s', async (_what, addedHosts, file) => {
  expect(await told(addedHosts)).toBe(readFileSync(join(__dirname, 'sixty-vms', file), 'utf8'));
});
