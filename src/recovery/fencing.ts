import {
  CONTROL_PLANE_RECHECK,
  ESCALATION_LAG,
  HEALTH_CHECK_LAG,
  LEADER_ELECTIONS,
  MACHINE_DRAIN,
  SHORTEST_ESCALATION_STEP,
} from '../facts';
import type { Manifest, ManifestGraph, VirtualMachineView } from '../graph';
import { between, type Duration, type EventGraph, never } from './event-graph';
import { addHandOver } from './hand-over';
import type { Place, Watch } from './health-checks';
import { toleratesOutOfService, volumesOf } from './machine';
import type { NodesLost } from './node-lifecycle';
import { BMC_POWER_ASSUMED, behaviour, type Setting } from './origins';
import { addRemoval } from './pod-removal';
import type { NeverReason, Tuning } from './recovery';
import { bmcPower, powerless, type Remediator, Removal, remediatorsOf } from './remediators';
import type { Surroundings } from './surroundings';

/** What is to be fenced. */
export interface FencingTarget {
  readonly vm: VirtualMachineView;
  readonly place: Place;
  readonly nodes: NodesLost;
  /** Whether the host has no power, nor a BMC that shares it. */
  readonly isPowerless: boolean;
}

/** A way of a health check to free the pods of a node, among the others of its escalation. */
export interface Attempt {
  readonly remediator: Remediator;
  /** Those that were tried before, and have not brought the VM back. */
  readonly before: readonly Remediator[];
  /** Those that come after its timeout. */
  readonly later: readonly Remediator[];
}

/** The attempts of a health check of which each may be the one that brings the VM back: none comes behind one that is certain to. */
export function attemptsOf(watch: Watch, target: FencingTarget, graph: ManifestGraph, surroundings: Surroundings): Attempt[] {
  const remediators = knownRemediators(watch, target.place, graph, surroundings);
  const isOpen = (remediator: Remediator) =>
    failureOf(remediator, watch, target) === undefined && !isInVain(remediator, target, graph, surroundings);
  const certain = remediators.findIndex((remediator) => !remediator.needsBmc && isOpen(remediator) && isInTime(remediator));
  const attempts = remediators.map((remediator, index) => ({
    remediator,
    before: remediators.slice(0, index),
    later: remediators.slice(index + 1),
  }));
  const tried = certain < 0 ? attempts : attempts.slice(0, certain + 1);
  return tried.filter((attempt) => attempt === tried.at(-1) || (isOpen(attempt.remediator) && mayBeInTime(attempt.remediator)));
}

const remediatorsOfWatches = new WeakMap<Watch, readonly Remediator[]>();

function knownRemediators(watch: Watch, place: Place, graph: ManifestGraph, surroundings: Surroundings): readonly Remediator[] {
  const known = remediatorsOfWatches.get(watch) ?? remediatorsOf(watch.check, place, graph, surroundings);
  remediatorsOfWatches.set(watch, known);
  return known;
}

/** Adds all from a node that is unknown to pods that are gone: `pods-gone`. */
export function addFencing(
  events: EventGraph,
  watch: Watch,
  attempt: Attempt | undefined,
  target: FencingTarget,
  graph: ManifestGraph,
  surroundings: Surroundings,
): void {
  const patience = addPatience(events, watch, target);
  if (attempt === undefined) {
    addNothing(events, patience, watch);
    return;
  }
  const after = attempt.before.reduce((previous, remediator, index) => {
    const failure = failureOf(remediator, watch, target);
    return addStepBefore(events, remediator, index, previous, { failure, isInVain: isInVain(remediator, target, graph, surroundings) });
  }, patience);
  addRemediation(events, attempt, after, watch, target, surroundings);
}

function isInTime({ duration, timeout }: Remediator): boolean {
  return timeout === undefined || duration.worst <= timeout.seconds;
}

function mayBeInTime({ duration, timeout }: Remediator): boolean {
  return timeout === undefined || duration.best <= timeout.seconds + ESCALATION_LAG.look;
}

/** Whether it does all that it does, and the VM does not come back: its pod stays, or its volumes. */
function isInVain({ removal }: Remediator, { vm }: FencingTarget, graph: ManifestGraph, { keepsVolumes }: Surroundings): boolean {
  return removal === Removal.OUT_OF_SERVICE
    ? toleratesOutOfService(vm) !== undefined
    : keepsVolumes !== undefined && volumesOf(vm, graph).held !== undefined;
}

function failureOf(remediator: Remediator, { check }: Watch, { isPowerless }: FencingTarget): NeverReason | undefined {
  const isOff = isPowerless && remediator.needsBmc && bmcPower(remediator, check) === 'shared';
  return isOff ? powerless(remediator, check) : remediator.never;
}

function addPatience(
  events: EventGraph,
  { check, patience, tunings, never: reason, assumptions }: Watch,
  { nodes }: FencingTarget,
): string {
  const actor = check.manifest.kind;
  const { seconds, origin } = patience;
  const recheck = nodes.isControlPlane ? CONTROL_PLANE_RECHECK : 0;
  const leader = { id: 'health-check-takes-over', actor, name: 'controller of the health check', election: LEADER_ELECTIONS.upstream };
  const after = ['node-unknown', ...(nodes.isControlPlane ? [addHandOver(events, leader)] : [])];
  events.add({
    id: 'unhealthy',
    actor: `${actor} ${check.manifest.metadata?.name}`,
    what: 'The node has been unhealthy for long enough, and is remediated',
    after,
    duration: reason === undefined ? between(seconds, seconds + HEALTH_CHECK_LAG + recheck) : never(reason),
    origin: reason?.origin ?? origin,
    assumptions,
    tunings,
    never: reason,
  });
  return 'unhealthy';
}

