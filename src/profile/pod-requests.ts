import { type Amounts, amountsOf, largerOf, sumOf } from '../capacity';
import type { NodePodRequests } from '../cluster';
import { LAUNCHER, POD_KIND_LABEL } from '../facts';
import { isObject, type Manifest, objectsOf } from '../graph';

const HOTPLUG = 'hotplug-disk';
const ENDED = ['Succeeded', 'Failed'];

/**
 * What the pods of a dump ask for, node by node: those of VMs one by one, because they move, and the others together; undefined:
 * the dump has none.
 */
export function podRequestsOf(pods: readonly Manifest[]): NodePodRequests[] | undefined {
  const others = new Map<string, Amounts>();
  const machines = new Map<string, NodePodRequests>();
  for (const pod of pods) {
    const node: unknown = pod.spec?.nodeName;
    // What holds hot-plugged volumes is reckoned with its VM.
    if (typeof node !== 'string' || ENDED.includes(pod.status?.phase) || kindOf(pod) === HOTPLUG) {
      continue;
    }
    const requests = { ...totalOf(pod), pods: 1 };
    const virtualMachine = kindOf(pod) === LAUNCHER ? machineOf(pod) : undefined;
    if (virtualMachine === undefined || machines.has(virtualMachine)) {
      others.set(node, sumOf(others.get(node) ?? {}, requests));
    } else {
      machines.set(virtualMachine, { node, virtualMachine, requests: quantities(requests) });
    }
  }
  const sums = [...others].map(([node, amounts]) => ({ node, requests: quantities(amounts) }));
  return pods.length === 0 ? undefined : [...sums.sort(byNode), ...[...machines.values()].sort(byNode)];
}

function kindOf({ metadata }: Manifest): unknown {
  return isObject(metadata?.labels) ? metadata.labels[POD_KIND_LABEL] : undefined;
}

function machineOf({ metadata }: Manifest): string | undefined {
  const owner = objectsOf(metadata?.ownerReferences).find(({ kind }) => kind === 'VirtualMachineInstance');
  return owner && `${metadata?.namespace}/${owner.name}`;
}

/**
 * What a pod asks for as a whole.
 *
 * @see https://github.com/kubernetes/kubernetes/blob/v1.36.3/staging/src/k8s.io/component-helpers/resource/helpers.go
 */
function totalOf({ spec }: Manifest): Amounts {
  let staying: Amounts = {};
  let most: Amounts = {};
  for (const { resources, restartPolicy } of objectsOf(spec.initContainers)) {
    const requests = amountsOf(resources?.requests);
    most = largerOf(most, sumOf(staying, requests));
    staying = restartPolicy === 'Always' ? sumOf(staying, requests) : staying;
  }
  const running = objectsOf(spec.containers).map(({ resources }) => amountsOf(resources?.requests));
  return sumOf(largerOf(most, sumOf(staying, ...running)), amountsOf(spec.overhead));
}

function quantities(amounts: Amounts): { [resource: string]: string } {
  const names = Object.keys(amounts).sort();
  return Object.fromEntries(names.map((name) => [name, name === 'cpu' ? `${amounts.cpu}m` : String(amounts[name])]));
}

function byNode(one: NodePodRequests, other: NodePodRequests): number {
  return one.node.localeCompare(other.node) || (one.virtualMachine ?? '').localeCompare(other.virtualMachine ?? '');
}
