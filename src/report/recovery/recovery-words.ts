import { counted, FailureClass } from '../../facts';
import { type Interval, RecoveryVerdict } from '../../recovery';
import type { ReportedObject } from '../audit-report';
import type { Role } from '../colors';
import { grouped } from '../summary';
import { objectName, sentence } from '../words';
import type {
  Comparison,
  MovedEnd,
  MovedStep,
  RecoveryReport,
  ReportedNever,
  ReportedRecovery,
  ReportedStep,
  Saving,
} from './recovery-report';
import { isMissed } from './reported-recovery';

/** The failure classes as titles of columns. */
const FAILURE_TITLES: Readonly<Record<FailureClass, string>> = {
  [FailureClass.APPLICATION]: 'application',
  [FailureClass.GUEST_HANG]: 'guest hang',
  [FailureClass.GUEST_PANIC]: 'guest panic',
  [FailureClass.GUEST_SHUTDOWN]: 'shutdown',
  [FailureClass.VM_PROCESS]: 'VM process',
  [FailureClass.NODE_DRAIN]: 'node drain',
  [FailureClass.NODE_LOSS]: 'node loss',
  [FailureClass.NETWORK_PARTITION]: 'partition',
  [FailureClass.KUBELET]: 'kubelet',
  [FailureClass.ZONE_LOSS]: 'zone loss',
  [FailureClass.STORAGE_ERROR]: 'storage',
  [FailureClass.CONTROL_PLANE]: 'control plane',
};

/** What stands for each verdict. */
export const VERDICT_MARKS: Readonly<Record<RecoveryVerdict, string>> = {
  [RecoveryVerdict.KEPT]: '✓',
  [RecoveryVerdict.MISSED]: '✗',
  [RecoveryVerdict.AT_RISK]: '?',
  [RecoveryVerdict.OPEN]: '·',
};

export const VERDICT_ROLES: Readonly<Record<RecoveryVerdict, Role>> = {
  [RecoveryVerdict.KEPT]: 'good',
  [RecoveryVerdict.MISSED]: 'error',
  [RecoveryVerdict.AT_RISK]: 'warning',
  [RecoveryVerdict.OPEN]: 'muted',
};

/** What each mark means. */
export const VERDICT_MEANINGS: Readonly<Record<RecoveryVerdict, string>> = {
  [RecoveryVerdict.KEPT]: 'within the objective in the worst case',
  [RecoveryVerdict.MISSED]: 'not within it',
  [RecoveryVerdict.AT_RISK]: 'not within it unless what is assumed is better',
  [RecoveryVerdict.OPEN]: 'nothing outside of the guest notices it, and no objective names it',
};

/** The verdicts in the order in which they are told. */
export const VERDICTS: readonly RecoveryVerdict[] = [
  RecoveryVerdict.KEPT,
  RecoveryVerdict.MISSED,
  RecoveryVerdict.AT_RISK,
  RecoveryVerdict.OPEN,
];

/** A VM as texts name it: `shop/web`; other kinds with their kind. */
export function vmName(vm: ReportedObject): string {
  return vm.kind === 'VirtualMachine' ? objectName(vm).slice('VirtualMachine '.length) : objectName(vm);
}

/** A number of seconds, or never. */
export function seconds(number: number | undefined): string {
  return number === undefined ? 'never' : `${number} s`;
}

/** The bound of a recovery, with the objective where this failure has one of its own, and with its marks. */
export function boundText(recovery: ReportedRecovery): string {
  const { outage, objective, isNamed, verdict } = recovery;
  const of = isNamed === true ? ` of ${seconds(objective)}` : '';
  return `${seconds(outage.worst)}${isHeldUp(recovery) ? HELD_UP : ''}${of}${verdict === undefined ? '' : ` ${VERDICT_MARKS[verdict]}`}`;
}

const HELD_UP = '!';

