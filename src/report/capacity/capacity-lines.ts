import { amountText, answerText, type LossAnswer, lossText, shortageText, Verdict } from '../../capacity';
import { counted } from '../words';
import type { CapacityReport } from './capacity-report';

const MOST_SETS = 10;

/** What is said beside the table of hosts, in sentences without an end. */
export function capacityLines(report: CapacityReport): string[] {
  return [
    ...nowLines(report),
    ...setLines(report),
    roomLine(report),
    ...report.drains.filter(({ left }) => left.length > 0).map(drainLine),
    ...report.limits.flatMap(({ loss, limits }) =>
      limits.map(
        ({ check, nodes, lost, needed }) =>
          `NodeHealthCheck ${check} remediates nothing when ${lossText(loss)} is lost: ${nodes - lost} of its ${nodes} nodes are healthy then, ` +
          `and it acts with ${needed}; the VMs there are not started elsewhere until somebody acts`,
      ),
    ),
    ...report.quotas.map(
      ({ namespace, quota, resource, used, needs, hard }) =>
        `quota ${quota} of ${namespace} has no room for a migration: ${amounts(resource, used)} used, ${amounts(resource, needs)} more for the ` +
        `largest VM, ${amounts(resource, hard)} allowed`,
    ),
    ...(report.added === undefined ? [] : [`everything fits with ${counted(report.added.count, 'more host')} like ${report.added.like}`]),
    ...report.assumptions.map((assumption) => `assumed: ${assumption}`),
  ];
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
