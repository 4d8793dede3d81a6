import { Severity } from '../../src/audit';
import { text } from '../../src/report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const FIX = { safe: true, operations: [{ op: 'remove', path: '/spec/a' }] } as const;

test('a report for people has place, severity, object, path, value, what to do, and the line with a caret', () => {
  const report = reportOf([findingWith({ fix: FIX }), acceptedFinding()]);
  expect(text(report, { mendCommand: 'npx cdk8s-kubevirt fix k8s/' })).toBe(`k8s/shop/web.yaml
  14:46   error    VirtualMachine shop/web: spec.template.spec.volumes[0].persistentVolumeClaim.claimName is "web-root": the volume "root" is on a claim that one node can use.
          Use a claim with ReadWriteMany.
          fails at run · live-migrate-blocked · can be mended
      12 |       volumes:
      13 |         - name: root
    > 14 |           persistentVolumeClaim: {claimName: web-root}
         |                                              ^^^^^^^^
  31:5    warning  Service shop/web: spec.selector is {"app":"web"}: VMs behind it have no readiness probe.
          accepted by annotation until 2027-01-31: moves with ticket 4711 (readiness-missing-behind-service)

1 file, 2 objects, judged for OpenShift 4.20: 1 error, 0 warnings, 1 accepted
1 can be mended: npx cdk8s-kubevirt fix k8s/
`);
});

test('a report without findings says what was judged', () => {
  const files = [{ path: 'a.yaml', objects: 3, others: 1 }];
  expect(text(reportOf([], { files }))).toBe('1 file, 3 objects, 1 other document, judged for OpenShift 4.20: 0 errors, 0 warnings\n');
  expect(text(reportOf([], { files }), { verbose: true })).toContain('a.yaml\n  nothing found\n');
});

test('templates that were not rendered are told of', () => {
  const files = [{ path: 'a.yaml', objects: 1, others: 0, templates: 2 }];
  expect(text(reportOf([], { files }))).toContain('1 file, 1 object, 2 templates not rendered, judged for');
});

test('a file that could not be judged is told with the place, and counted', () => {
  const files = [
    { path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'a tab indents this line', place: { line: 3, column: 1 } }] },
    { path: 'b.yaml', objects: 0, others: 0, faults: [{ message: 'It cannot be read.' }] },
  ];
  expect(text(reportOf([], { files }))).toBe(`a.yaml
  3:1     not judged  a tab indents this line.

b.yaml
  -       not judged  It cannot be read.

2 files, 0 objects, judged for OpenShift 4.20: 0 errors, 0 warnings
2 files could not be judged, or not all of it
`);
});

test('what is about a document as a whole is told in its own sentence', () => {
  expect(text(reportOf([findingWith({ manifestPath: '', shownValue: 'not set', message: 'rule x failed: e.' })]))).toContain(
    'VirtualMachine shop/web: rule x failed: e.\n',
  );
  expect(text(reportOf([findingWith({ manifestPath: '', shownValue: '5', message: 'it is a number' })]))).toContain(
    'the document is 5: it is a number.\n',
  );
});

test('infos are told on request only, and counted always', () => {
  const report = reportOf([findingWith({ severity: Severity.INFO, stage: undefined })]);
  expect(text(report)).toBe('1 file, 2 objects, judged for OpenShift 4.20: 0 errors, 0 warnings, 1 info\n');
  expect(text(report, { verbose: true })).toContain('  14:46   info     VirtualMachine');
});

test('a quiet report has errors that count, and the summary', () => {
  const accepted = findingWith({ severity: Severity.ERROR, acceptance: acceptedFinding().acceptance });
  const lines = text(reportOf([findingWith({ severity: Severity.WARNING }), accepted, findingWith()]), { quiet: true });
  expect(lines.match(/^ {2}14:46/gm)).toHaveLength(1);
  expect(lines).toContain('  14:46   error    ');
  expect(lines).toContain('1 error, 1 warning, 1 accepted\n');
});

