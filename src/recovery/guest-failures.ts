import { isWatchdogArmedByImage, KubevirtSource, opensWatchdog, userDataTexts, watchdogOf, watchdogTimeouts } from '../admission';
import { FailureClass, GRACE_PERIOD, LAUNCHER_HANG, PANIC_NOTICED, PRESUMED_WATCHDOG_SECONDS, PROBE_DEFAULTS, PROCESS_END } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { between, EventGraph, never, presumably } from './event-graph';
import { bootOf, type Ending, gracePeriodOf } from './machine';
import type { Case } from './node-failures';
import { behaviour, field } from './origins';
import { type Assumption, type NeverReason, type Origin, OriginKind } from './recovery';
import { addRestart, Release } from './restart';
import type { Surroundings } from './surroundings';

/** The failure of a guest or of its process, on a node that is well. */
export interface GuestFailure {
  readonly vm: VirtualMachineView;
  readonly graph: ManifestGraph;
  readonly surroundings: Surroundings;
}

/** What may notice a failure, side by side: the quickest counts. Of those that take the same time the first is told. */
export function guestCase(failure: FailureClass, failed: GuestFailure): Case {
  const cases = [...detectorsOf(failure, failed)];
  return cases.length === 0
    ? unnoticed(failure, failed)
    : cases.reduce((first, other) => (worstOf(other) < worstOf(first) ? other : first));
}

function worstOf({ events }: Case): number {
  return events.sinceEndOf(undefined).worst;
}

function* detectorsOf(failure: FailureClass, failed: GuestFailure): Iterable<Case> {
  switch (failure) {
    case FailureClass.APPLICATION:
      yield* byLiveness(failed, false);
      return;
    case FailureClass.GUEST_HANG:
      yield* byWatchdog(failed);
      yield* byLiveness(failed, true);
      return;
    case FailureClass.GUEST_PANIC:
      yield* byPanicDevice(failed);
      yield* byGuestKernel(failed);
      yield* byWatchdog(failed);
      yield* byLiveness(failed, true);
      return;
    case FailureClass.GUEST_SHUTDOWN:
      yield ended(failed, 'The guest has shut down, and QEMU ends', PROCESS_END.latest, 'shut down');
      return;
    default:
      yield ended(failed, 'QEMU has ended, or a launcher that hangs is given up', LAUNCHER_HANG, 'failed');
  }
}

function ended(failed: GuestFailure, what: string, latest: number, ending: Ending): Case {
  const events = new EventGraph();
  const origin = behaviour(`noticed within ${latest} s`, KubevirtSource.VIRT_HANDLER);
  events.add({ id: 'noticed', actor: 'virt-handler', what, duration: between(PROCESS_END.earliest, latest), origin });
  return restarted(events, failed, 'noticed', ending);
}

function restarted(events: EventGraph, { vm, graph, surroundings }: GuestFailure, after: string, ending: Ending): Case {
  addRestart(events, vm, graph, surroundings, { after, ending, release: Release.UNMOUNTED });
  return { events };
}

/** The kubelet gives up on a probe, and the guest is asked to shut down: one that hangs does not, and is killed. */
function* byLiveness(failed: GuestFailure, hangs: boolean): Iterable<Case> {
  const { vm, graph } = failed;
  const { livenessProbe } = vm.spec;
  if (!isObject(livenessProbe) || (!hangs && isObject(livenessProbe.guestAgentPing))) {
    return;
  }
  const { seconds, earliest, origin } = detectionBy(livenessProbe, vm);
  const grace = gracePeriodOf(vm, graph);
  const events = new EventGraph();
  events.add({
    id: 'noticed',
    actor: 'kubelet',
    what: 'The liveness probe fails as often as it may',
    duration: between(earliest, seconds),
    origin,
  });
  events.add({
    id: 'stopped',
    actor: 'virt-handler',
    what: hangs
      ? 'The guest does not shut down, and is killed after its grace period'
      : 'The guest shuts down, or is killed after its grace period',
    after: ['noticed'],
    duration: between(hangs ? grace.seconds : 0, grace.seconds + GRACE_PERIOD.kill),
    origin: grace.origin,
  });
  // A guest that obeys ends in good order, and so does, for KubeVirt, one that is killed at once.
  yield restarted(events, failed, 'stopped', hangs && grace.seconds > 0 ? 'failed' : 'shut down');
}

/** Seconds until a probe that gets no answer has failed. */
function detectionBy(probe: Record<string, any>, vm: VirtualMachineView): { seconds: number; earliest: number; origin: Origin } {
  const number = (name: keyof typeof PROBE_DEFAULTS) =>
    typeof probe[name] === 'number' && probe[name] >= 1 ? probe[name] : PROBE_DEFAULTS[name];
  const [period, threshold, timeout] = [number('periodSeconds'), number('failureThreshold'), number('timeoutSeconds')];
  // virt-probe asks the guest agent, and has a second more.
  const isAgent = isObject(probe.exec) || isObject(probe.guestAgentPing);
  const says = `livenessProbe: ${threshold} failures, one every ${period} s, timeout ${timeout} s`;
  return {
    seconds: threshold * period + timeout + (isAgent ? 1 : 0),
    earliest: (threshold - 1) * period,
    origin: { ...field(vm.manifest, vm.path('livenessProbe.failureThreshold'), probe.failureThreshold, '', KubevirtSource.PROBES), says },
  };
}

