import { isWatchdogArmedByImage, KubevirtSource, opensWatchdog, userDataTexts, watchdogOf, watchdogTimeouts } from '../admission';
import { FailureClass, GRACE_PERIOD, LAUNCHER_HANG, PANIC_NOTICED, PRESUMED_WATCHDOG_SECONDS, PROCESS_END } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { addRouter, isServed } from './clients';
import { between, type Duration, EventGraph, exactly, never, presumably, type StepDescription } from './event-graph';
import { bootOf, type Ending, gracePeriodOf, graceTuning, hasAcpi } from './machine';
import { behaviour, field } from './origins';
import { anyOf, type Course, type Outcome, outcomeOf } from './outcome';
import { probeNumbers } from './probe-numbers';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason, Origin, Tuning } from './recovery';
import { addBoot, addReady, addRestart, Release } from './restart';
import { StepOrigin } from './step-origin';
import type { Surroundings } from './surroundings';

/** The failure of a guest or of its process, on a node that is well. */
export interface GuestFailure {
  readonly vm: VirtualMachineView;
  readonly graph: ManifestGraph;
  readonly surroundings: Surroundings;
}

/** Something that ends a failure of the guest. */
interface Remedy {
  /** Whether the guest boots again in its instance; else the next instance starts. */
  readonly isInPlace: boolean;
  /** Whether it goes on counting while a guest boots that something else has reset. */
  readonly countsWhileBooting: boolean;
  readonly ending: Ending;
  /** When it acts. */
  readonly acts: Duration;
  /** When the guest has ended or is reset, at the latest. */
  readonly latest: number;
  /** Seconds that its last question may take. */
  readonly answer: number;
  /** Adds its steps, of which the first is over by some time; the last of them: the guest has ended or is reset. */
  add(events: EventGraph, by?: number): string;
}

/** How long a VM is down whose guest, or process, fails. */
export function guestOutcome(failure: FailureClass, failed: GuestFailure): Outcome {
  switch (failure) {
    case FailureClass.APPLICATION:
      return remedied(failure, failed, [liveness(failed, false)]);
    case FailureClass.GUEST_HANG:
      return remedied(failure, failed, [watchdog(failed), liveness(failed, true)]);
    case FailureClass.GUEST_PANIC: {
      // The device tells before the kernel gets to its own reboot.
      const device = panicDevice(failed);
      return remedied(failure, failed, device === undefined ? [guestKernel(failed), watchdog(failed), liveness(failed, true)] : [device]);
    }
    case FailureClass.GUEST_SHUTDOWN:
      return ended(failed, 'The guest has shut down, and QEMU ends', PROCESS_END.latest, 'shut down');
    default:
      return ended(failed, 'QEMU has ended, or a launcher that hangs is given up', LAUNCHER_HANG, 'failed');
  }
}

function remedied(failure: FailureClass, failed: GuestFailure, candidates: readonly (Remedy | undefined)[]): Outcome {
  const remedies = candidates.filter((remedy) => remedy !== undefined);
  const calms = remedies.filter(({ isInPlace }) => isInPlace).sort((one, other) => one.latest - other.latest);
  const [calm] = calms;
  const restarts = remedies.filter(({ isInPlace }) => !isInPlace);
  if (calm !== undefined && mayComeFirst(calms, restarts)) {
    return anyOf([rebooted(failed, firstOf(calms)), ...overtaking(failed, calm, restarts)].map(outcomeOf));
  }
  return outcomeOf(restarts.length === 0 ? unnoticed(failure, failed) : restartedByFirst(failed, restarts));
}

/** A reset is of use where it may come before the guest is ended by something else. */
function mayComeFirst(calms: readonly Remedy[], restarts: readonly Remedy[]): boolean {
  const soonest = Math.min(...calms.map(({ acts }) => acts.best));
  return restarts.every(({ latest }) => latest >= soonest);
}

/** Those that may be the first. */
function firstOf(remedies: readonly Remedy[]): Remedy[] {
  const soonest = Math.min(...remedies.map(({ latest }) => latest));
  return remedies.filter(({ acts }) => acts.best <= soonest);
}

