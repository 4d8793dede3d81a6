import { counted } from '../../facts';
import { markdownText } from '../markdown-text';
import { TOOL } from '../words';
import type { Comparison, RecoveryReport, ReportedRecovery } from './recovery-report';
import {
  type Alike,
  alike,
  assumptionTexts,
  boundText,
  byVm,
  columnTitles,
  comparisonText,
  countsText,
  differenceText,
  failuresText,
  inputText,
  legendTexts,
  movedText,
  neverText,
  objectiveOf,
  originText,
  outageText,
  savingText,
  seconds,
  strangerTexts,
  titleOf,
  toldOf,
  VERDICT_MARKS,
  vmName,
  vmsText,
} from './recovery-words';

/** GitHub takes comments of 65,536 characters. */
const LONGEST_COMMENT = 65_000;
/** Rows of a table: a comment with more is read by nobody. */
const MOST_ROWS = 100;

/** The report for a comment on a pull request, or the summary of a job: what has changed first. */
export function recoveryMarkdown(report: RecoveryReport): string {
  const head = `### ${TOOL} recovery\n\n**${countsText(report)}**: ${markdownText(inputText(report))}.\n`;
  const blocks = [
    ...(report.comparison === undefined ? [] : [compared(report.comparison)]),
    table(report),
    ...toldOf(report).map(timeline),
  ];
  return fitted(head, blocks);
}

function table(report: RecoveryReport): string {
  const vms = byVm(report);
  const titles = columnTitles(vms);
  const rows = vms
    .slice(0, MOST_ROWS)
    .map((recoveries) =>
      row([markdownText(vmName(recoveries[0].vm)), objectiveOf(recoveries), ...recoveries.map((recovery) => boundText(recovery))]),
    );
  const left = vms.length - rows.length;
  const notes = [...(left > 0 ? [`and ${counted(left, 'more VM')}`] : []), ...legendTexts(report)];
  return `\n${row(titles)}${row(titles.map(() => '---'))}${rows.join('')}\n${notes.join('; ')}\n`;
}

/** The steps of a timeline, folded. */
function timeline(group: Alike<ReportedRecovery>): string {
  const { first } = group;
  const { steps, never } = first;
  const title = `${markdownText(titleOf(group))} · ${outageText(first)}`;
  const rows = steps.map((step) =>
    row([
      seconds(step.begin.worst),
      seconds(step.duration.worst),
      `${step.isCritical ? '**critical** ' : ''}${markdownText(step.what)}`,
      [originText(step), ...step.savings.map(savingText)].map(markdownText).join('; '),
    ]),
  );
  const notes = [
    ...(never === undefined ? [] : [`never: ${neverText(never)}`]),
    ...assumptionTexts(first).map((text) => `assumed: ${text}`),
  ].map((text) => `- ${markdownText(text)}\n`);
  const titles = ['from', 'takes', 'step', 'decided by'];
  const body = `${row(titles)}${row(titles.map(() => '---'))}${rows.join('')}`;
  return `\n<details><summary>${title}</summary>\n\n${body}${notes.length === 0 ? '' : `\n${notes.join('')}`}\n</details>\n`;
}

function compared(comparison: Comparison): string {
  const { changes } = comparison;
  const titles = ['VM', 'failure', 'outage', 'because of'];
  const rows = alike(changes).map(({ first: { before, after, verdict, moved }, vms, failures }) =>
    row([
      markdownText(vmsText(vms)),
      failuresText(failures),
      `${differenceText(before, after)}${verdict === undefined ? '' : ` ${VERDICT_MARKS[verdict]}`}`,
      moved.map((step) => markdownText(movedText(step))).join('<br>'),
    ]),
  );
  const names = strangerTexts(comparison);
  const body = rows.length === 0 ? '' : `\n${row(titles)}${row(titles.map(() => '---'))}${rows.join('')}`;
  const list = names.length === 0 ? '' : `\n${names.map((name) => `- ${markdownText(name)}\n`).join('')}`;
  return `\n#### ${markdownText(comparisonText(comparison))}\n${body}${list}`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

/** As many blocks as a comment may have. */
function fitted(head: string, blocks: readonly string[]): string {
  const noteLength = 200;
  let left = LONGEST_COMMENT - head.length - noteLength;
  const taken = blocks.filter(({ length }) => {
    left -= length;
    return left >= 0;
  });
  const omitted = blocks.length - taken.length;
  const note = `\nLeft out, because a comment may not be longer: ${counted(omitted, 'more part')}. Other formats have all of them.\n`;
  return `${head}${taken.join('')}${omitted === 0 ? '' : note}`;
}
