import { Severity } from '../audit/severity';
import { counted, onOneLine } from '../facts';
import type { AuditReport, FileFault, ReportedFile, ReportedFinding } from './audit-report';
import { logLine } from './log-lines';
import type { ReportOptions } from './options';
import { failsFrom, grouped } from './summary';
import { acceptanceText, codeOf, faultOf, objectName, rulePage, sentence, TOOL } from './words';
import { xmlText } from './xml-text';

/** What a test case ended with. */
type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface TestCase {
  readonly outcome: Outcome;
  readonly xml: string;
}

/**
 * The report as results of tests, a suite a file: findings that make the run fail are failures, others pass with their text as output,
 * accepted ones are skipped.
 */
export function junit(report: AuditReport, { failOn = Severity.ERROR }: ReportOptions = {}): string {
  const byFile = grouped(report.findings, ({ file }) => file);
  const known = new Set(report.files.map(({ path }) => path));
  const unknown = [...byFile.keys()].filter((path) => !known.has(path)).map((path) => ({ path, objects: 0, others: 0 }));
  const suites = [...report.files, ...unknown].map((file) => casesOf(file, byFile.get(file.path) ?? [], failOn));
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: TOOL, ...totalsOf(all) })}>`,
    ...suites.flatMap(({ path, cases }) => [
      `  <testsuite${attributes({ name: onOneLine(path), ...totalsOf(cases), skipped: countOf(cases, 'skipped') })}>`,
      ...cases.map(({ xml }) => xml),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function casesOf(file: ReportedFile, findings: readonly ReportedFinding[], failOn: Severity | 'never') {
  const cases = [
    ...(file.faults ?? []).map((fault) => faultCase(file.path, fault)),
    ...findings.map((finding) => findingCase(finding, failOn)),
  ];
  return { path: file.path, cases: cases.length > 0 ? cases : [passedCase(file)] };
}

function passedCase({ path, objects }: ReportedFile): TestCase {
  return testCase('passed', { classname: onOneLine(path), name: `nothing found in ${counted(objects, 'object')}` }, '');
}

function faultCase(path: string, { message, place }: FileFault): TestCase {
  const name = place === undefined ? 'cannot be judged' : `cannot be judged at ${place.line}:${place.column}`;
  return testCase('error', { classname: onOneLine(path), name }, element('error', sentence(message), 'input', ''));
}

function findingCase(finding: ReportedFinding, failOn: Severity | 'never'): TestCase {
  const { rule, severity, object, manifestPath, acceptance } = finding;
  const labels = { classname: objectName(object), name: onOneLine(manifestPath === '' ? rule.id : `${rule.id} at ${manifestPath}`) };
  const message = faultOf(finding);
  if (acceptance !== undefined) {
    return testCase('skipped', labels, element('skipped', acceptanceText(acceptance), severity, `${message}\n`));
  }
  if (failsFrom(severity, failOn)) {
    return testCase('failure', labels, element('failure', message, severity, detailsOf(finding)));
  }
  return testCase('passed', labels, `<system-out>${xmlText(`${severity}: ${message}\n${detailsOf(finding)}`)}</system-out>`);
}

function detailsOf(finding: ReportedFinding): string {
  const { file, region, rule } = finding;
  const place = `${onOneLine(file)}:${region.line}:${region.column}`;
  return [place, sentence(finding.remedy), codeOf(finding), rulePage(rule), ''].map(logLine).join('\n');
}

function testCase(outcome: Outcome, labels: { classname: string; name: string }, content: string): TestCase {
  return { outcome, xml: `    <testcase${attributes(labels)}${content === '' ? '/>' : `>${content}</testcase>`}` };
}

function element(name: string, message: string, type: string, content: string): string {
  return `<${name}${attributes({ message, type })}>${xmlText(content)}</${name}>`;
}

function totalsOf(cases: readonly TestCase[]) {
  return { tests: cases.length, failures: countOf(cases, 'failure'), errors: countOf(cases, 'error') };
}

function countOf(cases: readonly TestCase[], outcome: Outcome): number {
  return cases.filter((testCase) => testCase.outcome === outcome).length;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
