import { KubevirtSource, secondsUntilFailure } from '../admission';
import { LEAVES_SERVICES, LIBVIRT_STARTUP_DELAY, MIGRATION } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { addRouter, isServed } from './clients';
import { between, type Duration, type EventGraph } from './event-graph';
import { behaviour, field } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason } from './recovery';
import { addReady, PROBE_ROUNDING, readinessDelay } from './restart';
import type { Surroundings } from './surroundings';

/**
 * Seconds until the kubelet ends the pod that a VM moves to, because its guest does not answer there yet; Infinity: it does not. A ping of
 * the agent is not counted while a VM migrates.
 *
 * @see https://github.com/kubevirt/kubevirt/pull/17235
 */
function patienceWithTarget({ spec: { livenessProbe } }: VirtualMachineView): number {
  return isObject(livenessProbe) && !isObject(livenessProbe.guestAgentPing) ? secondsUntilFailure(livenessProbe) : Infinity;
}

/** Why the pod that a VM moves to is ended before its memory is there; undefined: it is not, as far as is known. */
export function endedByProbe(vm: VirtualMachineView, copy: Duration): NeverReason | undefined {
  const seconds = patienceWithTarget(vm);
  const path = vm.path('livenessProbe.initialDelaySeconds');
  const takes = Math.ceil(copy.worst);
  return takes === Infinity || takes <= seconds
    ? undefined
    : {
        id: 'liveness-ends-migration',
        because: `The liveness probe ends the new pod ${seconds} s after its start, and the memory of the guest takes ${takes} s to copy`,
        change: `initialDelaySeconds: ${takes} of the livenessProbe would change it.`,
        origin: field(vm.manifest, path, vm.spec.livenessProbe.initialDelaySeconds, '0 s', KubevirtSource.PROBE_RENDERING),
        isCertain: false,
      };
}

/** What is taken for granted of a migration that takes longer than was reckoned. */
export function probeAssumption(vm: VirtualMachineView): RecoveryAssumption[] {
  const seconds = patienceWithTarget(vm);
  const what = `The memory is copied before the liveness probe ends the new pod, ${seconds} s after its start`;
  return seconds === Infinity ? [] : [{ id: 'copied-in-time', what }];
}

/** Adds, where clients come through a Service, that it sends to the pod that the VM has moved to: its probe has failed up to now. */
export function addTargetReady(
  events: EventGraph,
  vm: VirtualMachineView,
  graph: ManifestGraph,
  surroundings: Surroundings,
  copy: Duration,
): void {
  if (!isServed(vm, graph) || keepsAddress(vm)) {
    return;
  }
  if (isObject(vm.spec.readinessProbe)) {
    const { seconds, path, origin } = readinessDelay(vm);
    const delay = seconds + LIBVIRT_STARTUP_DELAY;
    events.add({
      id: 'readiness-asked',
      actor: 'kubelet',
      what: 'The initial delay of the readiness probe of the new pod is over',
      after: ['memory-copied'],
      // Pages that the guest has never written to are not copied.
      duration: between(Math.max(0, delay - MIGRATION.targetPod.latest - copy.worst), delay + PROBE_ROUNDING),
      origin,
      tunings: [{ manifest: vm.manifest, path, number: { now: seconds, lowest: 0, secondsEach: 1, isDuration: false } }],
    });
    addReady(events, vm, ['answers', 'readiness-asked']);
  } else {
    events.add({
      id: 'ready',
      actor: 'virt-controller',
      what: 'The new pod is ready, and Services send to it',
      after: ['answers'],
      duration: between(0, MIGRATION.handOff + LEAVES_SERVICES),
      origin: behaviour('the readiness gate of pods of VMs', KubevirtSource.VM_CONTROLLER),
    });
  }
  addRouter(events, vm, graph, surroundings);
}

/** Whether the VM has the same address on the pod network after it has moved, as its Services do not notice. */
function keepsAddress({ devices, spec }: VirtualMachineView): boolean {
  const names = objectsOf(spec.networks)
    .filter(({ pod }) => isObject(pod))
    .map(({ name }) => name);
  return objectsOf(devices.interfaces).some(
    ({ name, bridge, binding }) => names.includes(name) && (isObject(bridge) || binding?.name === 'l2bridge'),
  );
}
