import { counted } from '../facts';
import { type Loss, type LossAnswer, Verdict } from './placement/answers';
import { Hindrance, type Shortage } from './placement/shortage';

const GIB = 1024 ** 3;
const MILLI = 1000;
const MOST_NAMES = 3;

/** An amount with its unit and its name: `61.3 GiB of memory`, `2.5 CPUs`, `3 nvidia.com/T4`. */
export function amountText(resource: string, amount: number): string {
  return isBytes(resource) ? `${quantityText(resource, amount)} of ${resource}` : quantityText(resource, amount);
}

/** An amount with its unit, where it is clear of what: `61.3 GiB`. */
function quantityText(resource: string, amount: number, digits?: number): string {
  if (resource === 'cpu') {
    return `${round(amount / MILLI, digits)} CPUs`;
  }
  if (resource === 'pods') {
    return counted(amount, 'pod');
  }
  return isBytes(resource) ? `${round(amount / GIB, digits)} GiB` : `${amount} ${resource}`;
}

function isBytes(resource: string): boolean {
  return resource === 'memory' || resource === 'ephemeral-storage' || resource.startsWith('hugepages-');
}

/** Digits that matter to somebody who plans hosts. */
function round(value: number, digits = value < 1 ? 2 : 1): string {
  return String(Number(value.toFixed(digits)));
}

const MOST_DIGITS = 9;

/** What is needed beside what there is: as many digits as it takes to tell the one from the other. */
function neededText(resource: string, needs: number, gap: number): string {
  let digits: number | undefined;
  while (digits !== MOST_DIGITS && quantityText(resource, needs, digits) === quantityText(resource, gap, digits)) {
    digits = (digits ?? 1) + 1;
  }
  const name = isBytes(resource) ? ` of ${resource}` : '';
  return `needs ${quantityText(resource, needs, digits)}${name} on one host; largest gap ${quantityText(resource, gap, digits)}`;
}

/** A VM and what it lacks: `shop/db (needs 66.3 GiB of memory on one host; largest gap 61 GiB of memory)`. */
export function shortageText({ vm, hindrance, resource, needs, largestGap }: Shortage): string {
  if (hindrance === Hindrance.RESOURCE && resource !== undefined && needs !== undefined && largestGap !== undefined) {
    return `${vm} (${neededText(resource, needs, largestGap)})`;
  }
  return hindrance === Hindrance.VMS
    ? `${vm} (required affinity, anti-affinity or spread leaves no host)`
    : `${vm} (selectors, taints or volumes leave no host)`;
}

/** What is lost: `worker-0`, `worker-0 and worker-3`, `zone b`. */
export function lossText({ zone, hosts }: Loss): string {
  return zone === undefined ? hosts.join(' and ') : `zone ${zone}`;
}

/** What happens when hosts are lost: `fits: 12 VMs move, fullest host 91 % of memory`. */
export function answerText(answer: LossAnswer): string {
  const { verdict, displaced, fullest } = answer;
  const moved = displaced === 0 ? 'no VM has to move' : `${counted(displaced, 'VM')} ${displaced === 1 ? 'moves' : 'move'}`;
  const full = fullest === undefined ? '' : `, fullest host ${shareText(fullest.share)} of ${fullest.resource}`;
  const details = misfitTexts(answer, 1);
  return `${verdict}: ${verdict === Verdict.FITS || details.length === 0 ? `${moved}${full}` : details.join('; ')}`;
}

/**
 * What does not fit, and why nobody can say, in parts of a sentence; empty: nothing is wrong.
 *
 * @param most how many VMs are named
 */
export function misfitTexts({ verdict, displaced, left, preempted, restarted, shortOf, reasons }: LossAnswer, most = MOST_NAMES): string[] {
  const finds = verdict === Verdict.DOES_NOT_FIT ? 'no host' : 'perhaps no host';
  return [
    ...(left.length > 0
      ? [`${left.length} of ${counted(displaced, 'VM')} ${left.length === 1 ? 'finds' : 'find'} ${finds}: ${listed(left, most)}`]
      : []),
    ...(preempted.length > 0 ? [`${counted(preempted.length, 'VM')} shut down to make room: ${listed(preempted, most)}`] : []),
    ...(restarted.length > 0
      ? [`${counted(restarted.length, 'VM')} shut down to make room and started elsewhere: ${named(restarted, most)}`]
      : []),
    ...(shortOf === undefined ? [] : [`${amountText(shortOf.resource, shortOf.amount)} short in all`]),
    ...reasons,
  ];
}

/** A share as a percentage, never more than it is. */
export function shareText(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

function listed(shortages: readonly Shortage[], most: number): string {
  return named(shortages.map(shortageText), most);
}

function named(names: readonly string[], most: number): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
