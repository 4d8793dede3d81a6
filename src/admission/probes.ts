import { isObject, type VirtualMachineNode } from '../graph';

/** The handlers that a probe of a VM can have. */
export const PROBE_HANDLERS = ['exec', 'guestAgentPing', 'httpGet', 'tcpSocket'] as const;

/** The handlers by which the kubelet connects to the VM from outside. */
const NETWORK_HANDLERS = ['httpGet', 'tcpSocket'] as const;

/** Seconds that KubeVirt adds to the initial delay of each probe. */
export const LIBVIRT_STARTUP_DELAY = 10;

/** The worst case until the kubelet gives up on a guest that never answers, in seconds from the start of the VM. */
export function secondsUntilFailure(probe: Record<string, any>): number {
  const period = positiveOr(probe.periodSeconds, 10);
  const failureThreshold = positiveOr(probe.failureThreshold, 3);
  const initialDelay = typeof probe.initialDelaySeconds === 'number' ? probe.initialDelaySeconds : 0;
  return initialDelay + LIBVIRT_STARTUP_DELAY + period * failureThreshold;
}

/** KubeVirt replaces values below one by its default. */
function positiveOr(value: unknown, preset: number): number {
  return typeof value === 'number' && value >= 1 ? value : preset;
}

/** The port of an HTTP or TCP probe, with its manifest path. */
export interface ProbePort {
  readonly path: string;
  readonly port: unknown;
}

/** The ports that the kubelet probes; none for a probe that runs in the guest. */
export function networkProbePorts(vm: VirtualMachineNode): ProbePort[] {
  return networkProbes(vm)
    .filter(({ value }) => value.port !== undefined)
    .map(({ path, value }) => ({ path: `${path}.port`, port: value.port }));
}

/** The handlers of a VM's probes that come from outside, with their manifest paths. */
export function networkProbes(vm: VirtualMachineNode): { readonly path: string; readonly value: Record<string, any> }[] {
  return vm.probes.flatMap(({ field, probe }) =>
    NETWORK_HANDLERS.filter((handler) => isObject(probe[handler])).map((handler) => ({
      path: vm.path(`${field}.${handler}`),
      value: probe[handler],
    })),
  );
}
