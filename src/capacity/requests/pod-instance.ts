import {
  type AdmissionContext,
  architectureOf,
  type FeatureGates,
  type Fields,
  INSTANCE_DEFAULTS,
  instancetypeOf,
  isNone,
  kubevirtConfiguration,
  preferenceOf,
  presumedGates,
  withDefaults,
} from '../../admission';
import {
  commonInstancetype,
  commonPreference,
  DEFAULT_CPU_REQUEST,
  EVEN_CPUS_ANNOTATION,
  HYPER_CONVERGED_GROUP,
  KUBEVIRT_GROUP,
  quantityValue,
} from '../../facts';
import { isObject, objectsOf, perGraph, type VirtualMachineView } from '../../graph';

/** An instance as the controller gets it that makes its pod: with its instance type, its preference and the defaults of the webhook. */
export interface PodInstance {
  readonly spec: Fields;
  readonly annotations: Readonly<Record<string, unknown>>;
  readonly namespace?: string;
  readonly architecture: string;
  /** `spec.configuration` of the KubeVirt object; empty: nothing is set. */
  readonly configuration: Fields;
  /** What it asks for is not known: why, to follow "because". */
  readonly unknown?: string;
}

/** Where the defaults stand that decide what a pod asks for, and of which nodes. */
const DECISIVE = [
  'domain.machine',
  'domain.resources',
  'domain.memory',
  'domain.cpu',
  'domain.devices.interfaces',
  'domain.features.hyperv',
];
const POD_DEFAULTS = INSTANCE_DEFAULTS.filter(({ field }) => DECISIVE.some((place) => field.startsWith(place)));

/** The instance of a VM, or one of those that are made from a template. */
export function podInstance(vm: VirtualMachineView, context: AdmissionContext): PodInstance {
  const { graph, cluster } = context;
  const configuration = kubevirtConfiguration(graph) ?? byHyperConverged(graph);
  const architecture = architectureOf(vm, context) ?? cluster.architecture;
  const instancetype = named(vm.vmSpec?.instancetype, instancetypeOf(vm, graph), commonInstancetype);
  const preference = named(vm.vmSpec?.preference, preferenceOf(vm, graph), commonPreference);
  const given = withPreference(withInstancetype(vm.spec, instancetype.spec), preference.spec);
  const spec = withDefaults(given, POD_DEFAULTS, { architecture, cluster, configuration });
  return {
    spec: withCpuRequest(spec, configuration),
    annotations: { ...parityAnnotation(context), ...vm.podAnnotations },
    namespace: vm.namespace,
    architecture,
    configuration,
    unknown: unknownOf('instance type', instancetype) ?? unknownOf('preference', preference),
  };
}

/** What the operator of OpenShift Virtualization writes into the KubeVirt object, of what decides what pods ask for. */
const byHyperConverged = perGraph((graph): Fields => {
  const spec = graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged')[0]?.spec;
  const settings: Fields = { ...spec, ...spec?.resourceRequirements, ...spec?.virtualization };
  const isLogDisabled = settings.virtualMachineOptions?.disableSerialConsoleLog === true;
  return {
    developerConfiguration: {
      cpuAllocationRatio: settings.vmiCPUAllocationRatio,
      memoryOvercommit: settings.higherWorkloadDensity?.memoryOvercommitPercentage,
    },
    virtualMachineOptions: isLogDisabled ? { disableSerialConsoleLog: {} } : undefined,
  };
});

interface NamedSpec {
  readonly name?: string;
  readonly spec?: Fields;
}

/** What a VM names is among the manifests, or comes with KubeVirt; a VM with a revision has an earlier state of it. */
function named(matcher: unknown, found: Fields | undefined, common: (name: string) => Fields | undefined): NamedSpec {
  if (!isObject(matcher)) {
    return {};
  }
  const name = String(matcher.name ?? matcher.inferFromVolume);
  const isOfCluster = !/^virtualmachine(instancetype|preference)s?$/i.test(String(matcher.kind ?? ''));
  return { name, spec: found ?? (isOfCluster && !matcher.revisionName ? common(name) : undefined) };
}

function unknownOf(what: string, { name, spec }: NamedSpec): string | undefined {
  return name !== undefined && spec === undefined ? `nobody knows the ${what} ${name}` : undefined;
}

const COPIED = ['gpus', 'hostDevices'];

/**
 * @see https://github.com/kubevirt/kubevirt/tree/v1.9.0/pkg/instancetype/apply
 */