/** What ends the guest before it is reset, or while it boots after that, makes its outage longer. */
function overtaking(failed: GuestFailure, calm: Remedy, restarts: readonly Remedy[]): Course[] {
  const answering = calm.latest + bootOf(failed.vm).seconds.worst;
  return restarts
    .filter(({ acts, countsWhileBooting }) => acts.best < (countsWhileBooting ? answering : calm.latest))
    .map((restart) => restartedByFirst(failed, [restart], { remedy: calm, answering }));
}

/** The guest boots again in the same instance, whose readiness probe may have failed meanwhile. */
function rebooted({ vm, graph, surroundings }: GuestFailure, remedies: readonly Remedy[]): Course {
  const events = new EventGraph();
  const resets = remedies.map((remedy) => remedy.add(events));
  if (resets.length > 1) {
    addFirst(events, 'reset', { actor: 'guest', what: 'The first of them has reset the guest' }, resets);
  }
  addBoot(events, events.last.id, bootOf(vm));
  if (isServed(vm, graph) && isObject(vm.spec.readinessProbe) && turnsNotReady(vm.spec.readinessProbe, events.endOf('answers').worst)) {
    addReady(events, vm, ['answers']);
    addRouter(events, vm, graph, surroundings);
  }
  return { events };
}

/** A row of failures spans the periods between them: a guest that is back before has stayed ready. */
function turnsNotReady(readinessProbe: Record<string, any>, away: number): boolean {
  const { period, threshold, answer } = probeNumbers(readinessProbe);
  return away + answer >= (threshold - 1) * period;
}

/** Whatever ends the guest first, the next instance follows. */
function restartedByFirst({ vm, graph, surroundings }: GuestFailure, remedies: readonly Remedy[], calm?: Calm): Course {
  const events = new EventGraph();
  const possible = firstOf(remedies);
  // A probe that is asked when the guest is back passes.
  const ends = possible.map((remedy) => remedy.add(events, calm === undefined ? undefined : calm.answering + remedy.answer));
  const endings = possible.map((remedy) => (mayBeObeyed(remedy, calm) ? 'shut down' : remedy.ending));
  if (ends.length > 1) {
    addFirst(events, 'ended', { actor: 'virt-handler', what: 'The first of them has ended the guest' }, ends);
  }
  addRestart(events, vm, graph, surroundings, {
    after: events.last.id,
    ending: endings.includes('shut down') ? 'shut down' : 'failed',
    release: Release.UNMOUNTED,
    isCertain: calm === undefined && new Set(endings).size === 1,
  });
  return { events };
}

function addFirst(events: EventGraph, id: string, step: Pick<StepDescription, 'actor' | 'what'>, after: readonly string[]): void {
  const origin = behaviour('the end of QEMU, or its reset', KubevirtSource.VIRT_HANDLER);
  events.add({ ...step, id, after, waitsFor: 'first', duration: exactly(0), origin });
}

/** A reset in place that may come first. */
interface Calm {
  readonly remedy: Remedy;
  /** When the guest answers after it, at the latest. */
  readonly answering: number;
}

/** A guest that is reset while it is to be stopped may obey once it is up. */
function mayBeObeyed({ countsWhileBooting, latest }: Remedy, calm: Calm | undefined): boolean {
  return calm !== undefined && countsWhileBooting && calm.remedy.acts.best < latest - GRACE_PERIOD.noticed;
}

function ended({ vm, graph, surroundings }: GuestFailure, what: string, latest: number, ending: Ending): Outcome {
  const events = new EventGraph();
  const origin = behaviour(`noticed within ${latest} s`, KubevirtSource.VIRT_HANDLER);
  events.add({ id: 'noticed', actor: 'virt-handler', what, duration: between(PROCESS_END.earliest, latest), origin });
  addRestart(events, vm, graph, surroundings, { after: 'noticed', ending, release: Release.UNMOUNTED });
  return outcomeOf({ events });
}

