import { type AdmissionContext, type Fields, memoryLimitsRatio, virtualCpus, writtenTopology } from '../../admission';
import {
  DEFAULT_CPU_ALLOCATION_RATIO,
  EPHEMERAL_STORAGE_OVERHEAD,
  EVEN_CPUS_ANNOTATION,
  KUBEVIRT_DEVICES,
  NETWORK_ATTACHMENT_GROUP,
  NETWORK_RESOURCE_ANNOTATION,
} from '../../facts';
import { isObject, labelMatcher, objectsOf } from '../../graph';
import { type Amounts, amountOf, amountsOf, roundedUp, sumOf } from './amounts';
import { type ContainerResources, withRequestsOfLimits } from './container';
import { memoryOverhead } from './memory-overhead';
import { isGateOn, type PodInstance } from './pod-instance';

const STORAGE = 'ephemeral-storage';
const WHOLE = 1000;

/**
 * What the container asks for in which the guest runs: what is written beats what is reckoned.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-controller/services/renderresources.go
 */
export function computeContainer(instance: PodInstance, context: AdmissionContext): ContainerResources {
  const { domain } = instance.spec;
  const requests = amountsOf(domain.resources?.requests);
  const limits = amountsOf(domain.resources?.limits);
  const cpu = domain.cpu?.dedicatedCpuPlacement ? dedicatedCpu(instance) : sharedCpu(instance, requests, limits, context);
  const memory = memoryOf(instance, requests, limits, context);
  const devices = sumOf(kubevirtDevices(instance, context), hostDevices(domain.devices ?? {}), networkDevices(instance, context));
  return withRequestsOfLimits({
    requests: {
      ...requests,
      ...cpu.requests,
      ...memory.requests,
      ...devices,
      [STORAGE]: (requests[STORAGE] ?? 0) + EPHEMERAL_STORAGE_OVERHEAD,
    },
    limits: {
      ...limits,
      ...cpu.limits,
      ...memory.limits,
      ...devices,
      ...(limits[STORAGE] === undefined ? {} : { [STORAGE]: limits[STORAGE] + EPHEMERAL_STORAGE_OVERHEAD }),
    },
  });
}

/** The memory that is asked for the guest, before anything is added. */
function guestMemory({ spec, configuration }: PodInstance, requests: Amounts, limits: Amounts): number {
  if (requests.memory > 0 || limits.memory > 0) {
    return requests.memory || limits.memory;
  }
  const { guest, hugepages } = spec.domain.memory ?? {};
  const memory = amountOf('memory', guest) ?? amountOf('memory', hugepages?.pageSize) ?? 0;
  const overcommit = configuration.developerConfiguration?.memoryOvercommit;
  return typeof overcommit === 'number' && overcommit > 0 ? Math.floor((memory * 100) / overcommit) : memory;
}

function memoryOf(instance: PodInstance, requests: Amounts, limits: Amounts, context: AdmissionContext): ContainerResources {
  const { domain } = instance.spec;
  const base = guestMemory(instance, requests, limits);
  const overhead = memoryOverhead(instance, base, context);
  const limit = domain.cpu?.dedicatedCpuPlacement ? base : limits.memory;
  const { hugepages } = domain.memory ?? {};
  if (isObject(hugepages)) {
    return withHugePages(String(hugepages.pageSize), { base, overhead, limit, guest: amountOf('memory', domain.memory.guest) ?? base });
  }
  const request = base + (domain.resources?.overcommitGuestOverhead === true ? 0 : overhead);
  const automatic =
    limits.memory === undefined && isLimited('memory', instance, context)
      ? Math.trunc(request * memoryLimitsRatio(instance.namespace, context.graph))
      : undefined;
  return { requests: { memory: request }, limits: limitOf(limit === undefined ? automatic : limit + overhead) };
}

/** The memory of the guest in huge pages: they are a resource of their own, and what is more than the guest has is not. */
function withHugePages(
  pageSize: string,
  { base, overhead, limit, guest }: { readonly base: number; readonly overhead: number; readonly limit?: number; readonly guest: number },
): ContainerResources {
  const pages = { [`hugepages-${pageSize}`]: Math.min(base, guest) };
  return {
    requests: { ...pages, memory: Math.max(0, base - guest) + overhead },
    limits: { ...pages, ...limitOf(limit === undefined ? undefined : Math.max(0, limit - guest) + overhead) },
  };
}

function limitOf(memory: number | undefined): Amounts {
  return memory === undefined ? {} : { memory };
}

/** Whether a quota limits what pods of the namespace are limited to: KubeVirt then gives a limit to VMs that have none. */
function isLimited(resource: string, { namespace }: PodInstance, { graph }: AdmissionContext): boolean {
  return graph
    .ofKind('', 'ResourceQuota')
    .some(({ metadata, spec }) => metadata?.namespace === namespace && isObject(spec?.hard) && `limits.${resource}` in spec.hard);
}

