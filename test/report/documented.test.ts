import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS } from '../../src/report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const PAGE = readFileSync(join(__dirname, '../../docs/formats.md'), 'utf8');

const REPORT = reportOf([
  findingWith({
    region: { line: 21, column: 24, endLine: 21, endColumn: 39 },
    excerpt: [
      { number: 19, text: '      spec:' },
      { number: 20, text: '        storage:' },
      { number: 21, text: '          accessModes: [ReadWriteOnce]' },
    ],
    manifestPath: 'spec.dataVolumeTemplates[0].spec.storage.accessModes',
    shownValue: '["ReadWriteOnce"]',
    message:
      'the volume "root" has ReadWriteOnce only, and both nodes of a migration need to write it (DisksNotLiveMigratable), so ' +
      'evictionStrategy LiveMigrate blocks every drain of its node for ever',
    remedy: 'Use accessModes: [ReadWriteMany] with a storage class that provides it, preferably with volumeMode: Block.',
  }),
  acceptedFinding({
    region: { line: 44, column: 3, endLine: 44, endColumn: 11 },
    message: 'the VM has no readinessProbe',
    acceptance: { ...acceptedFinding().acceptance, reason: 'gets one with the next image' } as ReturnType<
      typeof acceptedFinding
    >['acceptance'],
  }),
]);

/** What the page shows of a format: the first fence below its heading. */
function excerptOf(format: string): string {
  const section = PAGE.split(`\n## \`${format}\`\n`)[1].split('\n## ')[0];
  return /```\w+\n(.*?)```/s.exec(section)?.[1] ?? '';
}

test('every format has its place on the page, and the page has no others', () => {
  const names = [...FORMATS.keys()];
  expect([...PAGE.matchAll(/^## `(\w+)`$/gm)].map(([, name]) => name)).toEqual(names);
  expect([...PAGE.matchAll(/^\| \[`(\w+)`\]\(#(\w+)\)/gm)].map(([, name, anchor]) => [name, anchor])).toEqual(
    names.map((name) => [name, name]),
  );
});

test.each([...FORMATS].filter(([name]) => name !== 'html'))('the page shows what %s looks like', (name, format) => {
  const excerpt = excerptOf(name).trimEnd();
  expect(excerpt).not.toBe('');
  expect(format(REPORT)).toContain(excerpt);
});
