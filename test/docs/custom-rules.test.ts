import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleFixtures } from 'cdk8s-kubevirt';
import { call, foundIn, temporaryFolder } from '../cli/harness';
import { REPOSITORY } from './fence';

const folder = temporaryFolder();
const page = readFileSync(join(REPOSITORY, 'docs/custom-rules.md'), 'utf8');

/** The samples that name their files. */
const FILES = new Map(
  [...page.matchAll(/```(?:js|yaml)\n(?:\/\/|#) (\S+)\n([\s\S]*?)```/g)].map(([, name, text]): [string, string] => [name, text]),
);

test('the rule of the page does what its fixtures on the page say', () => {
  folder.write(Object.fromEntries(FILES));
  expect([...FILES.keys()]).toHaveLength(4);
  expect(RuleFixtures.faults(require(join(folder.path(), 'rules/owner-missing.js')), join(folder.path(), 'rules/owner-missing'))).toEqual(
    [],
  );
});

test('the configuration of the page has it judge', async () => {
  folder.write(Object.fromEntries(FILES));
  const [, config] = /```yaml\n(customRules:[\s\S]*?)```/.exec(page) as RegExpExecArray;
  folder.write({ '.cdk8s-kubevirt.yaml': config });
  const ended = await call(['audit', 'rules', '--format', 'json', '--rule', 'acme-owner-missing'], { cwd: folder.path() });
  expect(ended.err).toBe('');
  expect(foundIn(ended)).toEqual(['error acme-owner-missing VirtualMachine/web rules/owner-missing/failing/no-team.yaml:4']);
});