function* byWatchdog(failed: GuestFailure): Iterable<Case> {
  const { vm, graph } = failed;
  const watchdog = watchdogOf(vm);
  const texts = userDataTexts(vm, graph);
  const isArmed = isWatchdogArmedByImage(vm) || texts === undefined || opensWatchdog(texts);
  if (watchdog === undefined || watchdog.action === 'shutdown' || !isArmed) {
    return;
  }
  const timeouts = texts === undefined ? [] : watchdogTimeouts(texts.join('\n'));
  const seconds = timeouts.length > 0 ? Math.max(...timeouts) : PRESUMED_WATCHDOG_SECONDS;
  const isReset = watchdog.action === 'reset' && vm.domain.rebootPolicy !== 'Terminate';
  const says = `watchdog ${watchdog.action} after ${seconds} s${timeouts.length > 0 ? ' (RuntimeWatchdogSec)' : ''}`;
  const origin = {
    ...field(vm.manifest, watchdog.actionPath, watchdog.action, ''),
    says,
    kind: timeouts.length > 0 ? OriginKind.FIELD : OriginKind.ASSUMED,
  };
  const events = new EventGraph();
  const latest = seconds + (isReset ? 0 : PROCESS_END.latest);
  events.add({
    id: 'noticed',
    actor: 'watchdog',
    what: isReset ? 'The guest has not fed its watchdog, and is reset' : 'The guest has not fed its watchdog, and is powered off',
    duration: timeouts.length > 0 ? between(seconds / 2, latest) : presumably(0, latest),
    origin,
    assumptions: watchdogAssumptions(timeouts.length > 0 ? undefined : seconds),
  });
  yield isReset ? rebooted(events, vm) : restarted(events, failed, 'noticed', 'failed');
}

function watchdogAssumptions(presumed: number | undefined): Assumption[] {
  const driver = { id: 'watchdog-armed', what: 'The guest has the driver of the watchdog, and opens it' };
  const what = `The guest feeds its watchdog, which fires after ${presumed} s`;
  return presumed === undefined ? [driver] : [driver, { id: 'watchdog-timeout', what, say: 'RuntimeWatchdogSec in the user data' }];
}

/** The guest boots again in the same instance. */
function rebooted(events: EventGraph, vm: VirtualMachineView): Case {
  const boot = bootOf(vm);
  const what = 'The guest boots, and its service answers';
  events.add({
    id: 'answers',
    actor: 'guest',
    what,
    after: ['noticed'],
    duration: boot.seconds,
    origin: boot.origin,
    assumptions: boot.assumptions,
  });
  return { events };
}

function* byPanicDevice(failed: GuestFailure): Iterable<Case> {
  const { vm } = failed;
  const [device] = objectsOf(vm.devices.panicDevices);
  if (device === undefined) {
    return;
  }
  const events = new EventGraph();
  events.add({
    id: 'noticed',
    actor: 'QEMU',
    what: 'The panic device tells that the guest has panicked, and it ends',
    duration: between(0, PANIC_NOTICED),
    origin: field(vm.manifest, vm.path('domain.devices.panicDevices'), device.model, '', KubevirtSource.API_TYPES),
  });
  yield restarted(events, failed, 'noticed', 'failed');
}

const PANIC_REBOOT = /(?:kernel\.panic["']?\s*[=:]\s*|\bpanic=)(\d+)/;

/** A kernel that is told to reboots by itself some seconds after it has panicked. */
function* byGuestKernel({ vm, graph }: GuestFailure): Iterable<Case> {
  const [, seconds] =
    (userDataTexts(vm, graph) ?? []).map((text) => PANIC_REBOOT.exec(text) ?? []).find(([, found]) => found !== undefined) ?? [];
  if (seconds === undefined || Number(seconds) === 0) {
    return;
  }
  const events = new EventGraph();
  const origin = {
    kind: OriginKind.FIELD,
    says: `kernel.panic = ${seconds} in the user data`,
    manifest: vm.manifest,
    path: vm.path('volumes'),
  };
  events.add({
    id: 'noticed',
    actor: 'guest kernel',
    what: 'The kernel reboots the guest after its panic',
    duration: between(Number(seconds), Number(seconds)),
    origin,
  });
  yield rebooted(events, vm);
}

/** Nothing outside of the guest notices; whether something in it does is not told. */
function unnoticed(failure: FailureClass, { vm }: GuestFailure): Case {
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
