import { counted, onOneLine } from '../../facts';
import { type RecoveryVerdict, StepOrigin } from '../../recovery';
import { pageHead } from '../html/page-head';
import { REPOSITORY, TOOL } from '../words';
import { xmlText } from '../xml-text';
import type { Comparison, RecoveryReport, ReportedRecovery, ReportedStep } from './recovery-report';
import { RECOVERY_STYLE } from './recovery-style';
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
  failuresText,
  inputText,
  movedText,
  neverText,
  objectiveOf,
  outageText,
  savingText,
  seconds,
  strangerTexts,
  titleOf,
  VERDICT_MARKS,
  VERDICT_MEANINGS,
  VERDICTS,
  verdictCounts,
  vmName,
  vmsText,
} from './recovery-words';
import { isMissed } from './reported-recovery';
import { spanOf, type TimeScale, timeScale } from './timeline';

/** A browser lays out so many at once in no time. */
const MOST_TIMELINES = 300;
/** Timelines that are unfolded from the start. */
const MOST_OPEN = 10;
/** The width of drawings, in units of their own. */
const WIDE = 1000;
const HIGH = 28;

const ORIGIN_WORDS: Readonly<Record<StepOrigin, string>> = {
  [StepOrigin.FIELD]: 'field',
  [StepOrigin.DEFAULT]: 'default',
  [StepOrigin.BEHAVIOUR]: 'how it works',
  [StepOrigin.ASSUMED]: 'assumed',
};

/** The report as one page that needs nothing beside it: timelines in SVG, and for each step what decides it. */
export function recoveryHtml(report: RecoveryReport): string {
  const groups = timelines(report);
  const anchors = new Map(groups.flatMap(({ members }, index) => members.map((member) => [member, `t${index}`])));
  const left = alike(report.recoveries.filter(takesTime)).length - groups.length;
  return `<!DOCTYPE html>
<html lang="en">
${pageHead(`${safe(countsText(report))} · ${TOOL} recovery`, RECOVERY_STYLE)}
<body>
<header>
<h1>${TOOL} recovery</h1>
<p class="muted">${safe(inputText(report))}</p>
<ul class="counts">
${VERDICTS.map((verdict) => tile(verdictCounts(report)[verdict], verdict)).join('\n')}
</ul>
</header>
<main>
${report.comparison === undefined ? '' : compared(report.comparison)}<section aria-label="Outages">
<div class="wide">
${table(report, anchors)}</div>
</section>
<section aria-labelledby="timelines">
<h2 id="timelines">Timelines</h2>
<p class="muted">${key('critical', 'worst')} worst case, on the critical path · ${key('step', 'worst')} beside it · ${key('step', 'best')} best case · \
the dashed line is the objective. What decides a step is told where the pointer, or the focus, is.</p>
${groups.map((group, index) => timeline(group, `t${index}`, index < MOST_OPEN && (report.isChosen || isMissed(group.first)))).join('')}\
${left > 0 ? `<p class="muted">${counted(left, 'more timeline')}: --vm and --failure choose them.</p>\n` : ''}</section>
</main>
<footer><p class="muted"><a href="${REPOSITORY}" rel="noopener noreferrer">${TOOL}</a> ${safe(report.version)}</p></footer>
</body>
</html>
`;
}

/** Those that miss their objective first; what takes no time has no timeline. */
function timelines({ recoveries }: RecoveryReport): Alike<ReportedRecovery>[] {
  const all = alike(recoveries.filter(takesTime));
  const [missed, others] = [true, false].map((wanted) => all.filter(({ first }) => isMissed(first) === wanted));
  return [...missed, ...others].slice(0, MOST_TIMELINES);
}

function takesTime({ outage }: ReportedRecovery): boolean {
  return outage.worst !== 0;
}

function safe(text: string): string {
  return xmlText(onOneLine(text));
}

function tile(count: number, verdict: RecoveryVerdict): string {
  return `<li title="${safe(VERDICT_MEANINGS[verdict])}"><b class="${classOf(verdict)}">${count}</b> ${VERDICT_MARKS[verdict]} ${verdict}</li>`;
}

function classOf(verdict: RecoveryVerdict | undefined): string {
  return verdict === undefined ? '' : verdict.replaceAll(' ', '-');
}

function key(group: string, bar: string): string {
  return `<svg class="key ${group}" viewBox="0 0 24 12" aria-hidden="true"><rect class="${bar}" width="24" height="12"/></svg>`;
}

function table(report: RecoveryReport, anchors: ReadonlyMap<ReportedRecovery, string>): string {
  const vms = byVm(report);
  const rows = vms.map((recoveries) => {
    const cells = recoveries.map((recovery) => {
      const anchor = anchors.get(recovery);
      const text = safe(boundText(recovery));
      return `<td class="${classOf(recovery.verdict)}">${anchor === undefined ? text : `<a href="#${anchor}">${text}</a>`}</td>`;
    });
    return `<tr><td>${safe(vmName(recoveries[0].vm))}</td><td>${objectiveOf(recoveries)}</td>${cells.join('')}</tr>\n`;
  });
  return `<table>\n<thead><tr>${heads(columnTitles(vms))}</tr></thead>\n<tbody>\n${rows.join('')}</tbody>\n</table>\n`;
}

function heads(titles: readonly string[]): string {
  return titles.map((title) => `<th scope="col">${title}</th>`).join('');
}

