import { answerText, type HostUse, shareText, Verdict } from '../../capacity';
import { counted, onOneLine } from '../../facts';
import { type Paint, painter, type Role } from '../colors';
import { logLine } from '../log-lines';
import type { ReportOptions } from '../options';
import { columnsOf } from '../wrap';
import { answerFor, capacityLines, worstVerdict } from './capacity-lines';
import type { CapacityReport } from './capacity-report';

const BAR = 20;
const ROLES: Readonly<Record<Verdict, Role>> = {
  [Verdict.FITS]: 'good',
  [Verdict.DOES_NOT_FIT]: 'error',
  [Verdict.UNDECIDED]: 'warning',
};

/** The report for people: hosts and what is taken of them, and what happens when each is lost. */
export function capacityText(report: CapacityReport, { color = false }: ReportOptions = {}): string {
  const paint = painter(color);
  const verdict = worstVerdict(report);
  const failures = counted(report.hostFailures, 'host failure');
  const lines = [
    ...table([headOf(report), ...report.hosts.map((use) => rowOf(use, report, paint)), ...zoneRows(report, paint)]),
    '',
    ...capacityLines(report).map(onOneLine),
    '',
    `${counted(report.vms, 'VM')} on ${counted(report.hosts.length, 'host')}, reckoned for ${onOneLine(report.cluster)} and ${failures}: ` +
      paint(ROLES[verdict], verdict),
  ];
  return `${lines.map(logLine).join('\n')}\n`;
}

function headOf(report: CapacityReport): string[] {
  return ['host', 'zone', 'VMs', 'memory', 'CPU', 'pods', ...otherResources(report), 'when it is lost'];
}

/** Resources that not all VMs ask for: huge pages and devices of the hosts. */
function otherResources({ hosts }: CapacityReport): string[] {
  const names = new Set(hosts.flatMap(({ shares }) => shares.map(({ resource }) => resource)));
  return [...names].filter((name) => !['cpu', 'memory', 'pods', 'ephemeral-storage'].includes(name) && !name.startsWith(KUBEVIRT_DEVICE));
}

const KUBEVIRT_DEVICE = 'devices.';

function rowOf(use: HostUse, report: CapacityReport, paint: Paint): string[] {
  const { host, zone = '-', isReady, vms, shares } = use;
  const answer = answerFor(host, report);
  const of = (name: string) => shares.find(({ resource }) => resource === name);
  const share = (name: string) => (of(name)?.used ?? 0) / (of(name)?.allocatable ?? 1);
  const number = (name: string) => `${of(name)?.used ?? 0}/${of(name)?.allocatable ?? 0}`;
  const others = otherResources(report).map((name) => (name.startsWith('hugepages-') ? shareText(share(name)) : number(name)));
  const whenLost = isReady ? answer && paint(ROLES[answer.verdict], onOneLine(answerText(answer))) : paint('error', 'does not answer now');
  return [host, zone, String(vms), bar(share('memory')), shareText(share('cpu')), number('pods'), ...others, whenLost ?? '-'];
}

function zoneRows(report: CapacityReport, paint: Paint): string[][] {
  const blanks = ['-', '', '', '', '', ...otherResources(report).map(() => '')];
  return report.answers.zones.map((answer) => [
    `zone ${answer.loss.zone}`,
    ...blanks,
    paint(ROLES[answer.verdict], onOneLine(answerText(answer))),
  ]);
}

function bar(share: number): string {
  const full = Math.max(0, Math.min(BAR, Math.floor(share * BAR)));
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ${shareText(share).padStart(5)}`;
}

/** Columns are as wide as what is in them; the last may be as long as it wants. */
function table(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) => row.map((cell, column) => (column === row.length - 1 ? cell : onOneLine(cell))));
  const widths = shown[0].map((_head, column) => Math.max(...shown.map((row) => columnsOf(row[column] ?? ''))));
  return shown.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : `${cell}${' '.repeat(widths[column] - columnsOf(cell))}`))
      .join('  ')
      .trimEnd(),
  );
}
