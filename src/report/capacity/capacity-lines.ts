import { amountText, answerText, type Loss, type LossAnswer, lossText, type RemediationLimit, shortageText, Verdict } from '../../capacity';
import { counted, valueText } from '../../facts';
import type { CapacityReport } from './capacity-report';

const MOST_SETS = 10;

/** What is said beside the table of hosts, in sentences without an end. */
export function capacityLines(report: CapacityReport): string[] {
  return [
    ...nowLines(report),
    ...cordonedLines(report),
    ...setLines(report),
    roomLine(report),
    ...report.drains.filter(({ left }) => left.length > 0).map(drainLine),
    ...remediationLines(report),
    ...report.quotas.map(
      ({ namespace, quota, resource, used, needs, hard }) =>
        `quota ${quota} of ${namespace} has no room for a migration: ${amounts(resource, used)} used, ${amounts(resource, needs)} more for the ` +
        `largest VM, ${amounts(resource, hard)} allowed`,
    ),
    ...(report.added === undefined ? [] : [`everything fits with ${counted(report.added.count, 'more host')} like ${report.added.like}`]),
    ...report.assumptions.map((assumption) => `assumed: ${assumption}`),
  ];
}

/** Whether health checks go on with their work: in all cases, or in which of them not. */
function remediationLines(report: CapacityReport): string[] {
  const { limits } = report;
  const all = limits.flatMap(({ loss, limits: judged }) => judged.map((limit) => ({ loss, limit })));
  const checks = new Set(all.map(({ limit }) => checkName(limit)));
  return [...checks].flatMap((check) => {
    const held = all.filter(({ limit }) => checkName(limit) === check && !limit.goesOn);
    if (held.length === 0) {
      return [`${check} goes on whichever of its nodes are lost: ${lossesAsked(report)}`];
    }
    return [
      ...held.slice(0, MOST_SETS).map(({ loss, limit }) => heldLine(loss, limit)),
      ...(held.length > MOST_SETS ? [`${check}: and ${held.length - MOST_SETS} more losses with which it remediates nothing`] : []),
    ];
  });
}

function checkName({ kind, check }: RemediationLimit): string {
  return `${kind} ${check}`;
}

function lossesAsked({ answers, hostFailures }: CapacityReport): string {
  const most = answers.tooManySetsOf === undefined ? hostFailures : answers.tooManySetsOf - 1;
  const hosts = most === 0 ? [] : [most === 1 ? 'each host' : `each set of up to ${most} hosts`];
  return [...hosts, ...(answers.zones.length === 0 ? [] : ['each zone'])].join(', and ');
}

function heldLine(loss: Loss, limit: RemediationLimit): string {
  const { nodes, lost, field, value, allowed } = limit;
  const many = loss.hosts.length > 1 && loss.zone === undefined;
  return (
    `${checkName(limit)} remediates nothing when ${lossText(loss)} ${many ? 'are' : 'is'} lost: ${lost} of its ${nodes} nodes are gone then, ` +
    `and ${field} ${valueText(value)} allows ${allowed}; the VMs there are not started elsewhere until somebody acts`
  );
}

/** The answer for a single host that is lost; undefined: it was not asked for. */
export function answerFor(host: string, { answers }: CapacityReport): LossAnswer | undefined {
  return answers.hosts.find(({ loss }) => loss.hosts.length === 1 && loss.hosts[0] === host);
}

/** What all comes to: `does not fit` where something does not. */
export function worstVerdict({ answers }: CapacityReport): Verdict {
  const verdicts = [answers.now, ...answers.hosts].map(({ verdict }) => verdict);
  return [Verdict.DOES_NOT_FIT, Verdict.UNDECIDED].find((verdict) => verdicts.includes(verdict)) ?? Verdict.FITS;
}

function nowLines({ answers: { now } }: CapacityReport): string[] {
  return now.verdict === Verdict.FITS ? [] : [`with nothing lost: ${answerText(now)}`];
}

function cordonedLines({ cordoned }: CapacityReport): string[] {
  return cordoned.length === 0 ? [] : [`left out: ${cordoned.join(', ')}, cordoned: no VM is started there`];
}

/** Sets of several hosts: those that fit are counted. */
function setLines({ answers }: CapacityReport): string[] {
  const sets = answers.hosts.filter(({ loss }) => loss.hosts.length > 1);
  const wrong = sets.filter(({ verdict }) => verdict !== Verdict.FITS);
  const tooMany = answers.tooManySetsOf === undefined ? [] : [`sets of ${answers.tooManySetsOf} hosts: too many to go through`];
  return [
    ...(sets.length === 0 ? [] : [`${counted(sets.length, 'set')} of several hosts: ${sets.length - wrong.length} fit`]),
    ...wrong.slice(0, MOST_SETS).map((answer) => `${lossText(answer.loss)}: ${answerText(answer)}`),
    ...(wrong.length > MOST_SETS ? [`and ${wrong.length - MOST_SETS} more that do not fit, or may not`] : []),
    ...tooMany,
  ];
}

/** The largest VM that still fits: now, and after the worst of the failures. */
function roomLine({ answers: { now, hosts } }: CapacityReport): string {
  const least = Math.min(...hosts.map(({ largestGap }) => largestGap));
  const after = hosts.length === 0 ? '' : `, ${amountText('memory', least)} after the worst of these failures`;
  return `largest pod that still fits: ${amountText('memory', now.largestGap)} now${after}`;
}

function drainLine({ host, moving, left }: CapacityReport['drains'][number]): string {
  return `a drain of ${host} stops: ${left.length} of ${counted(moving, 'VM')} cannot move, such as ${shortageText(left[0])}`;
}

function amounts(resource: string, amount: number): string {
  return amountText(resource.replace(/^(requests|limits)\./, ''), amount);
}