/** The kubelet gives up on a probe, and the guest is asked to shut down: one that hangs does not, and is killed. */
function liveness({ vm, graph, surroundings }: GuestFailure, hangs: boolean): Remedy | undefined {
  const { livenessProbe } = vm.spec;
  if (!isObject(livenessProbe) || (!hangs && isObject(livenessProbe.guestAgentPing))) {
    return undefined;
  }
  const { acts, origin, tuning } = detectionBy(livenessProbe, vm);
  const grace = gracePeriodOf(vm, graph);
  const what = hangs
    ? 'The guest does not shut down, and is killed after its grace period'
    : 'The guest shuts down, or is killed after its grace period';
  return {
    isInPlace: false,
    countsWhileBooting: true,
    // A guest that obeys ends in good order, and so does, for KubeVirt, one that is killed without having been asked.
    ending: hangs && grace.seconds > 0 && hasAcpi(vm, { graph, cluster: surroundings.cluster }) ? 'failed' : 'shut down',
    acts,
    latest: acts.worst + grace.seconds + GRACE_PERIOD.kill,
    answer: probeNumbers(livenessProbe).answer,
    add: (events, by = Infinity) => {
      const fails = { ...acts, worst: Math.min(acts.worst, by), certain: Math.min(acts.certain, by) };
      events.add({
        id: 'probe-failed',
        actor: 'kubelet',
        what: 'The liveness probe fails as often as it may',
        duration: fails,
        origin,
        tunings: [tuning],
      });
      const duration = between(0, grace.seconds + GRACE_PERIOD.kill);
      events.add({
        id: 'stopped',
        actor: 'virt-handler',
        what,
        after: ['probe-failed'],
        duration,
        origin: grace.origin,
        tunings: [graceTuning(vm, grace)],
      });
      return 'stopped';
    },
  };
}

/** A probe that fails less often than that before the guest is stopped takes a hiccup for the end. */
const FEWEST_FAILURES = 3;

/** When a probe that gets no answer has failed. One that takes longer than its period is followed at once by the next. */
function detectionBy(probe: Record<string, any>, vm: VirtualMachineView): { acts: Duration; origin: Origin; tuning: Tuning } {
  const { period, threshold, timeout, answer } = probeNumbers(probe);
  const says = `livenessProbe: ${threshold} failures, one every ${period} s, timeout ${timeout} s`;
  const number = { now: threshold, lowest: Math.min(threshold, FEWEST_FAILURES), secondsEach: Math.max(period, answer), isDuration: false };
  return {
    tuning: { manifest: vm.manifest, path: vm.path('livenessProbe.failureThreshold'), number },
    acts: between((threshold - 1) * period, period + (threshold - 1) * Math.max(period, answer) + answer),
    origin: { ...field(vm.manifest, vm.path('livenessProbe.failureThreshold'), probe.failureThreshold, '', KubevirtSource.PROBES), says },
  };
}

function watchdog({ vm, graph }: GuestFailure): Remedy | undefined {
  const device = watchdogOf(vm);
  const texts = userDataTexts(vm, graph);
  const isArmed = isWatchdogArmedByImage(vm) || texts === undefined || opensWatchdog(texts);
  if (device === undefined || device.action === 'shutdown' || !isArmed) {
    return undefined;
  }
  const timeouts = texts === undefined ? [] : watchdogTimeouts(texts.join('\n'));
  const isSaid = timeouts.length > 0;
  const seconds = isSaid ? Math.max(...timeouts) : PRESUMED_WATCHDOG_SECONDS;
  const isReset = device.action === 'reset';
  const isInPlace = isReset && rebootsInPlace(vm);
  const latest = seconds + (isInPlace ? 0 : PROCESS_END.latest);
  const acts = isSaid ? between(seconds / 2, latest) : presumably(0, latest);
  const says = `watchdog ${device.action} after ${seconds} s${isSaid ? ' (RuntimeWatchdogSec)' : ''}`;
  const kind = isSaid ? StepOrigin.FIELD : StepOrigin.ASSUMED;
  return single(
    'watchdog-fired',
    { isInPlace, ending: isReset ? 'shut down' : 'failed', acts },
    {
      actor: 'watchdog',
      what: `The guest has not fed its watchdog, and ${isInPlace ? 'is reset' : isReset ? 'ends, as at a reboot' : 'is powered off'}`,
      origin: { ...field(vm.manifest, device.actionPath, device.action, '', KubevirtSource.API_TYPES), says, kind },
      assumptions: watchdogAssumptions(isSaid ? undefined : seconds),
    },
  );
}

