import { type AdmissionContext, type Fields, hookSidecarList } from '../../admission';
import {
  CONTAINER_DISK_BINARY,
  EPHEMERAL_STORAGE_OVERHEAD,
  GUARANTEED_BINARY_CPU,
  type SupportContainer,
  SupportContainers,
} from '../../facts';
import { isObject, objectsOf } from '../../graph';
import { type Amounts, amountOf } from './amounts';
import { type ContainerResources, withRequestsOfLimits } from './container';
import { isGuaranteed } from './memory-overhead';
import { isGateOn, type PodInstance } from './pod-instance';

/** The containers of a pod beside the one in which the guest runs. */
export interface SideContainers {
  /** Those that run together with it. */
  readonly beside: readonly ContainerResources[];
  /** The init containers in their order. */
  readonly before: readonly InitContainer[];
}

/** A container that runs before the others, or begins before them and stays. */
export interface InitContainer {
  readonly resources: ContainerResources;
  readonly stays: boolean;
}

type Name = keyof typeof SupportContainers;

const FIRST_RELEASE_WITH_IMAGE_VOLUMES = '1.6';

/** What runs beside the guest, and before it. */
export function sideContainers(instance: PodInstance, context: AdmissionContext): SideContainers {
  const disks = imageCount(instance.spec);
  const isImageVolume = context.cluster.atLeast(FIRST_RELEASE_WITH_IMAGE_VOLUMES) && isGateOn('ImageVolume', context);
  const disk = onDisk(support('container-disk', instance));
  const diskContainers = repeated(disks, disk);
  return {
    beside: [
      ...(isImageVolume ? [] : diskContainers),
      ...repeated(sharedFileSystems(instance.spec), support('virtiofs', instance)),
      ...repeated(sidecars(instance), sidecar(instance)),
    ],
    before: [
      ...(logsSerialConsole(instance) ? [{ resources: support('guest-console-log', instance), stays: true }] : []),
      ...[...(disks > 0 && !isImageVolume ? [binary(instance)] : []), ...diskContainers].map((resources) => ({ resources, stays: false })),
    ],
  };
}

/** The pod that holds the hot-plugged volumes of a VM, on the same node; undefined: it has none. */
export function attachmentPod({ spec, configuration }: PodInstance): ContainerResources | undefined {
  const isHotplugged = objectsOf(spec.volumes).some(
    ({ persistentVolumeClaim, dataVolume }) => persistentVolumeClaim?.hotpluggable === true || dataVolume?.hotpluggable === true,
  );
  const { requests, limits } = SupportContainers['hotplug-disk'];
  return isHotplugged ? configured('hotplug-disk', { requests: { ...requests }, limits: { ...limits } }, configuration) : undefined;
}

/** The images of disks, and of a kernel that the guest is booted with. */
function imageCount({ volumes, domain }: Fields): number {
  const isKernelImage = isObject(domain.firmware?.kernelBoot?.container);
  return objectsOf(volumes).filter(({ containerDisk }) => isObject(containerDisk)).length + (isKernelImage ? 1 : 0);
}

function sharedFileSystems({ volumes, domain }: Fields): number {
  const names = new Set(objectsOf(domain.devices?.filesystems).map(({ name }) => name));
  return objectsOf(volumes).filter(({ name, containerPath }) => names.has(name) && containerPath === undefined).length;
}

/** Those of the annotation, and one for each binding of interfaces that has an image. */
function sidecars({ annotations, spec, configuration }: PodInstance): number {
  const bindings = new Set(objectsOf(spec.domain.devices?.interfaces).map(({ binding }) => binding?.name));
  const withImage = [...bindings].filter((name) => typeof name === 'string' && configuration.network?.binding?.[name]?.sidecarImage);
  return hookSidecarList(annotations).length + withImage.length;
}

function logsSerialConsole({ spec, configuration }: PodInstance): boolean {
  const { autoattachSerialConsole, logSerialConsole } = spec.domain.devices ?? {};
  const isDisabled = isObject(configuration.virtualMachineOptions) && isObject(configuration.virtualMachineOptions.disableSerialConsoleLog);
  return autoattachSerialConsole !== false && (logSerialConsole ?? !isDisabled) === true;
}

function support(name: Name, instance: PodInstance): ContainerResources {
  const { requests, limits }: SupportContainer = SupportContainers[name];
  const given = configured(name, { requests: { ...requests }, limits: { ...limits } }, instance.configuration);
  return isGuaranteed(instance.spec.domain) ? { requests: given.limits, limits: given.limits } : given;
}

/** A sidecar has the limits of the KubeVirt object, and those that are known of it where the pod is to be Guaranteed. */
function sidecar(instance: PodInstance): ContainerResources {
  const { spec, configuration } = instance;
  return isGuaranteed(spec.domain)
    ? support('sidecar', instance)
    : withRequestsOfLimits(configured('sidecar', { requests: {}, limits: {} }, configuration));
}

/** The init container has the limits that the KubeVirt object gives to images of disks. */
function binary({ spec, configuration }: PodInstance): ContainerResources {
  const { requests, limits } = CONTAINER_DISK_BINARY;
  const given = configured('container-disk', { requests: { ...requests }, limits: { ...limits } }, configuration);
  if (!isGuaranteed(spec.domain)) {
    return given;
  }
  const guaranteed = { ...limits, cpu: GUARANTEED_BINARY_CPU };
  const amounts = configured('container-disk', { requests: {}, limits: guaranteed }, configuration).limits;
  return { requests: amounts, limits: amounts };
}

function configured(name: Name, resources: ContainerResources, { supportContainerResources }: Fields): ContainerResources {
  const [entry] = objectsOf(supportContainerResources).filter(({ type }) => type === name);
  const { requests, limits } = entry?.resources ?? {};
  return { requests: { ...resources.requests, ...given(requests) }, limits: { ...resources.limits, ...given(limits) } };
}

/** An amount of 0 counts as none. */
function given(list: unknown): Amounts {
  const amounts: Record<string, number> = {};
  for (const resource of ['cpu', 'memory']) {
    const amount = amountOf(resource, isObject(list) ? list[resource] : undefined);
    if (amount !== undefined && amount !== 0) {
      amounts[resource] = amount;
    }
  }
  return amounts;
}

function onDisk({ requests, limits }: ContainerResources): ContainerResources {
  return { requests: { ...requests, 'ephemeral-storage': EPHEMERAL_STORAGE_OVERHEAD }, limits };
}

function repeated<T>(count: number, item: T): T[] {
  return Array.from({ length: count }, () => item);
}