function sharedCpu(instance: PodInstance, requests: Amounts, limits: Amounts, context: AdmissionContext): ContainerResources {
  const { spec, configuration } = instance;
  const cpus = virtualCpus(writtenTopology(spec)) + ioThreads(spec.domain);
  const ratio = configuration.developerConfiguration?.cpuAllocationRatio ?? DEFAULT_CPU_ALLOCATION_RATIO;
  const request = requests.cpu ?? shareOf(cpus / ratio);
  const isAutomatic = limits.cpu === undefined && (isLimited('cpu', instance, context) || isLabelled(instance, context));
  return { requests: { cpu: request }, limits: isAutomatic ? { cpu: cpus * WHOLE } : {} };
}

/** KubeVirt writes less than one CPU in thousandths, and rounds nothing then. */
function shareOf(cpus: number): number {
  return cpus < 1 ? Math.ceil(cpus * WHOLE) : roundedUp(cpus * WHOLE);
}

/** Whether the KubeVirt object gives CPU limits to the VMs of namespaces with some labels, and of this one. */
function isLabelled({ namespace, configuration }: PodInstance, { graph }: AdmissionContext): boolean {
  const selector = configuration.autoCPULimitNamespaceLabelSelector;
  const labels = graph.find('', 'Namespace', undefined, namespace ?? '')?.metadata?.labels;
  return isObject(selector) && labelMatcher(selector)(isObject(labels) ? labels : {});
}

function ioThreads({ ioThreads: threads }: Fields): number {
  const count = threads?.supplementalPoolThreadCount;
  return typeof count === 'number' ? count : 0;
}

/** CPUs of its own, and those of IO threads and the emulator. */
function dedicatedCpu({ spec, annotations }: PodInstance): ContainerResources {
  const { cpu, ioThreadsPolicy } = spec.domain;
  const supplemental = ioThreads(spec.domain);
  const count = virtualCpus(writtenTopology(spec)) + supplemental;
  const isEven = (count + (ioThreadsPolicy === 'supplementalPool' ? supplemental : 0)) % 2 === 0;
  const emulator = EVEN_CPUS_ANNOTATION in annotations && isEven ? 2 : 1;
  const amounts = { cpu: (count + (cpu.isolateEmulatorThread ? emulator : 0)) * WHOLE };
  return { requests: amounts, limits: amounts };
}

function kubevirtDevices({ spec, configuration }: PodInstance, context: AdmissionContext): Amounts {
  const { devices = {}, launchSecurity } = spec.domain;
  const isEmulated = configuration.developerConfiguration?.useEmulation === true;
  const interfaces = objectsOf(devices.interfaces);
  const isNew = context.cluster.atLeast('1.9');
  const asked = {
    kvm: !isEmulated,
    tun: interfaces.length > 0 || devices.autoattachPodInterface !== false,
    'vhost-net': !isEmulated && interfaces.some(({ model }) => !model || model === 'virtio'),
    'vhost-vsock': devices.autoattachVSOCK === true,
    sev: isObject(launchSecurity?.sev) || isObject(launchSecurity?.snp),
    tdx: isNew && isObject(launchSecurity?.tdx),
    'pr-helper': objectsOf(devices.disks).some(({ lun }) => lun?.reservation === true),
    iommufd: isNew && isGateOn('IOMMUFD', context),
  };
  const names = Object.entries(asked).flatMap(([name, isAsked]) => (isAsked ? [name] : []));
  return Object.fromEntries(names.map((name) => [`${KUBEVIRT_DEVICES}/${name}`, 1]));
}

/** Devices that come from resource claims are no resources of a node. */
function hostDevices({ gpus, hostDevices: others }: Fields): Amounts {
  const names = [...objectsOf(gpus), ...objectsOf(others)].map(({ deviceName }) => deviceName);
  return counted(names.filter((name) => typeof name === 'string' && name !== ''));
}

/** The resources that network attachment definitions name, once for each network. */
function networkDevices({ spec, namespace }: PodInstance, { graph }: AdmissionContext): Amounts {
  const names = objectsOf(spec.networks).flatMap(({ multus }) => {
    const parts = String(multus?.networkName ?? '').split('/');
    const name = parts.pop() ?? '';
    const found = graph.find(NETWORK_ATTACHMENT_GROUP, 'NetworkAttachmentDefinition', parts[0] ?? namespace, name);
    return found?.metadata?.annotations?.[NETWORK_RESOURCE_ANNOTATION] ?? [];
  });
  return counted(names);
}

function counted(names: readonly string[]): Amounts {
  return sumOf(...names.map((name) => ({ [name]: 1 })));
}
