import { type AdmissionContext, type Fields, isNone, virtualCpus, writtenTopology } from '../../admission';
import {
  BYTES_PER_PAGE_TABLE_BYTE,
  floatValue,
  KUBEVIRT_GROUP,
  LauncherOverhead,
  PASST_OVERHEAD,
  PATCHES_REQUESTING_GUEST_MEMORY,
  quantityValue,
} from '../../facts';
import { isObject, objectsOf } from '../../graph';
import { amountOf } from './amounts';
import type { PodInstance } from './pod-instance';

const KILO = 1000;
const PROBES = ['livenessProbe', 'readinessProbe'];

/**
 * The memory in bytes that the pod of an instance asks for beside that of the guest.
 *
 * @param base the memory that is asked for the guest
 */
export function memoryOverhead(instance: PodInstance, base: number, context: AdmissionContext): number {
  const { configuration, spec } = instance;
  const overhead = pageTable(instance, base, context) + terms(instance);
  const ratio =
    typeof configuration.additionalGuestMemoryOverheadRatio === 'string' ? configuration.additionalGuestMemoryOverheadRatio : '';
  const factor = floatValue(ratio);
  const raised = factor === undefined ? 0 : Math.trunc(Math.ceil(overhead / KILO) * (factor - 1)) * KILO;
  return overhead + raised + networkOverhead(objectsOf(spec.domain.devices?.interfaces), configuration);
}

/** The table of pages is reckoned from what the instance requests. */
function pageTable({ spec }: PodInstance, base: number, context: AdmissionContext): number {
  const requested = amountOf('memory', spec.domain.resources?.requests?.memory) ?? 0;
  const bytes = requested === 0 && requestsGuestMemory(context) ? base : requested;
  return Math.floor((Math.ceil(bytes / KILO) * KILO) / BYTES_PER_PAGE_TABLE_BYTE);
}

/** Whether the webhook writes the memory of the guest into the requests of an instance; of a 1.6 whose patch nobody knows, it does. */
function requestsGuestMemory({ graph, cluster }: AdmissionContext): boolean {
  if (!cluster.atLeast('1.6')) {
    return true;
  }
  const version = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt')[0]?.status?.observedKubeVirtVersion;
  const patch = typeof version === 'string' ? /^v?(\d+\.\d+\.\d+)/.exec(version)?.[1] : undefined;
  return !cluster.atLeast('1.7') && (patch === undefined || PATCHES_REQUESTING_GUEST_MEMORY.includes(patch));
}

function terms({ spec, architecture }: PodInstance): number {
  const { domain, volumes } = spec;
  const { devices = {}, launchSecurity, memory } = domain;
  const probes = PROBES.filter((probe) => isObject(spec[probe]?.exec)).length;
  const has = (condition: boolean, bytes: number) => (condition ? bytes : 0);
  return (
    LauncherOverhead.PROCESSES +
    LauncherOverhead.CPU * Math.max(1, virtualCpus(writtenTopology(spec))) +
    LauncherOverhead.IO_THREAD +
    has(devices.autoattachGraphicsDevice !== false, LauncherOverhead.GRAPHICS) +
    has(architecture === 'arm64', LauncherOverhead.ARM64_FIRMWARE) +
    has(hasHostDevices(devices), LauncherOverhead.HOST_DEVICES) +
    has(
      objectsOf(volumes).some(({ downwardMetrics }) => isObject(downwardMetrics)),
      LauncherOverhead.DOWNWARD_METRICS,
    ) +
    probes * LauncherOverhead.EXEC_PROBE +
    has(probes > 0, LauncherOverhead.EXEC_PROBER) +
    has(isObject(launchSecurity?.sev) || isObject(launchSecurity?.snp), LauncherOverhead.SEV) +
    has(isObject(devices.tpm) && devices.tpm.enabled !== false, LauncherOverhead.TPM) +
    has(isGuaranteed(domain), LauncherOverhead.GUARANTEED) +
    (amountOf('memory', memory?.reservedOverhead?.addedOverhead) ?? 0)
  );
}

function hasHostDevices({ gpus, hostDevices, interfaces }: Fields): boolean {
  return objectsOf(gpus).length > 0 || objectsOf(hostDevices).length > 0 || objectsOf(interfaces).some(({ sriov }) => isObject(sriov));
}

/** Whether an instance has CPUs of its own, or asks for as much as it is limited to. */
export function isGuaranteed({ cpu, resources }: Fields): boolean {
  const { requests, limits } = resources ?? {};
  const isMet = (resource: string) => quantityValue(requests?.[resource]) === quantityValue(limits?.[resource]);
  const memory = isNone(requests?.memory) ? !isNone(limits?.memory) : isMet('memory');
  return cpu?.dedicatedCpuPlacement === true || (memory && !isNone(requests?.cpu) && isMet('cpu'));
}

/** What the bindings of interfaces take, those that are registered each once. */
function networkOverhead(interfaces: readonly Fields[], { network }: Fields): number {
  const plugins = new Set(interfaces.map(({ binding }) => binding?.name).filter((name) => typeof name === 'string'));
  let overhead = interfaces.some(({ passtBinding }) => isObject(passtBinding)) ? PASST_OVERHEAD : 0;
  for (const name of plugins) {
    overhead += amountOf('memory', network?.binding?.[name]?.computeResourceOverhead?.requests?.memory) ?? 0;
  }
  return overhead;
}