function withInstancetype(spec: Fields, instancetype: Fields | undefined): Fields {
  if (instancetype === undefined) {
    return spec;
  }
  const { cpu = {}, memory = {}, ...others } = instancetype;
  const domain: Fields = isObject(spec.domain) ? { ...spec.domain } : {};
  domain.cpu = {
    ...domain.cpu,
    sockets: cpu.guest,
    cores: 1,
    threads: 1,
    dedicatedCpuPlacement: cpu.dedicatedCPUPlacement,
    isolateEmulatorThread: cpu.isolateEmulatorThread,
    numa: cpu.numa,
    realtime: cpu.realtime,
    model: domain.cpu?.model ?? cpu.model,
  };
  domain.memory = { ...domain.memory, guest: memory.guest, hugepages: memory.hugepages };
  domain.resources = withOvercommit(domain.resources, memory);
  domain.devices = { ...domain.devices };
  for (const list of COPIED) {
    domain.devices[list] = others[list] ?? domain.devices[list];
  }
  for (const field of ['launchSecurity', 'ioThreads', 'ioThreadsPolicy']) {
    domain[field] = others[field] ?? domain[field];
  }
  return { ...spec, domain, nodeSelector: { ...others.nodeSelector, ...spec.nodeSelector } };
}

/** The request is reckoned in numbers of 32 bits. */
function withOvercommit(resources: unknown, { guest, overcommitPercent }: Fields): unknown {
  const memory = quantityValue(guest);
  if (typeof overcommitPercent !== 'number' || overcommitPercent <= 0 || memory === undefined) {
    return resources;
  }
  const { fround } = Math;
  const request = Math.trunc(fround(fround(memory) * fround(1 - fround(overcommitPercent / 100))));
  return { ...(resources as object), requests: { ...(resources as Fields)?.requests, memory: request } };
}

const AUTO_ATTACHED = ['GraphicsDevice', 'PodInterface', 'SerialConsole'];

/**
 * What a preference changes of the pod.
 *
 * @see https://github.com/kubevirt/kubevirt/tree/v1.9.0/pkg/instancetype/preference/apply
 */
function withPreference(spec: Fields, preference: Fields | undefined): Fields {
  if (preference === undefined) {
    return spec;
  }
  const { devices: preferred = {}, machine, features, cpu } = preference;
  const domain: Fields = isObject(spec.domain) ? { ...spec.domain } : {};
  const devices: Fields = { ...domain.devices };
  for (const name of AUTO_ATTACHED) {
    devices[`autoattach${name}`] ??= preferred[`preferredAutoattach${name}`];
  }
  devices.tpm ??= preferred.preferredTPM;
  const model = preferred.preferredInterfaceModel;
  if (typeof model === 'string' && Array.isArray(devices.interfaces)) {
    devices.interfaces = objectsOf(devices.interfaces).map((entry) => ({ ...entry, model: entry.model || model }));
  }
  domain.devices = devices;
  if (machine?.preferredMachineType) {
    domain.machine = { ...domain.machine, type: domain.machine?.type || machine.preferredMachineType };
  }
  if (isObject(features?.preferredHyperv)) {
    domain.features = { ...domain.features, hyperv: { ...features.preferredHyperv, ...domain.features?.hyperv } };
  }
  if (Array.isArray(cpu?.preferredCPUFeatures) && objectsOf(domain.cpu?.features).length === 0) {
    domain.cpu = { ...domain.cpu, features: cpu.preferredCPUFeatures };
  }
  return { ...spec, domain };
}

/** The request of the KubeVirt object is for VMs that say nothing, unless it is the one that counts as none. */
function withCpuRequest(spec: Fields, { cpuRequest }: Fields): Fields {
  const { resources, cpu } = spec.domain ?? {};
  const counts = quantityValue(cpuRequest) !== undefined && quantityValue(cpuRequest) !== quantityValue(DEFAULT_CPU_REQUEST);
  if (!counts || !isNone(resources?.requests?.cpu) || cpu?.dedicatedCpuPlacement) {
    return spec;
  }
  return {
    ...spec,
    domain: { ...spec.domain, resources: { ...resources, requests: { ...resources?.requests, cpu: cpuRequest } } },
  };
}

const knownGates = new WeakMap<AdmissionContext, FeatureGates>();

/** Whether a feature gate is on. */
export function isGateOn(gate: string, context: AdmissionContext): boolean {
  const gates = knownGates.get(context) ?? presumedGates(context);
  knownGates.set(context, gates);
  return gates.isOn(gate);
}

const parity = perGraph((graph) => {
  const value = graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt')[0]?.metadata?.annotations?.[EVEN_CPUS_ANNOTATION];
  return value === undefined ? {} : { [EVEN_CPUS_ANNOTATION]: value };
});

function parityAnnotation(context: AdmissionContext): Readonly<Record<string, unknown>> {
  return isGateOn('AlignCPUs', context) ? parity(context.graph) : {};
}
