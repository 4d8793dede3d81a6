import { counted, onOneLine } from '../../facts';
import { RecoveryVerdict } from '../../recovery';
import { type Paint, painter } from '../colors';
import { logLine } from '../log-lines';
import type { ReportOptions } from '../options';
import { alignedRows, type Cell, piecesOf } from '../text-columns';
import { columnsOf, wrapped } from '../wrap';
import type { Comparison, RecoveryReport, ReportedRecovery, ReportedStep } from './recovery-report';
import {
  type Alike,
  alike,
  assumptionTexts,
  boundText,
  byVm,
  caseText,
  columnTitles,
  comparisonText,
  countsText,
  differenceText,
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
  VERDICT_ROLES,
  verdictCounts,
  vmName,
} from './recovery-words';
import { spanOf, type TimeScale, timeScale } from './timeline';

/** Timelines that are told where none is asked for. */
const MOST_TIMELINES = 5;
const MARGIN = '  ';
const BAR = 40;
const NARROW_BAR = 20;
/** On terminals that are narrower, bars are too. */
const WIDE = 120;
/** A number of seconds with its unit. */
const SECONDS = 8;
/** VM and objective stand before each piece of a table. */
const LEADING = 2;

/** The report for people: what is within its objective, and what happens when where something is not. */
export function recoveryText(report: RecoveryReport, options: ReportOptions = {}): string {
  const paint = painter(options.color ?? false);
  const told = toldOf(report);
  const shown = report.isChosen ? told : told.slice(0, MOST_TIMELINES);
  const left = told.length - shown.length;
  const lines = [
    ...table(report, paint, options),
    ...legendTexts(report).map((text) => paint('muted', text)),
    '',
    ...shown.flatMap((group) => [...timeline(group, paint, options), '']),
    ...(left > 0 ? [paint('muted', `${counted(left, 'more timeline')}: --vm and --failure choose them`), ''] : []),
    ...(report.comparison === undefined ? [] : [...comparison(report.comparison, paint, options), '']),
    `${onOneLine(inputText(report))}: ${summary(report, paint)}`,
  ];
  return `${lines.map(logLine).join('\n')}\n`;
}

function summary(report: RecoveryReport, paint: Paint): string {
  const counts = verdictCounts(report);
  const role = counts[RecoveryVerdict.MISSED] > 0 ? 'error' : counts[RecoveryVerdict.AT_RISK] > 0 ? 'warning' : 'good';
  return paint(role, countsText(report));
}

function table(report: RecoveryReport, paint: Paint, { width = Number.POSITIVE_INFINITY }: ReportOptions): string[] {
  const vms = byVm(report);
  const rows = vms.map((recoveries): Cell[] => [
    { text: vmName(recoveries[0].vm) },
    { text: objectiveOf(recoveries) },
    ...recoveries.map((recovery) => ({ text: boundText(recovery), role: recovery.verdict && VERDICT_ROLES[recovery.verdict] })),
  ]);
  const head = columnTitles(vms).map((text): Cell => ({ text, role: 'muted' }));
  const pieces = piecesOf([head, ...rows], LEADING, width);
  return pieces.flatMap((piece, index) => [...(index === 0 ? [] : ['']), ...alignedRows(piece, paint)]);
}

function timeline(group: Alike<ReportedRecovery>, paint: Paint, options: ReportOptions): string[] {
  const { first } = group;
  const { verdict, never } = first;
  const mark = verdict === undefined ? '' : ` ${paint(VERDICT_ROLES[verdict], VERDICT_MARKS[verdict])}`;
  const scale = timeScale(first);
  const bar = (options.width ?? WIDE) < WIDE ? NARROW_BAR : BAR;
  return [
    ...titleLines(`${titleOf(group)} · ${outageText(first)}${onOneLine(caseText(first))}`, mark, paint, options),
    ...axis(scale, bar, paint),
    ...first.steps.flatMap((step) => stepLines(step, scale, bar, paint, options)),
    ...(never === undefined ? [] : note(`never: ${neverText(never)}`, 'error', paint, options)),
    ...assumptionTexts(first).flatMap((text) => note(`assumed: ${text}`, 'muted', paint, options)),
  ];
}