test('a quiet report has what makes the run fail', () => {
  const report = reportOf([findingWith({ severity: Severity.WARNING }), findingWith({ severity: Severity.INFO })]);
  const told = (failOn: Severity | 'never') => text(report, { quiet: true, failOn }).match(/^ {2}14:46 +\w+/gm) ?? [];
  expect(told(Severity.ERROR)).toEqual([]);
  expect(told(Severity.WARNING)).toEqual([expect.stringContaining('warning')]);
  expect(told(Severity.INFO)).toHaveLength(2);
  expect(told('never')).toEqual([]);
});

test('a verbose report says why, and where more is', () => {
  const lines = text(reportOf([findingWith()]), { verbose: true });
  expect(lines).toContain('is refused for ever: no drain of its node ends.');
  expect(lines).toContain('          https://kubevirt.io/user-guide/compute/live_migration/\n');
  expect(lines).toContain('docs/rules/live-migrate-blocked.md\n');
});

test('texts are wrapped to the terminal, words stay whole', () => {
  const lines = text(reportOf([findingWith({ manifestPath: 'spec.running' })]), { width: 50 }).split('\n');
  expect(lines.slice(1, 6)).toEqual([
    '  14:46   error    VirtualMachine shop/web:',
    '          spec.running is "web-root": the volume',
    '          "root" is on a claim that one node can',
    '          use.',
    '          Use a claim with ReadWriteMany.',
  ]);
  expect(text(reportOf([findingWith()]), { width: 5 })).toContain('          ReadWriteMany.\n');
});

test('the caret stands below what is meant behind tabs and wide characters', () => {
  const excerpt = [{ number: 14, text: '\tname: 日本 x' }];
  const lines = text(reportOf([findingWith({ excerpt, region: { line: 14, column: 8, endLine: 14, endColumn: 10 } })])).split('\n');
  expect(lines.slice(4, 6)).toEqual(['    > 14 |     name: 日本 x', '         |           ^^^^']);
});

test('of a long line only what is around the place is shown', () => {
  const excerpt = [{ number: 14, text: `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}` }];
  const [line, caret] = text(reportOf([findingWith({ excerpt, region: { line: 14, column: 5001, endLine: 14, endColumn: 5005 } })]))
    .split('\n')
    .slice(4);
  expect(line).toBe(`    > 14 | …${'a'.repeat(30)}HERE${'b'.repeat(125)}…`);
  expect(caret.indexOf('^')).toBe(line.indexOf('HERE'));
});

test.each([
  ['  url: http://user:hunter2@example.com', 8, 39, '  url: http://(redacted)@example.com', '       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^'],
  ['  url: http://user:hunter2@example.com', 3, 6, '  url: http://(redacted)@example.com', '  ^^^'],
  ['  url: http://user:hunter2@example.com', 16, 20, '  url: http://(redacted)@example.com', '  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^'],
])('a line with a secret is shown without it: %s from %i to %i', (line, column, endColumn, shown, caret) => {
  const region = { line: 14, column, endLine: 14, endColumn };
  const lines = text(reportOf([findingWith({ excerpt: [{ number: 14, text: line }], region })])).split('\n');
  expect(lines.slice(4, 6)).toEqual([`    > 14 | ${shown}`, `         | ${caret}`]);
});

test('several objects are listed, the worst first', () => {
  const named = (name: string) => ({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name });
  const many = Array.from({ length: 12 }, (_, index) => findingWith({ severity: Severity.WARNING, object: named(`w${index}`) }));
  const lines = text(reportOf([...many, findingWith({ object: named('worst') })])).split('\n');
  const table = lines.indexOf('errors  warnings  object');
  expect(lines.slice(table + 1, table + 3)).toEqual([
    '     1         -  VirtualMachine shop/worst  k8s/shop/web.yaml',
    '     -         1  VirtualMachine shop/w0  k8s/shop/web.yaml',
  ]);
  expect(lines[table + 11]).toBe('                  and 3 more');
});

test('colours are there on request, and change nothing else', () => {
  const report = reportOf([findingWith(), acceptedFinding()]);
  const esc = String.fromCharCode(27);
  const colored = text(report, { color: true });
  expect(colored).toContain(`${esc}[1m${esc}[31merror  `);
  expect(text(report)).not.toContain(esc);
  expect(colored.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(text(report));
});
