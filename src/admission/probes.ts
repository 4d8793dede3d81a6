import { LIBVIRT_STARTUP_DELAY, NETWORK_PROBE_HANDLERS, PROBE_DEFAULTS } from '../facts';
import { isObject, type VirtualMachineView } from '../graph';

/** The worst case until the kubelet gives up on a guest that never answers, in seconds from the start of the VM. */
export function secondsUntilFailure(probe: Record<string, any>): number {
  const period = positiveOr(probe.periodSeconds, PROBE_DEFAULTS.periodSeconds);
  const failureThreshold = positiveOr(probe.failureThreshold, PROBE_DEFAULTS.failureThreshold);
  const initialDelay = typeof probe.initialDelaySeconds === 'number' ? probe.initialDelaySeconds : 0;
  return initialDelay + LIBVIRT_STARTUP_DELAY + period * failureThreshold;
}

/** KubeVirt replaces values below one by its default. */
function positiveOr(value: unknown, preset: number): number {
  return typeof value === 'number' && value >= 1 ? value : preset;
}

/** A handler of a probe that comes from outside. */
export interface NetworkProbe {
  /** Where the handler stands in the spec of the VM, e.g. `readinessProbe.httpGet`. */
  readonly field: string;
  readonly handler: Record<string, any>;
}

/** The handlers of a VM's probes that come from outside. */
export function networkProbes(vm: VirtualMachineView): NetworkProbe[] {
  const found: NetworkProbe[] = [];
  for (const { field: probe, probe: handlers } of vm.probes) {
    for (const name of NETWORK_PROBE_HANDLERS) {
      if (isObject(handlers[name])) {
        found.push({ field: `${probe}.${name}`, handler: handlers[name] });
      }
    }
  }
  return found;
}

/** Those of them that say which port is probed. */
export function networkProbesWithPort(vm: VirtualMachineView): NetworkProbe[] {
  return networkProbes(vm).filter(({ handler }) => handler.port !== undefined);
}
