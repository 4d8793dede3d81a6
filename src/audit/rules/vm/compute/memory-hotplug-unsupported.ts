import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ClusterProfile } from '../../../../cluster';
import { KUBEVIRT_GROUP, quantityValue } from '../../../../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;

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

/** A field that keeps memory from growing. */
interface Fault {
  readonly field: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
}

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const { maxGuest } = isObject(vm.domain.memory) ? vm.domain.memory : {};
  const isOfInstancetype = vm.vmSpec?.instancetype !== undefined;
  if (maxGuest === undefined || maxGuest === null || isOfInstancetype || vm.vmSpec === undefined || !updatesLive(graph, cluster)) {
    return NOT_APPLICABLE;
  }
  return [...sizeFaults(vm), ...companionFaults(vm), ...architectureFaults(vm, cluster)].map(({ field, ...fault }) => ({
    manifest: vm.manifest,
    path: vm.path(field),
    ...fault,
  }));
}

/** Whether changes reach running VMs: the KubeVirt object says so, or the release does by default. */
function updatesLive(graph: ManifestGraph, cluster: ClusterProfile): boolean {
  const strategy = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt')[0]?.spec?.configuration?.vmRolloutStrategy;
  return strategy === undefined ? cluster.atLeast('1.6') : strategy === 'LiveUpdate';
}

function sizeFaults(vm: VirtualMachineView): Fault[] {
  const { guest, maxGuest, hugepages } = vm.domain.memory;
  if (guest === undefined) {
    const message = 'KubeVirt refuses maxGuest without it';
    return [{ field: 'domain.memory.guest', value: guest, message, remedy: 'Set it to what the VM begins with.' }];
  }
  const alignment = hugepages?.pageSize === '1Gi' ? GIBIBYTE : 2 * MEBIBYTE;
  const shown = alignment === GIBIBYTE ? '1Gi' : '2Mi';
  const unaligned = Object.entries({ guest, maxGuest })
    .filter(([, value]) => (quantityValue(value) ?? 0) % alignment !== 0)
    .map(([name, value]) => ({
      field: `domain.memory.${name}`,
      value,
      message: `KubeVirt refuses memory that can grow and is not a multiple of ${shown}`,
      remedy: `Use a multiple of ${shown}.`,
    }));
  const message = 'KubeVirt refuses memory that can grow and begins with less than 1Gi';
  const small = { field: 'domain.memory.guest', value: guest, message, remedy: 'Begin with 1Gi or more, or remove maxGuest.' };
  return (quantityValue(guest) ?? GIBIBYTE) < GIBIBYTE ? [...unaligned, small] : unaligned;
}

function companionFaults(vm: VirtualMachineView): Fault[] {
  const { cpu, launchSecurity } = vm.domain;
  const companions = [
    { field: 'domain.cpu.realtime', value: cpu?.realtime },
    { field: 'domain.cpu.numa.guestMappingPassthrough', value: cpu?.numa?.guestMappingPassthrough },
    { field: 'domain.launchSecurity', value: launchSecurity },
  ];
  const message = 'KubeVirt refuses it beside memory.maxGuest';
  return companions.filter(({ value }) => isObject(value)).map((fault) => ({ ...fault, message, remedy: 'Remove one of the two.' }));
}

function architectureFaults(vm: VirtualMachineView, cluster: ClusterProfile): Fault[] {
  const architecture = vm.architecture ?? cluster.architecture;
  const isKnownToFail = architecture === 's390x' || (architecture === 'arm64' && !cluster.atLeast('1.9'));
  const message = `KubeVirt refuses memory that can grow on ${architecture}`;
  const fault = { field: 'domain.memory.maxGuest', value: vm.domain.memory.maxGuest, message, remedy: 'Remove it.' };
  return isKnownToFail ? [fault] : [];
}
