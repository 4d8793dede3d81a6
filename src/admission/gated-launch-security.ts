import { Architecture } from '../cluster';
import { isObject, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';
import { architectureOf } from './judged-instance';

const SEV_GATE = 'WorkloadEncryptionSEV';

const X86_TYPES = [
  { type: 'sev', gate: SEV_GATE, since: '1.6' },
  { type: 'snp', gate: SEV_GATE, since: '1.7' },
  { type: 'tdx', gate: 'WorkloadEncryptionTDX', since: '1.7' },
];

/** The memory encryption of a VM, as far as a gate has to enable it. Others than those here are refused with any gates. */
export function gatedLaunchSecurity(vm: VirtualMachineView, context: AdmissionContext): GatedFeature[] {
  const { cluster } = context;
  const { launchSecurity } = vm.domain;
  if (!isObject(launchSecurity)) {
    return [];
  }
  const path = vm.path('domain.launchSecurity');
  if (!cluster.atLeast('1.6')) {
    return [{ gate: SEV_GATE, path, value: launchSecurity }];
  }
  const architecture = architectureOf(vm, context);
  if (architecture === Architecture.S390X) {
    return [{ gate: 'SecureExecution', path, value: launchSecurity }];
  }
  const isJudged = architecture === Architecture.AMD64 || !cluster.atLeast('1.7');
  return X86_TYPES.filter(({ type, since }) => isJudged && cluster.atLeast(since) && launchSecurity[type] !== undefined).map(
    ({ type, gate }) => ({ gate, path: `${path}.${type}`, value: launchSecurity[type] }),
  );
}