/** Whether the VM is not away for ever, but the drain of its node may last. */
function isHeldUp({ failure, outage, steps }: ReportedRecovery): boolean {
  return failure === FailureClass.NODE_DRAIN && outage.worst !== undefined && steps.some(({ duration }) => duration.worst === undefined);
}

/** Worst and best case, with what is accepted. */
export function outageText({ outage, objective }: ReportedRecovery): string {
  const worst = outage.worst === undefined && outage.best !== undefined ? 'perhaps never' : seconds(outage.worst);
  const best = outage.best === undefined || outage.best === outage.worst ? '' : ` (best ${seconds(outage.best)})`;
  return `${worst}${best}${objective === undefined ? '' : ` of ${seconds(objective)}`}`;
}

/** What decides how long a step takes, and whose it is. */
export function originText({ actor, origin }: ReportedStep): string {
  return `${actor} · ${origin.says}${origin.object === undefined ? '' : ` of ${origin.object}`}`;
}

/** What a field would change. */
export function savingText({ object, path, value, outage }: Saving): string {
  return `${path}: ${value}${object === undefined ? '' : ` of ${object}`} would make it ${seconds(outage)}`;
}

export function neverText({ because, change }: ReportedNever): string {
  return `${sentence(because)} ${sentence(change)}`;
}

export function assumptionTexts({ assumptions }: ReportedRecovery): string[] {
  return assumptions.map(({ what, say }) => `${what}${say === undefined ? '' : ` (to be said by ${say})`}`);
}

/** What differs in nothing but the VM and the failure. */
export interface Alike<T> {
  readonly first: T;
  readonly members: readonly T[];
  readonly vms: readonly string[];
  /** The failures of each of the VMs. */
  readonly failures: readonly FailureClass[];
}

/** Those together that are alike: first VMs with the same failure, then failures of the same VMs. */
export function alike<T extends { readonly vm: ReportedObject; readonly failure: FailureClass }>(all: readonly T[]): Alike<T>[] {
  const ofFailures = grouped(all, (one) => JSON.stringify({ ...one, vm: undefined }));
  const groups = grouped([...ofFailures.values()], (members) =>
    JSON.stringify([{ ...members[0], vm: undefined, failure: undefined }, members.map(({ vm }) => vm)]),
  );
  return [...groups.values()].map((sets) => ({
    first: sets[0][0],
    members: sets.flat(),
    vms: sets[0].map(({ vm }) => vmName(vm)),
    failures: sets.map(([{ failure }]) => failure),
  }));
}

/** VMs and failures in a title. */
export function titleOf({ vms, failures }: Pick<Alike<unknown>, 'vms' | 'failures'>): string {
  return `${vmsText(vms)} · ${failuresText(failures)}`;
}

/** Failures one after the other. */
export function failuresText(failures: readonly FailureClass[]): string {
  return failures.map((failure) => FAILURE_TITLES[failure]).join(', ');
}

/** VMs in a title: the first, and how many more. */
export function vmsText([first, ...others]: readonly string[]): string {
  return others.length === 0 ? first : `${first} and ${counted(others.length, 'more VM', 'more VMs')}`;
}

/** What is told in all its steps: what was chosen, or else what is not within its objective. */
export function toldOf({ recoveries, isChosen }: RecoveryReport): Alike<ReportedRecovery>[] {
  return alike(recoveries.filter((recovery) => isChosen || isMissed(recovery)));
}

/** The recoveries of each VM. Several may have the same name, as in overlays. */
export function byVm({ recoveries }: RecoveryReport): ReportedRecovery[][] {
  const groups: ReportedRecovery[][] = [];
  for (const recovery of recoveries) {
    const last = groups[groups.length - 1] ?? [];
    const isNext = last.some(({ vm, failure }) => vmName(vm) !== vmName(recovery.vm) || failure === recovery.failure);
    last.length === 0 || isNext ? groups.push([recovery]) : last.push(recovery);
  }
  return groups;
}