function timeline(group: Alike<ReportedRecovery>, id: string, isOpen: boolean): string {
  const { first, vms } = group;
  const { verdict, never } = first;
  const scale = timeScale(first);
  const mark = verdict === undefined ? '' : ` <span class="${classOf(verdict)}">${VERDICT_MARKS[verdict]} ${verdict}</span>`;
  const others = vms.length === 1 ? '' : `<p class="muted">The same for ${safe(vms.slice(1).join(', '))}.</p>\n`;
  const reason = never === undefined ? '' : `<p class="never">never: ${safe(neverText(never))}</p>\n`;
  const assumed = assumptionTexts(first).map((text) => `<li>assumed: ${safe(text)}</li>`);
  return `<details class="timeline" id="${id}"${isOpen ? ' open' : ''}>
<summary><b>${safe(titleOf(group))}</b> · ${safe(outageText(first) + caseText(first))}${mark}</summary>
${others}${axis(scale)}<ol class="steps">
${first.steps.map((step) => stepRow(step, scale, first.objective)).join('')}</ol>
${reason}${assumed.length === 0 ? '' : `<ul class="muted">${assumed.join('')}</ul>\n`}</details>
`;
}

function axis({ seconds: all, marks }: TimeScale): string {
  const texts = marks.map((mark) => `<text x="${percent(mark, all)}" y="1.2em">${mark} s</text>`);
  return `<div class="axis" aria-hidden="true"><svg>${texts.join('')}</svg></div>\n`;
}

function percent(second: number, all: number): string {
  return `${((second / all) * 100).toFixed(1)}%`;
}

function stepRow(step: ReportedStep, scale: TimeScale, objective: number | undefined): string {
  const critical = step.isCritical ? ' critical' : '';
  const label = `${step.what}: ${seconds(step.duration.worst)}${step.isCritical ? ', on the critical path' : ''}`;
  return `<li class="step${critical}" tabindex="0" aria-label="${safe(label)}">${drawing(step, scale, objective)}\
<span class="seconds">${seconds(step.duration.worst)}</span><span class="what">${safe(step.what)}</span>${tip(step)}</li>
`;
}

function drawing(step: ReportedStep, scale: TimeScale, objective: number | undefined): string {
  const x = (second: number) => Math.round((Math.min(second, scale.seconds) / scale.seconds) * WIDE);
  const line = (second: number, name: string) => `<line class="${name}" x1="${x(second)}" x2="${x(second)}" y1="0" y2="${HIGH}"/>`;
  const bar = (from: number, to: number, name: string, y: number, height: number) =>
    `<rect class="${name}" x="${x(from)}" y="${y}" width="${Math.max(3, x(to) - x(from))}" height="${height}"/>`;
  const span = spanOf(step, scale);
  const { begin, end } = step;
  const parts = [
    ...scale.marks.map((mark) => line(mark, 'grid')),
    ...(span === undefined ? [] : [bar(span.from, span.to, 'worst', 6, 12)]),
    ...(begin.best === undefined || end.best === undefined ? [] : [bar(begin.best, end.best, 'best', 20, 4)]),
    ...(objective === undefined || objective > scale.seconds ? [] : [line(objective, 'limit')]),
  ];
  return `<svg viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none" aria-hidden="true">${parts.join('')}</svg>`;
}

/** What decides a step: shown where the pointer or the focus is. */
function tip({ actor, begin, end, duration, origin, savings }: ReportedStep): string {
  const { kind, says, object, path, reference } = origin;
  const whose = [path, object].filter((part) => part !== undefined).join(' of ');
  const span = `${seconds(begin.worst)} to ${seconds(end.worst)} in the worst case, ${seconds(begin.best)} to ${seconds(end.best)} in the best`;
  const entries: readonly (readonly [string, string])[] = [
    ['by', safe(actor)],
    ['from', safe(span)],
    ['takes', `${seconds(duration.best)} to ${seconds(duration.worst)}`],
    [ORIGIN_WORDS[kind], safe(says)],
    ...(whose === '' ? [] : [['where', `<code>${safe(whose)}</code>`] as const]),
    ...savings.map((saving) => ['shorter', safe(savingText(saving))] as const),
    ...(reference === undefined ? [] : [['source', linkTo(reference)] as const]),
  ];
  return `<div class="tip" role="note"><dl>${entries.map(([name, value]) => `<dt>${name}</dt><dd>${value}</dd>`).join('')}</dl></div>`;
}

function linkTo(reference: string): string {
  const text = safe(reference);
  return reference.startsWith('https://') ? `<a href="${text}" rel="noopener noreferrer">${text}</a>` : text;
}

function compared(comparison: Comparison): string {
  const { changes } = comparison;
  const rows = alike(changes).map(({ first: { before, after, verdict, moved }, vms, failures }) => {
    const mark = verdict === undefined ? '' : ` <span class="${classOf(verdict)}">${VERDICT_MARKS[verdict]}</span>`;
    const steps = moved.map((step) => safe(movedText(step))).join('<br>');
    return `<tr><td>${safe(vmsText(vms))}</td><td>${failuresText(failures)}</td><td>${differenceText(before, after)}${mark}</td><td>${steps}</td></tr>\n`;
  });
  const names = strangerTexts(comparison);
  const head = `<thead><tr>${heads(['VM', 'failure', 'outage', 'because of'])}</tr></thead>`;
  const body =
    rows.length === 0 ? '' : `<div class="wide"><table class="changes">\n${head}\n<tbody>\n${rows.join('')}</tbody>\n</table></div>\n`;
  const list = names.length === 0 ? '' : `<ul>${names.map((name) => `<li>${safe(name)}</li>`).join('')}</ul>\n`;
  return `<section aria-labelledby="compared">\n<h2 id="compared">${safe(comparisonText(comparison))}</h2>\n${body}${list}</section>\n`;
}
