import { Severity } from '../audit/severity';
import { counted } from '../facts';
import type { AuditReport, ReportedFinding } from './audit-report';
import { markdownCode, markdownText } from './markdown-text';
import type { ReportOptions } from './options';
import { countsText, inputText, summaryOf } from './summary';
import { acceptanceText, objectName, rulePage, sentence, TOOL } from './words';

/** GitHub takes comments of 65,536 characters, of which some are left for a heading and a footer of others. */
const LONGEST_COMMENT = 65_000;

/** Rows of a table with what stands around them. */
interface Section {
  readonly head: string;
  readonly rows: readonly string[];
  readonly foot: string;
}

/** The report for a comment on a pull request, or the summary of a job: the worst first, cut where GitHub takes no more. */
export function markdown(report: AuditReport, { mendCommand }: ReportOptions = {}): string {
  const summary = summaryOf(report);
  const head = `### ${TOOL} audit\n\n**${countsText(summary)}** in ${inputText(summary)}, judged for ${markdownText(report.cluster)}.\n`;
  const mend = mendCommand === undefined ? '' : `: ${markdownCode(mendCommand)}`;
  const foot = summary.fixable === 0 ? '' : `\n${counted(summary.fixable, 'finding')} can be mended${mend}\n`;
  return `${head}${fitted(sectionsOf(report), LONGEST_COMMENT - head.length - foot.length)}${foot}`;
}

function sectionsOf(report: AuditReport): Section[] {
  const counting = report.findings.filter(({ acceptance }) => acceptance === undefined);
  const having = (severity: Severity) => counting.filter((finding) => finding.severity === severity);
  const accepted = report.findings.filter(({ acceptance }) => acceptance !== undefined);
  const faults = report.files.flatMap(({ path, faults = [] }) =>
    faults.map(({ message, place }) => row([markdownCode(place ? `${path}:${place.line}` : path), markdownText(sentence(message))])),
  );
  return [
    { head: `\n#### Could not be judged\n\n${table(['file', 'why'])}`, rows: faults, foot: '' },
    { head: `\n#### Errors\n\n${FINDINGS}`, rows: having(Severity.ERROR).map(findingRow), foot: '' },
    { head: `\n#### Warnings\n\n${FINDINGS}`, rows: having(Severity.WARNING).map(findingRow), foot: '' },
    folded(counted(having(Severity.INFO).length, 'info'), having(Severity.INFO)),
    folded(`${accepted.length} accepted`, accepted),
  ];
}

const FINDINGS = table(['place', 'object', 'finding']);

function folded(title: string, findings: readonly ReportedFinding[]): Section {
  const head = `\n<details><summary>${title}</summary>\n\n${FINDINGS}`;
  return { head, rows: findings.map(findingRow), foot: '\n</details>\n' };
}

function table(columns: readonly string[]): string {
  return `${row(columns)}${row(columns.map(() => '---'))}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function findingRow(finding: ReportedFinding): string {
  const { file, region, object, rule, stage, remedy, acceptance } = finding;
  const code = `[${rule.id}](${rulePage(rule)})${stage === undefined ? '' : `, fails at ${stage}`}`;
  const end = acceptance === undefined ? sentence(remedy) : sentence(acceptanceText(acceptance));
  return row([
    markdownCode(`${file}:${region.line}`),
    markdownCode(objectName(object)),
    `${whatOf(finding)} ${markdownText(end)} (${code})`,
  ]);
}

function whatOf({ manifestPath, shownValue, message }: ReportedFinding): string {
  const text = markdownText(sentence(message));
  if (manifestPath === '' && shownValue === 'not set') {
    return text;
  }
  return `${manifestPath === '' ? 'the document' : markdownCode(manifestPath)} is ${markdownCode(shownValue)}: ${text}`;
}

/** The sections that have rows, with no more of them than there is place for. */
function fitted(sections: readonly Section[], place: number): string {
  const noteLength = 200;
  let left = place - noteLength;
  let omitted = 0;
  const written = sections.map(({ head, rows, foot }) => {
    if (rows.length === 0) {
      return '';
    }
    left -= head.length + foot.length;
    const taken: string[] = [];
    for (const text of rows) {
      left -= text.length;
      if (left < 0) {
        break;
      }
      taken.push(text);
    }
    omitted += rows.length - taken.length;
    return taken.length === 0 ? '' : `${head}${taken.join('')}${foot}`;
  });
  const note = `\nLeft out, because a comment may not be longer: ${counted(omitted, 'more row')}. Other formats have all of them.\n`;
  return `${written.join('')}${omitted === 0 ? '' : note}`;
}