/** The columns of the table: VM, objective, and a failure each. */
export function columnTitles([first]: readonly (readonly ReportedRecovery[])[]): string[] {
  return ['VM', 'objective', ...first.map(({ failure }) => FAILURE_TITLES[failure])];
}

/** What the marks mean that are in the table. */
export function legendTexts(report: RecoveryReport): string[] {
  const counts = verdictCounts(report);
  const isAny = report.recoveries.some(isHeldUp);
  return [
    ...VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => `${VERDICT_MARKS[verdict]} ${VERDICT_MEANINGS[verdict]}`),
    ...(isAny ? [`${HELD_UP} the VM stays up where it is, and the drain of its node may not end`] : []),
  ];
}

/** Which case is told, and from when on, behind the outage. */
export function caseText({ place, down }: ReportedRecovery): string {
  const where = place === undefined ? '' : `, from ${place}`;
  return `${where}${down?.worst === undefined || down.worst === 0 ? '' : `, counted from ${seconds(down.worst)} on`}`;
}

/** VMs that only one side of a comparison has. */
export function strangerTexts({ added, removed }: Comparison): string[] {
  return [...added.map((vm) => `added: ${vmName(vm)}`), ...removed.map((vm) => `removed: ${vmName(vm)}`)];
}

/** The objective of a VM for all failures that it does not name. */
export function objectiveOf(recoveries: readonly ReportedRecovery[]): string {
  const general = recoveries.find(({ isNamed }) => isNamed === false);
  return general === undefined ? '-' : seconds(general.objective);
}

/** How many recoveries there are of each verdict. */
export function verdictCounts({ recoveries }: RecoveryReport): Readonly<Record<RecoveryVerdict, number>> {
  const counts: Record<RecoveryVerdict, number> = {
    [RecoveryVerdict.KEPT]: 0,
    [RecoveryVerdict.MISSED]: 0,
    [RecoveryVerdict.AT_RISK]: 0,
    [RecoveryVerdict.OPEN]: 0,
  };
  for (const { verdict } of recoveries) {
    if (verdict !== undefined) {
      counts[verdict] += 1;
    }
  }
  return counts;
}

export function countsText(report: RecoveryReport): string {
  const counts = verdictCounts(report);
  const words = VERDICTS.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`);
  return words.length === 0 ? 'no objective is said' : words.join(', ');
}

/** What was reckoned, and for what. */
export function inputText(report: RecoveryReport): string {
  return `${counted(byVm(report).length, 'VM')}, reckoned for ${report.cluster}`;
}

/** What a comparison comes to. */
export function comparisonText({ against, changes, added, removed }: Comparison): string {
  const longer = changes.filter(({ isLonger }) => isLonger).length;
  const parts = [
    `${longer} longer`,
    `${changes.length - longer} shorter`,
    ...(added.length === 0 ? [] : [`${counted(added.length, 'VM')} added`]),
    ...(removed.length === 0 ? [] : [`${counted(removed.length, 'VM')} removed`]),
  ];
  return `against ${against}: ${changes.length + added.length + removed.length === 0 ? 'no outage is longer or shorter' : parts.join(', ')}`;
}

/** From what to what an outage goes, and by how much. */
export function differenceText(before: Interval, after: Interval): string {
  const [one, other] = before.worst === after.worst ? [before.best, after.best] : [before.worst, after.worst];
  const best = before.worst === after.worst ? 'best ' : '';
  const by = one === undefined || other === undefined ? '' : ` (${other > one ? '+' : '−'}${tenths(Math.abs(other - one))} s)`;
  return `${best}${seconds(one)} → ${seconds(other)}${by}`;
}

function tenths(number: number): number {
  return Math.round(number * 10) / 10;
}

/** What has become of a step. */
export function movedText({ what, before, after }: MovedStep): string {
  const end = (side: MovedEnd | undefined) => (side === undefined ? 'not there' : `${seconds(side.seconds)}, ${side.says}`);
  return `${what}: ${end(before)} → ${end(after)}`;
}
