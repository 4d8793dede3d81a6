import { claimNameOf, KubevirtSource } from '../admission';
import { STORAGE_RETRY } from '../facts';
import type { VirtualMachineView } from '../graph';
import { between, EventGraph, exactly, never } from './event-graph';
import type { GuestFailure } from './guest-failures';
import { volumesOf } from './machine';
import { behaviour } from './origins';
import type { Course } from './outcome';
import type { NeverReason } from './recovery';
import { StepOrigin } from './step-origin';

/** A VM whose storage fails is paused and tried again; nothing moves it, and elsewhere the storage would be the same. */
export function storageCourse({ vm, graph }: GuestFailure): Course {
  const events = new EventGraph();
  const origin = behaviour('an error of the storage pauses the VM', KubevirtSource.VIRT_HANDLER);
  if (!volumesOf(vm, graph).hasClaims) {
    events.add({ id: 'answers', actor: 'guest', what: 'The VM has no volumes in the storage', duration: exactly(0), origin });
    return { events, staysUp: true };
  }
  const passed = passedOn(vm);
  const reason = staysAway(vm, passed);
  events.add({
    id: 'storage-returns',
    actor: 'storage',
    what: 'The storage answers again',
    duration: never(reason),
    origin: reason.origin,
    never: reason,
  });
  const goesOn = { id: 'answers', after: ['storage-returns'], duration: between(0, STORAGE_RETRY.latest) };
  events.add(
    passed === undefined
      ? {
          ...goesOn,
          actor: 'virt-handler',
          what: `The VM runs on, within ${STORAGE_RETRY.earliest} to ${STORAGE_RETRY.latest} s from then`,
          origin,
        }
      : { ...goesOn, actor: 'guest', what: 'The guest goes on, where it stands the errors of its disks', origin: reason.origin },
  );
  return { events };
}

/** What does not pause the VM: of enospace only storage that is full does. */
const PASSED_ON: readonly unknown[] = ['report', 'ignore', 'enospace'];

/** The first disk whose errors do not pause the VM; undefined: those of none. */
function passedOn(vm: VirtualMachineView): number | undefined {
  const index = vm.disks.findIndex(
    ({ name, errorPolicy }) =>
      PASSED_ON.includes(errorPolicy) && vm.volumes.some((volume) => volume.name === name && claimNameOf(volume) !== undefined),
  );
  return index < 0 ? undefined : index;
}

function staysAway(vm: VirtualMachineView, passed: number | undefined): NeverReason {
  const policy = passed === undefined ? 'stop' : vm.disks[passed].errorPolicy;
  const path = vm.path(passed === undefined ? 'domain.devices.disks' : `domain.devices.disks[${passed}].errorPolicy`);
  return {
    id: 'storage-stays-away',
    because: `KubeVirt moves no VM away from storage that does not answer${passed === undefined ? ': it waits until the storage is back' : ''}`,
    change: 'The end of the failure, or a replica of the service with storage of its own, would change it.',
    origin: { kind: StepOrigin.BEHAVIOUR, says: `errorPolicy ${policy}`, manifest: vm.manifest, path, reference: KubevirtSource.CONVERTER },
    isCertain: true,
  };
}

/** VMs run on without the control plane; what fails meanwhile is noticed when it is back. */
export function controlPlaneCourse(): Course {
  const events = new EventGraph();
  const origin = behaviour('running VMs need no control plane');
  events.add({
    id: 'answers',
    actor: 'kubelet, virt-handler',
    what: 'The VM runs on; nothing is started, moved or taken for lost until the control plane is back',
    duration: exactly(0),
    origin,
  });
  return { events, staysUp: true };
}
