import { parseFieldPath } from '../../src/facts';
import { type AuditReport, FORMATS } from '../../src/report';
import { AcceptedBy } from '../../src/report/audit-report';
import { findingWith, reportOf } from './sample';
import { sarifFaults } from './sarif-schema';
import { scriptOf } from './tiny-window';

const TEXTS: Readonly<Record<string, string>> = {
  'a line of its own': 'a\n::error::forged\n  1:1  error  forged\n- forged',
  'other ends of lines': 'a\r\n::error::forged\u2028forged\u2029forged\u0085forged\u000bforged\fforged',
  'escape sequences of terminals': '\u001b[2J\u001b[31mforged\u001b]8;;https://example.com\u0007link\u001b]8;;\u0007\u009b31m',
  'writing that turns around': 'user\u202eforged\u2066\u2069\u200f\u061c',
  'commands of pipelines': '##[error]forged ##[set-output name=a]b ##vso[task.setvariable variable=a]b ##teamcity[a]',
  'ends of elements': ']]></failure></system-out></script></style></textarea>--><script>forged()</script><!--',
  'entities and quotes': '&lt;script&gt; &#60; " \' ` {{forged}} {0} $&',
  Markdown: '| forged | `code` <img src=x onerror=forged()> [a](https://example.com) @everyone #1 \\| ```',
  'broken characters': '\ud800 \udfff \u0000 \ufffe \uffff \ufeff',
};

/** A report in which each text that comes from manifests, file names and configs is hostile. */
function reportWith(text: string): AuditReport {
  const hostile = {
    file: text,
    excerpt: [
      { number: 13, text },
      { number: 14, text: `${text} ${text}` },
    ],
    object: { apiVersion: text, kind: text, namespace: text, name: text },
    path: [text],
    manifestPath: `metadata.labels[${JSON.stringify(text)}]`,
    shownValue: text,
    message: text,
    remedy: text,
  };
  const acceptance = { by: AcceptedBy.CONFIG, reason: text, until: text };
  const files = [{ path: text, objects: 1, others: 0, faults: [{ message: text }] }];
  return reportOf([findingWith(hostile), findingWith({ ...hostile, acceptance })], { files, cluster: text, version: text });
}

/** What a report has of control characters, and of those that turn the direction of writing, beside the ends of its own lines. */
function oddIn(text: string): string[] {
  return text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu) ?? [];
}

const cases = [...FORMATS.keys()].flatMap((format) => Object.keys(TEXTS).map((what) => [format, what] as const));

test.each(cases)('%s: %s forge nothing', (name, what) => {
  const format = FORMATS.get(name) as (report: AuditReport, options?: object) => string;
  const written = format(reportWith(TEXTS[what]), { verbose: true, width: 80, mendCommand: TEXTS[what] });
  const harmless = format(reportWith('harmless'), { verbose: true, width: 80, mendCommand: 'harmless' });
  expect(oddIn(written)).toEqual([]);
  expect(written).not.toMatch(/##(vso|teamcity)?\[/);
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

test.each(Object.keys(TEXTS))('SARIF stays valid: %s', (what) => {
  const sarif = FORMATS.get('sarif') as (report: AuditReport) => string;
  expect(sarifFaults(JSON.parse(sarif(reportWith(TEXTS[what]))))).toEqual([]);
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
    const start = process.cpuUsage();
    format(report, { color: true, width: 120 });
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  expect(Math.min(...took)).toBeLessThan(1000);
});