function titleLines(title: string, mark: string, paint: Paint, { width }: ReportOptions): string[] {
  const columns = width === undefined ? undefined : width - MARGIN.length;
  const lines = wrapped(title, columns).map((line) => paint('title', line));
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${mark}` : line));
}

function note(text: string, role: 'error' | 'muted', paint: Paint, { width }: ReportOptions): string[] {
  const columns = width === undefined ? undefined : width - MARGIN.length;
  return wrapped(onOneLine(text), columns).map((line) => `${MARGIN}${paint(role, line)}`);
}

/** Seconds above their marks, as many as there is place for. */
function axis({ seconds: all, marks }: TimeScale, bar: number, paint: Paint): string[] {
  const column = (second: number) => Math.min(bar - 1, Math.floor((second / all) * bar));
  let numbers = '';
  let line = '';
  for (const mark of marks) {
    if (numbers === '' || column(mark) > columnsOf(numbers)) {
      numbers = `${numbers.padEnd(column(mark))}${mark}${numbers === '' ? ' s' : ''}`;
      line = `${line.padEnd(column(mark), '─')}┼`;
    }
  }
  return [numbers, line.padEnd(bar, '─')].map((text) => `${MARGIN}${paint('muted', text)}`);
}

function stepLines(step: ReportedStep, scale: TimeScale, bar: number, paint: Paint, { width }: ReportOptions): string[] {
  const { what, isCritical, duration, savings } = step;
  const indent = MARGIN.length + bar + MARGIN.length + SECONDS;
  const columns = width === undefined ? undefined : width - indent - MARGIN.length;
  const marked = `${onOneLine(what)}${isCritical ? ' ← critical' : ''}`;
  const lines = [
    ...wrapped(marked, columns),
    ...wrapped(onOneLine(originText(step)), columns).map((line) => paint('muted', line)),
    ...savings.flatMap((saving) => wrapped(onOneLine(savingText(saving)), columns)).map((line) => paint('code', line)),
  ];
  const drawn = barOf(step, scale, bar);
  const start = `${MARGIN}${isCritical ? paint('warning', drawn) : paint('muted', drawn)}${MARGIN}${seconds(duration.worst).padStart(SECONDS)}`;
  return lines.map((line, index) => `${index === 0 ? start : ' '.repeat(indent)}${MARGIN}${line}`);
}

/** A bar from begin to end in the worst case; what takes no time is a point. */
function barOf(step: ReportedStep, scale: TimeScale, bar: number): string {
  const span = spanOf(step, scale);
  if (span === undefined) {
    return ' '.repeat(bar);
  }
  const column = (second: number) => Math.round((second / scale.seconds) * bar);
  const from = Math.min(bar - 1, column(span.from));
  const length = Math.max(1, column(span.to) - from);
  const filling = step.duration.worst === 0 ? '│' : step.isCritical ? '█' : '░';
  return `${' '.repeat(from)}${filling.repeat(span.from === span.to ? 1 : length)}`.padEnd(bar);
}

function comparison(compared: Comparison, paint: Paint, options: ReportOptions): string[] {
  const indented = (text: string, by: string) =>
    wrapped(onOneLine(text), options.width === undefined ? undefined : options.width - by.length).map((line) => `${by}${line}`);
  return [
    onOneLine(comparisonText(compared)),
    ...alike(compared.changes).flatMap((group) => {
      const { before, after, isLonger, verdict, moved } = group.first;
      const mark = verdict === undefined ? '' : ` ${paint(VERDICT_ROLES[verdict], VERDICT_MARKS[verdict])}`;
      const difference = paint(isLonger ? 'warning' : 'good', differenceText(before, after));
      return [`${MARGIN}${titleOf(group)} · ${difference}${mark}`, ...moved.flatMap((step) => indented(movedText(step), MARGIN.repeat(2)))];
    }),
    ...strangerTexts(compared).map((text) => `${MARGIN}${text}`),
  ];
}
