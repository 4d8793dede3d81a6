import { Severity } from '../../src/audit';
import { github } from '../../src/report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const short = { manifestPath: 'spec.running', shownValue: 'true', message: 'so it is', remedy: 'Do.' } as const;

test('findings become annotations of their files, errors first, accepted ones none', () => {
  const info = findingWith({ ...short, severity: Severity.INFO, region: { line: 2, column: 1, endLine: 4, endColumn: 3 } });
  const findings = [info, acceptedFinding(), findingWith({ ...short, severity: Severity.WARNING }), findingWith(short)];
  const files = [{ path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'It ends early', place: { line: 9, column: 2 } }] }];
  expect(github(reportOf(findings, { files })).split('\n')).toEqual([
    '::error file=a.yaml,line=9,col=2,title=file could not be judged::It ends early.',
    '::error file=k8s/shop/web.yaml,line=14,endLine=14,col=46,endColumn=54,title=live-migrate-blocked (VirtualMachine shop/web)::VirtualMachine shop/web: spec.running is true: so it is. Do.',
    '::warning file=k8s/shop/web.yaml,line=14,endLine=14,col=46,endColumn=54,title=live-migrate-blocked (VirtualMachine shop/web)::VirtualMachine shop/web: spec.running is true: so it is. Do.',
    '::notice file=k8s/shop/web.yaml,line=2,endLine=4,title=live-migrate-blocked (VirtualMachine shop/web)::VirtualMachine shop/web: spec.running is true: so it is. Do.',
    '1 file, 0 objects: 1 error, 1 warning, 1 info, 1 accepted',
    '',
  ]);
});

test('what separates properties and commands is escaped', () => {
  const finding = findingWith({ ...short, file: '50%,a:b\n.yaml', message: '100% ::error::' });
  expect(github(reportOf([finding])).split('\n')[0]).toBe(
    '::error file=50%25%2Ca%3Ab\\u000a.yaml,line=14,endLine=14,col=46,endColumn=54,title=live-migrate-blocked (VirtualMachine shop/web)' +
      '::VirtualMachine shop/web: spec.running is true: 100%25 ::error::. Do.',
  );
});
