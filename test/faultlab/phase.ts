import type { Exit } from './guest';
import type { QemuEvent } from './qmp';

/** What libvirt makes of QEMU, in KubeVirt's words: a state, and why. */
export interface DomainState {
  readonly status: 'Running' | 'Paused' | 'Shutoff';
  readonly reason?: 'Shutdown' | 'Destroyed' | 'Crashed' | 'IOError' | 'Unknown';
  /** When that began; undefined: from the start. */
  readonly at?: number;
}

export type Phase = 'Running' | 'Succeeded' | 'Failed';

/**
 * What libvirt makes of what QEMU tells. A guest that shuts down, or reboots where it may not, stops, and libvirt ends QEMU; a QEMU that
 * ends without having told of it has crashed; so has a guest whose panic device says so, for `on_crash` is `destroy` where nobody sets it.
 *
 * @param isDestroyed whether libvirt was told to end QEMU
 * @see https://github.com/libvirt/libvirt/blob/master/src/qemu/qemu_process.c (qemuProcessHandleShutdown, qemuProcessHandleIOError)
 * @see https://github.com/libvirt/libvirt/blob/master/src/qemu/qemu_driver.c (processMonitorEOFEvent, processGuestPanicEvent)
 */
export function domainState(events: readonly QemuEvent[], exit: Exit | undefined, isDestroyed = false): DomainState {
  const first = (name: string) => events.find((event) => event.name === name);
  const panic = first('GUEST_PANICKED');
  if (panic !== undefined) {
    return { status: 'Shutoff', reason: 'Crashed', at: panic.at };
  }
  const shutdown = first('SHUTDOWN');
  if (shutdown !== undefined) {
    return { status: 'Shutoff', reason: 'Shutdown', at: shutdown.at };
  }
  if (exit !== undefined) {
    return { status: 'Shutoff', reason: isDestroyed ? 'Destroyed' : 'Crashed', at: exit.at };
  }
  const last = [...events].reverse().find(({ name }) => name === 'STOP' || name === 'RESUME');
  return last?.name === 'STOP' ? { status: 'Paused', reason: pausedBy(events, last), at: last.at } : { status: 'Running' };
}

function pausedBy(events: readonly QemuEvent[], stop: QemuEvent): DomainState['reason'] {
  const since = [...events].reverse().find(({ name, at }) => name === 'RESUME' && at < stop.at)?.at ?? -Infinity;
  return events.some(({ name, at, data }) => name === 'BLOCK_IO_ERROR' && data.action === 'stop' && at > since) ? 'IOError' : 'Unknown';
}

/**
 * The phase of an instance, of which virt-handler says that it runs.
 *
 * @param hasGracePeriod a guest that has none is killed without having been asked: it ends in good order
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-handler/vm.go (calculateVmPhaseForStatusReason, isACPIEnabled)
 */
export function phaseOf({ status, reason }: DomainState, hasGracePeriod = true): Phase {
  if (status === 'Running' || status === 'Paused') {
    return 'Running';
  }
  const isFailure = reason === 'Crashed' || (reason === 'Destroyed' && hasGracePeriod);
  return isFailure ? 'Failed' : 'Succeeded';
}

/**
 * Whether virt-controller makes another instance.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/watch/vm/vm.go (syncRunStrategy)
 */
export function isStartedAgain(runStrategy: string, phase: Phase): boolean {
  return phase !== 'Running' && (runStrategy === 'Always' || (runStrategy === 'RerunOnFailure' && phase === 'Failed'));
}
