import type { ClusterProfile } from '../cluster';
import { isObject, objectsOf, type VirtualMachineView } from '../graph';

/** What is wrong with what a VM takes from resource claims. */
export interface DeviceClaimFault {
  /** Where it is wrong, below the spec of the instance. */
  readonly field: string;
  readonly value: unknown;
  /** What is refused, to follow "KubeVirt refuses". */
  readonly refused: string;
  readonly remedy: string;
}

/** A device or a network of a VM that comes from a resource claim. */
interface ClaimedDevice {
  /** Where it stands, below the spec of the instance. */
  readonly field: string;
  readonly device: Record<string, any>;
  /** Where the names of the claim and of the request in it stand, and they themselves. */
  readonly requestField: string;
  readonly request: Record<string, any>;
}

/** The devices that come from a claim, and what is wrong with those that cannot be told from others. */
interface DeviceList {
  readonly claimed: readonly ClaimedDevice[];
  readonly faults: readonly DeviceClaimFault[];
}

const FIRST_RELEASE = '1.6';
const FIRST_RELEASE_FOR_HOST_DEVICES = '1.8';
const FIRST_RELEASE_FOR_NETWORKS = '1.9';

/**
 * What KubeVirt refuses of devices and networks that come from resource claims, or should name a device: `validateCreationDRA`
 * of its pkg/dra/admitter, and `validateNetworkDevicesWithDRA` of its pkg/network/admitter.
 */
export function deviceClaimFaults(vm: VirtualMachineView, cluster: ClusterProfile): DeviceClaimFault[] {
  if (!cluster.atLeast(FIRST_RELEASE)) {
    return [];
  }
  const gpus = devices(vm, 'gpus', cluster);
  if (!cluster.atLeast(FIRST_RELEASE_FOR_HOST_DEVICES)) {
    return [...gpus.faults, ...gpus.claimed.flatMap((gpu) => nameFaults(gpu, ['claimName'])), ...claimFaults(vm, gpus.claimed)];
  }
  const mixed = gpus.claimed.length > 0 && gpus.claimed.length < objectsOf(vm.devices.gpus).length;
  const claimedGpus = mixed ? [] : gpus.claimed;
  const hostDevices = devices(vm, 'hostDevices', cluster);
  const networks = cluster.atLeast(FIRST_RELEASE_FOR_NETWORKS) ? networksOf(vm) : { claimed: [], faults: [] };
  const claimed = [...claimedGpus, ...hostDevices.claimed, ...networks.claimed];
  return [
    ...(mixed ? [mixture(vm)] : gpus.faults),
    ...hostDevices.faults,
    ...networks.faults,
    ...claimed.flatMap((device) => nameFaults(device, ['claimName', 'requestName'])),
    ...claimFaults(vm, [...claimedGpus, ...hostDevices.claimed]),
    ...networks.claimed.flatMap((network) => networkClaimFaults(vm, network)),
    ...repetitions(claimed),
  ];
}

function devices(vm: VirtualMachineView, list: 'gpus' | 'hostDevices', cluster: ClusterProfile): DeviceList {
  const claimed: ClaimedDevice[] = [];
  const faults: DeviceClaimFault[] = [];
  objectsOf(vm.devices[list]).forEach((device, index) => {
    const field = `domain.devices.${list}[${index}]`;
    const asksClaim = [device.claimName, device.requestName].some((name) => name !== undefined && !isDropped(name, vm, cluster));
    if (!isMissing(device.deviceName)) {
      const refused = 'a device with both a deviceName and a claim';
      faults.push(...(asksClaim ? [{ field, value: device, refused, remedy: 'Keep deviceName, or claimName and requestName.' }] : []));
    } else if (asksClaim) {
      claimed.push({ field, device, requestField: field, request: device });
    } else {
      const refused = 'a device with neither a deviceName nor a claim';
      faults.push({ field, value: device, refused, remedy: 'Name the device that nodes offer, or the claim and the request in it.' });
    }
  });
  return { claimed, faults };
}

/** Since KubeVirt 1.9 an empty name is gone before anybody looks at it, but not from a template of several VMs. */
function isDropped(name: unknown, vm: VirtualMachineView, cluster: ClusterProfile): boolean {
  return name === '' && cluster.atLeast(FIRST_RELEASE_FOR_NETWORKS) && !vm.isReplicated;
}

