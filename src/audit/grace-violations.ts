import { AMPLE_GRACE_SECONDS } from '../facts';
import type { VirtualMachineView } from '../graph';
import { setting } from './fix';
import type { Fix, Violation } from './rule';

/** What to tell of a guest that gets no time to shut down; none: it gets some, or the default. */
export function graceViolations(vm: VirtualMachineView, message: string, asFix: (fix: Fix) => Fix = (fix) => fix): Violation[] {
  const path = vm.path('terminationGracePeriodSeconds');
  const value = vm.spec.terminationGracePeriodSeconds;
  const remedy = `Set it to ${AMPLE_GRACE_SECONDS}, or what the guest needs to stop.`;
  return value === 0 ? [{ manifest: vm.manifest, path, value, message, remedy, fix: asFix(setting(path, AMPLE_GRACE_SECONDS)) }] : [];
}