/** A remedy of one step, which does not count any more once the guest is reset. */
function single(
  id: string,
  how: Pick<Remedy, 'isInPlace' | 'ending' | 'acts'>,
  step: Pick<StepDescription, 'actor' | 'what' | 'origin' | 'assumptions'>,
): Remedy {
  const add = (events: EventGraph) => {
    events.add({ ...step, id, duration: how.acts });
    return id;
  };
  return { ...how, countsWhileBooting: false, latest: how.acts.worst, answer: 0, add };
}

/** Else QEMU ends when the guest is reset, by whomever: for libvirt it has shut down then, and for KubeVirt succeeded. */
function rebootsInPlace({ domain }: VirtualMachineView): boolean {
  return domain.rebootPolicy !== 'Terminate';
}

function watchdogAssumptions(presumed: number | undefined): RecoveryAssumption[] {
  const driver = { id: 'watchdog-armed', what: 'The guest has the driver of the watchdog, and opens it' };
  const what = `The guest feeds its watchdog, which fires after ${presumed} s`;
  return presumed === undefined ? [driver] : [driver, { id: 'watchdog-timeout', what, say: 'RuntimeWatchdogSec in the user data' }];
}

function panicDevice({ vm }: GuestFailure): Remedy | undefined {
  const [device] = objectsOf(vm.devices.panicDevices);
  return (
    device &&
    single(
      'panic-told',
      { isInPlace: false, ending: 'failed', acts: between(0, PANIC_NOTICED + PROCESS_END.latest) },
      {
        actor: 'QEMU',
        what: 'The panic device tells that the guest has panicked, and it ends',
        origin: field(vm.manifest, vm.path('domain.devices.panicDevices'), device.model, '', KubevirtSource.API_TYPES),
      },
    )
  );
}

const PANIC_REBOOT = /(?:kernel\.panic["']?\s*[=:]\s*|\bpanic=)(\d+)/;

/** A kernel that is told to reboots by itself some seconds after it has panicked. */
function guestKernel({ vm, graph }: GuestFailure): Remedy | undefined {
  const texts = userDataTexts(vm, graph) ?? [];
  const [seconds = 0] = texts.flatMap((text) => PANIC_REBOOT.exec(text)?.slice(1).map(Number) ?? []);
  if (seconds === 0) {
    return undefined;
  }
  const isInPlace = rebootsInPlace(vm);
  const acts = isInPlace ? exactly(seconds) : between(seconds, seconds + PROCESS_END.latest);
  return single(
    'kernel-rebooted',
    { isInPlace, ending: 'shut down', acts },
    {
      actor: 'guest kernel',
      what: `The kernel reboots the guest after its panic${isInPlace ? '' : ', which ends the instance'}`,
      origin: {
        kind: StepOrigin.FIELD,
        says: `kernel.panic = ${seconds} in the user data`,
        manifest: vm.manifest,
        path: vm.path('volumes'),
      },
    },
  );
}

/** Nothing outside of the guest notices; whether something in it does is not told. */
function unnoticed(failure: FailureClass, { vm }: GuestFailure): Course {
  const reason = undetected(failure, vm);
  const events = new EventGraph();
  events.add({ id: 'noticed', actor: 'nobody', what: reason.because, duration: never(reason), origin: reason.origin, never: reason });
  return { events };
}

function undetected(failure: FailureClass, vm: VirtualMachineView): NeverReason {
  const isApplication = failure === FailureClass.APPLICATION;
  const isPanic = failure === FailureClass.GUEST_PANIC;
  const detectors = isApplication
    ? 'A livenessProbe'
    : isPanic
      ? 'A panic device, a watchdog or a livenessProbe'
      : 'A watchdog that the guest feeds, or a livenessProbe';
  return {
    id: 'undetected',
    because: isApplication
      ? 'Nothing asks the service whether it answers'
      : `Nothing notices that the guest ${isPanic ? 'has panicked' : 'hangs'}`,
    change: `${detectors} would change it.`,
    origin: field(vm.manifest, vm.path('livenessProbe'), vm.spec.livenessProbe, 'unset', KubevirtSource.PROBES),
    isCertain: false,
  };
}
