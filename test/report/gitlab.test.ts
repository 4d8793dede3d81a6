import { Severity } from '../../src/audit';
import { gitlab } from '../../src/report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const short = { manifestPath: 'spec.running', shownValue: 'true', message: 'so it is', remedy: 'Do.' } as const;

test('findings that count become issues of Code Quality', () => {
  expect(JSON.parse(gitlab(reportOf([findingWith({ ...short, file: './k8s/web.yaml' }), acceptedFinding()])))).toEqual([
    {
      description: 'VirtualMachine shop/web: spec.running is true: so it is. Do.',
      check_name: 'live-migrate-blocked',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'critical',
      location: { path: 'k8s/web.yaml', lines: { begin: 14, end: 14 } },
    },
  ]);
});

test('severities are those of GitLab, and fingerprints differ', () => {
  const severities = [Severity.ERROR, Severity.WARNING, Severity.INFO];
  const issues = JSON.parse(gitlab(reportOf(severities.map((severity) => findingWith({ ...short, severity })))));
  expect(issues.map(({ severity }: { severity: string }) => severity)).toEqual(['critical', 'major', 'info']);
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(3);
});

test('a file that could not be judged is a blocker', () => {
  const files = [{ path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'It ends early', place: { line: 9, column: 2 } }] }];
  expect(JSON.parse(gitlab(reportOf([], { files })))).toEqual([
    {
      description: 'It ends early.',
      check_name: 'input',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'blocker',
      location: { path: 'a.yaml', lines: { begin: 9 } },
    },
  ]);
});
