import { parseFieldPath } from '../../src/facts';
import { type AuditReport, FORMATS } from '../../src/report';
import { processorTime } from '../support/processor-time';
import { HOSTILE_TEXTS, reportWith } from './hostile-report';
import { findingWith, reportOf } from './sample';
import { sarifFaults } from './sarif-schema';
import { scriptOf } from './tiny-window';

/** What a report has of control characters, and of those that turn the direction of writing, beside the ends of its own lines. */
function oddIn(text: string): string[] {
  return text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}\p{Default_Ignorable_Code_Point}]/gu) ?? [];
}

const cases = [...FORMATS.keys()].flatMap((format) => Object.keys(HOSTILE_TEXTS).map((what) => [format, what] as const));

test.each(cases)('%s: %s forge nothing', (name, what) => {
  const format = FORMATS.get(name) as (report: AuditReport, options?: object) => string;
  const written = format(reportWith(HOSTILE_TEXTS[what]), { verbose: true, width: 80, mendCommand: HOSTILE_TEXTS[what] });
  const harmless = format(reportWith('harmless'), { verbose: true, width: 80, mendCommand: 'harmless' });
  expect(oddIn(written)).toEqual([]);
  expect(written).not.toMatch(/##(vso|teamcity)?\[/);
  expect(name === 'github' ? [] : written.match(/^\s*::.*/gm)).toEqual(name === 'github' ? [] : null);
  expect(structureOf(name, written)).toEqual(structureOf(name, harmless));
});

/** What must be the same whatever the texts say. */
function structureOf(format: string, written: string): unknown {
  const lines = written.split('\n');
  switch (format) {
    case 'text':
      return {
        positions: lines.filter((line) => /^ {2}(\d+:\d+|-) /.test(line)).length,
        commands: lines.filter((line) => /^\s*::/.test(line)),
      };
    case 'github':
      return { lines: lines.length, commands: lines.map((line) => /^::(\w+) file=[^:,]*,/.exec(line)?.[1]) };
    case 'junit':
      return written.match(/<[/?!]?[\w-]*/g);
    case 'markdown': {
      const prose = written.replace(/`[^`\n]*`/g, '');
      const cells = lines.map((line) => line.split('|').length);
      return { lines: lines.length, cells, links: prose.match(/(?<!\\)\]\(/g), tags: prose.match(/<\/?(?!code)\w+/g) };
    }
    case 'html':
      return { tags: withoutData(written).match(/<[/?!]?[\w-]*/g), script: scriptOf(written) };
    default:
      return shapeOf(JSON.parse(written));
  }
}

function withoutData(page: string): string {
  return page.replace(/(<script type="application\/json" id="report">).*?(<\/script>)/s, '$1$2');
}

/** The names and kinds of what is in a document. */
function shapeOf(document: unknown): unknown {
  if (Array.isArray(document)) {
    return document.map(shapeOf);
  }
  return typeof document === 'object' && document !== null
    ? Object.entries(document).map(([name, member]) => [name, shapeOf(member)])
    : typeof document;
}

test.each(Object.keys(HOSTILE_TEXTS))('SARIF stays valid: %s', (what) => {
  const sarif = FORMATS.get('sarif') as (report: AuditReport) => string;
  expect(sarifFaults(JSON.parse(sarif(reportWith(HOSTILE_TEXTS[what]))))).toEqual([]);
});

test.each([...FORMATS])('%s of 10,000 findings takes less than a second of a processor', (_name, format) => {
  const manifestPath = 'spec.template.spec.volumes[0].persistentVolumeClaim.claimName';
  const findings = Array.from({ length: 10_000 }, (_, index) =>
    findingWith({
      file: `k8s/${index % 100}.yaml`,
      object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: `web-${index % 2000}` },
      path: parseFieldPath(manifestPath),
    }),
  );
  const report = reportOf(findings);
  const took = Array.from({ length: 3 }, () => {
    const start = processorTime();
    format(report, { color: true, width: 120 });
    return processorTime() - start;
  });
  expect(Math.min(...took)).toBeLessThan(1000);
});