/** A step that has not brought the VM back: it has failed, or its timeout has come, which a step that has done its work waits for, too. */
function addStepBefore(
  events: EventGraph,
  { actor, duration, timeout, origin, never: reason, needsBmc }: Remediator,
  index: number,
  after: string,
  { failure, isInVain }: { readonly failure?: NeverReason; readonly isInVain: boolean },
): string {
  const id = `attempt-${index + 1}`;
  const { look, next } = ESCALATION_LAG;
  const seconds = timeout?.seconds ?? Infinity;
  const waits = isInVain || !needsBmc || reason !== undefined;
  const worst = waits ? seconds + look : Math.min(seconds + look, duration.worst);
  events.add({
    id,
    actor,
    what:
      failure !== undefined
        ? `It fails: ${failure.because}`
        : isInVain
          ? 'It does not free the VM, and the next step of the escalation begins at its timeout'
          : 'It may fail, and the next step of the escalation begins',
    after: [after],
    duration: between(needsBmc && reason === undefined ? 0 : seconds + next, worst + next),
    origin: waits ? (timeout?.origin ?? origin) : origin,
    tunings: waits && timeout !== undefined ? [timeoutTuning(timeout)] : [],
  });
  return id;
}

function timeoutTuning({ seconds, origin }: Setting): Tuning {
  const number = { now: seconds, lowest: Math.min(seconds, SHORTEST_ESCALATION_STEP), secondsEach: 1, isDuration: true };
  return { manifest: origin.manifest as Manifest, path: origin.path as string, number };
}

function addRemediation(
  events: EventGraph,
  { remediator, later }: Attempt,
  after: string,
  watch: Watch,
  target: FencingTarget,
  surroundings: Surroundings,
): void {
  const failure = failureOf(remediator, watch, target) ?? (later.length === 0 ? cutOff(remediator) : undefined);
  const hasToBelieve = target.isPowerless && remediator.needsBmc && bmcPower(remediator, watch.check) === 'unknown';
  const drained = remediator.drains ? addMachineDrain(events, after) : after;
  events.add({
    id: remediator.id,
    actor: remediator.actor,
    what: remediator.what,
    after: [drained],
    duration: withinTimeout(remediator, failure),
    origin: failure?.origin ?? remediator.origin,
    assumptions: [...remediator.assumptions, ...(hasToBelieve ? [BMC_POWER_ASSUMED] : [])],
    tunings: remediator.tunings,
    never: failure,
  });
  addRemoval(events, remediator, target, surroundings);
}

/** What is given up at a timeout has succeeded before, or never. */
function withinTimeout(remediator: Remediator, failure: NeverReason | undefined): Duration {
  const { duration, timeout } = remediator;
  if (failure !== undefined && (failure.isCertain || failure.id !== CUT_OFF)) {
    return never(failure);
  }
  const end = (timeout?.seconds ?? Infinity) + ESCALATION_LAG.look;
  const { best, worst, certain } = duration;
  return { best, worst: failure === undefined ? Math.min(worst, end) : Infinity, certain: Math.min(certain, end) };
}

const CUT_OFF = 'step-cut-off';

/** The last step of an escalation is given up at its timeout, like the others, and nothing follows. */
function cutOff(remediator: Remediator): NeverReason | undefined {
  const { actor, duration, timeout } = remediator;
  if (timeout === undefined || isInTime(remediator)) {
    return undefined;
  }
  const needed = `${duration.worst}s`;
  return {
    id: CUT_OFF,
    because: `The last step of the escalation is given up after ${timeout.seconds} s, and ${actor} may take ${duration.worst} s`,
    change: `timeout: ${needed} would change it.`,
    origin: timeout.origin,
    remedy: needed,
    isCertain: !mayBeInTime(remediator),
  };
}

/** A VM that can be migrated holds the drain up until its pod is marked for deletion; the waits between attempts grow. */
function addMachineDrain(events: EventGraph, after: string): string {
  const id = 'machine-drained';
  const held = events.endOf('evicted').worst - events.endOf(after).worst;
  events.add({
    id,
    actor: 'Machine API',
    what: 'The node is drained: a VM that can be migrated holds this up until it is marked for deletion',
    after: [after, 'evicted'],
    duration: between(0, held === Infinity ? 0 : lastWait(Math.max(0, held))),
    origin: behaviour(
      'drain before a Machine is deleted',
      'https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machine/drain_controller.go',
    ),
  });
  return id;
}

/** How much later than it could the attempt comes that succeeds. */
function lastWait(held: number): number {
  const { attempt, shortestWait, longestWait } = MACHINE_DRAIN;
  let tried: number = attempt;
  let wait: number = shortestWait;
  while (tried < held) {
    tried += wait + attempt;
    wait = Math.min(longestWait, 2 * wait);
  }
  return tried - held;
}

function addNothing(events: EventGraph, after: string, { check }: Watch): void {
  const { manifest } = check;
  const reason: NeverReason = {
    id: 'no-remediation',
    because: `${manifest.kind} ${manifest.metadata?.name} has no template of a remediation`,
    change: 'spec.remediationTemplate would change it.',
    origin: behaviour('a health check without remediation'),
    isCertain: true,
  };
  events.add({
    id: 'pods-gone',
    actor: manifest.kind,
    what: 'Nothing is done',
    after: [after],
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
}