function isMissing(name: unknown): boolean {
  return name === undefined || name === '';
}

function mixture(vm: VirtualMachineView): DeviceClaimFault {
  const refused = 'GPUs of which some come from a resource claim and some do not';
  return { field: 'domain.devices.gpus', value: vm.devices.gpus, refused, remedy: 'Take all of them from claims, or none.' };
}

function networksOf(vm: VirtualMachineView): DeviceList {
  const claimed = vm.networks.flatMap((device, index) => {
    const field = `networks[${index}]`;
    return isObject(device.resourceClaim) ? [{ field, device, requestField: `${field}.resourceClaim`, request: device.resourceClaim }] : [];
  });
  if (claimed.length === 0 || vm.networks.every(({ multus }) => multus === undefined)) {
    return { claimed, faults: [] };
  }
  const refused = 'networks of Multus together with networks from resource claims';
  const remedy = 'Use networks of one of the two.';
  return { claimed: [], faults: [{ field: 'networks', value: vm.spec.networks, refused, remedy }] };
}

function nameFaults({ requestField, request }: ClaimedDevice, names: readonly string[]): DeviceClaimFault[] {
  return names
    .filter((name) => isMissing(request[name]))
    .map((name) => {
      const refused = name === 'claimName' ? 'a request without its claim' : 'a claim without the request in it';
      return { field: `${requestField}.${name}`, value: request[name], refused, remedy: `Set ${name}.` };
    });
}

function hasClaim(vm: VirtualMachineView, { request: { claimName } }: ClaimedDevice): boolean {
  return objectsOf(vm.spec.resourceClaims).some(({ name }) => name === claimName);
}

/** The first device whose claim the VM does not list. */
function claimFaults(vm: VirtualMachineView, claimed: readonly ClaimedDevice[]): DeviceClaimFault[] {
  const unlisted = claimed.find((device) => !isMissing(device.request.claimName) && !hasClaim(vm, device));
  if (unlisted === undefined) {
    return [];
  }
  const { claimName } = unlisted.request;
  const refused = `that ${vm.path(unlisted.field)} takes from the claim ${claimName}, which is not listed here`;
  return [{ field: 'resourceClaims', value: vm.spec.resourceClaims, refused, remedy: `Add {name: ${claimName}, resourceClaimName: …}.` }];
}

function networkClaimFaults(vm: VirtualMachineView, network: ClaimedDevice): DeviceClaimFault[] {
  const { requestField, request, device } = network;
  const faults: DeviceClaimFault[] = [];
  const index = vm.interfaces.findIndex(({ name }) => name === device.name);
  const connection = vm.interfaces[index];
  if (connection !== undefined && connection.sriov === undefined && connection.binding === undefined) {
    const refused = 'an interface to a network from a resource claim that is neither sriov nor of a binding plugin';
    faults.push({ field: `domain.devices.interfaces[${index}]`, value: connection, refused, remedy: 'Use sriov: {}.' });
  }
  if (!isMissing(request.claimName) && !isMissing(request.requestName) && !hasClaim(vm, network)) {
    const refused = 'a network from a claim that the VM does not list';
    const remedy = `Add {name: ${request.claimName}, resourceClaimName: …} to ${vm.path('resourceClaims')}.`;
    faults.push({ field: `${requestField}.claimName`, value: request.claimName, refused, remedy });
  }
  return faults;
}

/** One request of a claim is for one device. */
function repetitions(claimed: readonly ClaimedDevice[]): DeviceClaimFault[] {
  const seen = new Map<string, string>();
  return claimed.flatMap(({ field, device, request: { claimName, requestName } }) => {
    if (isMissing(claimName) || isMissing(requestName)) {
      return [];
    }
    const key = `${claimName}/${requestName}`;
    const first = seen.get(key);
    seen.set(key, first ?? field);
    const refused = `a second device from the request ${requestName} of the claim ${claimName}, which ${first} takes already`;
    return first === undefined ? [] : [{ field, value: device, refused, remedy: 'Use another request of the claim.' }];
  });
}
