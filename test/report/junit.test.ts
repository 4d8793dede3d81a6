import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { Severity } from '../../src/audit';
import { junit } from '../../src/report';
import { HOSTILE_TEXTS, reportWith } from './hostile-report';
import { acceptedFinding, findingWith, reportOf } from './sample';

const SCHEMA = readFileSync(join(__dirname, 'junit.xsd'), 'utf8');
const warning = findingWith({ severity: Severity.WARNING, stage: undefined, manifestPath: 'spec.running', shownValue: 'true' });

async function faultsOf(xml: string): Promise<readonly string[]> {
  const { errors } = await validateXML({ xml: [{ fileName: 'report.xml', contents: xml }], schema: [SCHEMA] });
  return errors.map(({ message }) => message);
}

function casesOf(xml: string): string[] {
  return xml.split('\n').filter((line) => line.includes('<testcase'));
}

test('reports have the structure that servers read', async () => {
  const files = [
    { path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'It ends early.', place: { line: 9, column: 2 } }] },
    { path: 'k8s/shop/web.yaml', objects: 1, others: 0 },
    { path: 'clean.yaml', objects: 3, others: 0 },
  ];
  expect(await faultsOf(junit(reportOf([findingWith(), acceptedFinding(), warning], { files })))).toEqual([]);
  expect(await faultsOf(junit(reportOf([])))).toEqual([]);
  expect(await faultsOf(junit(reportOf([findingWith()])).replace(' tests="1"', ''))).not.toEqual([]);
});

test.each(Object.keys(HOSTILE_TEXTS))('reports stay XML: %s', async (what) => {
  expect(await faultsOf(junit(reportWith(HOSTILE_TEXTS[what])))).toEqual([]);
});

test('an error fails, with its text', () => {
  expect(junit(reportOf([findingWith({ manifestPath: 'spec.running', shownValue: '"a"' })]))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="cdk8s-kubevirt" tests="1" failures="1" errors="0">
  <testsuite name="k8s/shop/web.yaml" tests="1" failures="1" errors="0" skipped="0">
    <testcase classname="VirtualMachine shop/web" name="live-migrate-blocked at spec.running"><failure message="spec.running is &quot;a&quot;: the volume &quot;root&quot; is on a claim that one node can use." type="error">k8s/shop/web.yaml:14:46
Use a claim with ReadWriteMany.
fails at run · live-migrate-blocked
https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules/live-migrate-blocked.md
</failure></testcase>
  </testsuite>
</testsuites>
`);
});

test('what is below the threshold passes, with its text as output', () => {
  expect(casesOf(junit(reportOf([warning])))).toEqual([expect.stringContaining('><system-out>warning: spec.running is true: ')]);
  expect(casesOf(junit(reportOf([warning]), { failOn: Severity.WARNING }))).toEqual([expect.stringContaining('<failure ')]);
  expect(casesOf(junit(reportOf([findingWith()]), { failOn: 'never' }))).toEqual([expect.stringContaining('<system-out>error: ')]);
});

test('what is accepted is skipped, with the reason', () => {
  const xml = junit(reportOf([acceptedFinding()]));
  expect(xml).toContain('failures="0" errors="0" skipped="1"');
  expect(xml).toContain('<skipped message="accepted by annotation until 2027-01-31: moves with ticket 4711" type="warning">');
});

test('a file that could not be judged is an error, a file without findings passes', () => {
  const files = [
    { path: 'a.yaml', objects: 0, others: 0, faults: [{ message: 'It ends early' }] },
    { path: 'b.yaml', objects: 3, others: 0 },
  ];
  expect(casesOf(junit(reportOf([], { files })))).toEqual([
    '    <testcase classname="a.yaml" name="cannot be judged"><error message="It ends early." type="input"></error></testcase>',
    '    <testcase classname="b.yaml" name="nothing found in 3 objects"/>',
  ]);
});
