import {
  growthBlock,
  hindrancesToGrowth,
  judgedArchitecture,
  judgedGuestMemory,
  KubevirtSource,
  LEAST_GROWING_MEMORY,
  updatesLive,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { Architecture } from '../../../../cluster';
import { quantityValue } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const memoryHotplugUnsupported: Rule<VirtualMachineView> = {
  id: 'memory-hotplug-unsupported',
  title: 'A VM whose memory can grow has memory that can',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'With maxGuest KubeVirt refuses a VM without guest memory, with less than 1Gi, with sizes that are not multiples of 2Mi (1Gi with such huge pages), on other architectures than amd64, and with realtime, NUMA passthrough or launchSecurity.',
  remediation: 'Round the sizes, or leave maxGuest out.',
  references: [KubevirtSource.LIVE_UPDATE_MEMORY, KubevirtSource.VM_ADMITTER],
  mentions: ['maxGuest'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

/** What keeps memory from growing. */
interface Fault {
  readonly message: string;
  readonly remedy: string;
}

function evaluate(vm: VirtualMachineView, context: RuleContext): Outcome {
  const { guest, maxGuest } = isObject(vm.domain.memory) ? vm.domain.memory : {};
  const isOfInstancetype = vm.vmSpec?.instancetype !== undefined;
  if (maxGuest === undefined || isOfInstancetype || vm.vmSpec === undefined || !updatesLive(context)) {
    return NOT_APPLICABLE;
  }
  const path = vm.path('domain.memory.guest');
  return [...sizeFaults(vm), ...companionFaults(vm), ...architectureFaults(vm, context)].map((fault) => ({
    manifest: vm.manifest,
    path,
    value: guest,
    ...fault,
  }));
}

function sizeFaults(vm: VirtualMachineView): Fault[] {
  const { maxGuest } = vm.domain.memory;
  const guest = judgedGuestMemory(vm);
  if (guest === undefined) {
    return [{ message: 'KubeVirt refuses maxGuest without it', remedy: 'Set it to what the VM begins with.' }];
  }
  const { bytes, words } = growthBlock(vm.domain);
  const faults: Fault[] = Object.entries({ guest, maxGuest })
    .filter(([, value]) => (quantityValue(value) ?? 0) % bytes !== 0)
    .map(([name, value]) => ({
      message: `KubeVirt refuses memory that can grow where ${name}, ${value}, is not a multiple of ${words}`,
      remedy: `Use a multiple of ${words}.`,
    }));
  const message = 'KubeVirt refuses memory that can grow and begins with less than 1Gi';
  const isSmall = (quantityValue(guest) ?? LEAST_GROWING_MEMORY) < LEAST_GROWING_MEMORY;
  return isSmall ? [...faults, { message, remedy: 'Begin with 1Gi or more, or remove maxGuest.' }] : faults;
}

function companionFaults(vm: VirtualMachineView): Fault[] {
  return hindrancesToGrowth(vm.domain).map((name) => ({
    message: `KubeVirt refuses memory that can grow beside ${name}`,
    remedy: `Remove ${name} or maxGuest.`,
  }));
}

/** A pool has no architecture until it says so: KubeVirt does not fill in that of the cluster before it looks. */
function architectureFaults(vm: VirtualMachineView, context: RuleContext): Fault[] {
  const architecture = judgedArchitecture(vm, context);
  if (architecture === Architecture.AMD64 || architecture === undefined) {
    return [];
  }
  return architecture === ''
    ? [{ message: 'KubeVirt refuses memory that can grow in a pool that names no architecture', remedy: 'Set architecture: amd64.' }]
    : [{ message: `KubeVirt refuses memory that can grow on ${architecture}`, remedy: 'Remove maxGuest.' }];
}
