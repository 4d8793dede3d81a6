import type { ManifestGraph } from './manifest-graph';
import type { VirtualMachineView } from './virtual-machine-view';

/** A Service that requests are sent to. */
export interface TrafficTarget {
  readonly namespace: string | undefined;
  readonly name: unknown;
}

/** A VM that some Services lead to; undefined: none of the manifests. */
export function machineBehind(targets: readonly TrafficTarget[], graph: ManifestGraph): VirtualMachineView | undefined {
  for (const { namespace, name } of targets) {
    const service = graph.service(namespace, name);
    const [machine] = service === undefined ? [] : graph.virtualMachinesBehind(service.manifest);
    if (machine !== undefined) {
      return machine;
    }
  }
  return undefined;
}
