import { ownValue, quantityValue } from '../../facts';
import { isObject, objectsOf } from '../../graph';
import type { Fields } from './mutating-default';

/** What a watchdog does that does not say it. */
export const WATCHDOG_ACTION = 'reset';

/** The bus of disks that name none: sata is there without drivers, and arm64 and s390x have none. */
export function defaultBus(architecture: string): string {
  return architecture === 'arm64' || architecture === 's390x' ? 'virtio' : 'sata';
}

/** The machine type of instances that name none, unless the KubeVirt object says another one. */
export function defaultMachineType(architecture: string, configuration: Fields): string {
  const ofArchitecture = ownValue(MACHINE_TYPES, architecture) ?? MACHINE_TYPES.amd64;
  return configuration.machineType || configuration.architectureConfiguration?.[ofArchitecture.key]?.machineType || ofArchitecture.type;
}

const MACHINE_TYPES: Readonly<Record<string, { readonly key: string; readonly type: string }>> = {
  amd64: { key: 'amd64', type: 'q35' },
  arm64: { key: 'arm64', type: 'virt' },
  s390x: { key: 's390x', type: 's390-ccw-virtio' },
};

/** The memory of a guest that says none, as a quantity: what is requested, or limited, or one huge page. */
export function defaultGuestMemory({ domain }: Fields): unknown {
  const { memory, resources } = domain ?? {};
  const amount = [resources?.requests?.memory, resources?.limits?.memory].find((quantity) => !isNone(quantity));
  const page = isObject(memory?.hugepages) ? memory.hugepages.pageSize : undefined;
  return amount ?? (quantityValue(page) === undefined ? undefined : page);
}

/** Whether a quantity is missing or 0. */
export function isNone(quantity: unknown): boolean {
  return (quantityValue(quantity) ?? 0) === 0;
}

/** The positions of the volumes of a spec that have neither disk nor file system: a disk is made for each. */
export function volumesWithoutDevice({ volumes, domain }: Fields): number[] {
  const devices = domain?.devices ?? {};
  const names = new Set([...objectsOf(devices.disks), ...objectsOf(devices.filesystems)].map(({ name }) => name));
  return objectsOf(volumes).flatMap(({ name }, index) => (names.has(name) ? [] : [index]));
}

/** Whether the pod network is filled in: nothing is said of networks, and it is not switched off. */
export function hasImplicitNetwork({ networks, domain }: Fields): boolean {
  const { interfaces, autoattachPodInterface } = domain?.devices ?? {};
  return autoattachPodInterface !== false && objectsOf(networks).length === 0 && objectsOf(interfaces).length === 0;
}

/** How an image is pulled that says nothing: one whose tag may move always. */
export function defaultPullPolicy(image: unknown): string {
  const text = String(image ?? '');
  return text.endsWith(':latest') || !/[:@]/.test(text) ? 'Always' : 'IfNotPresent';
}
