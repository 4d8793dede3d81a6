import { INGRESS_GROUP, mayBeRouterNamespace } from '../facts';
import { isObject, type Manifest, type ManifestGraph, objectsOf, type ServicePortView, type VirtualMachineView } from '../graph';

/**
 * From where connections come that no pod of the namespace makes.
 *
 * - `router`: from the routers of OpenShift;
 * - `controller`: from the controller of an Ingress or Gateway, wherever it runs;
 * - `outside`: through a port of the nodes or a load balancer.
 */
export type TrafficSource = 'router' | 'controller' | 'outside';

const ISOLATING = new WeakMap<ManifestGraph, Map<VirtualMachineView, Manifest[]>>();

/** The network policies that let nothing in to a VM but what one of them allows; none: everything is let in. */
export function isolatingPolicies(vm: VirtualMachineView, graph: ManifestGraph): readonly Manifest[] {
  let known = ISOLATING.get(graph);
  if (known === undefined) {
    known = new Map();
    for (const policy of graph.ofKind(INGRESS_GROUP, 'NetworkPolicy').filter(isAboutIngress)) {
      for (const selected of graph.virtualMachinesSelectedBy(policy.spec?.podSelector ?? {}, policy.metadata?.namespace)) {
        known.set(selected, [...(known.get(selected) ?? []), policy]);
      }
    }
    ISOLATING.set(graph, known);
  }
  return known.get(vm) ?? [];
}

/** Whether a policy may let connections from there through to one of the ports; what the manifests do not tell counts as let in. */
export function mayLetIn(policy: Manifest, source: TrafficSource, ports: readonly ServicePortView[], vm: VirtualMachineView): boolean {
  return objectsOf(policy.spec?.ingress).some(
    ({ from, ports: allowed }) =>
      (isEmpty(from) || objectsOf(from).some((peer) => mayBe(peer, source))) &&
      (isEmpty(allowed) || ports.some((port) => objectsOf(allowed).some((rule) => mayAllow(rule, port, vm)))),
  );
}

/** A policy that does not say what it is about is about ingress. */
function isAboutIngress({ spec }: Manifest): boolean {
  return isObject(spec) && (isEmpty(spec.policyTypes) || spec.policyTypes.includes('Ingress'));
}

/** Kubernetes takes an empty list for none. */
function isEmpty(list: unknown): boolean {
  return !Array.isArray(list) || list.length === 0;
}

/** A peer with a podSelector alone stands for pods of the namespace: a router is none of them, a controller may be one. */
function mayBe({ ipBlock, namespaceSelector }: Record<string, any>, source: TrafficSource): boolean {
  if (isObject(ipBlock)) {
    return true;
  }
  if (!isObject(namespaceSelector)) {
    return source === 'controller';
  }
  return source !== 'router' || mayBeRouter(namespaceSelector);
}

function mayBeRouter({ matchLabels, matchExpressions }: Record<string, any>): boolean {
  const labels = Object.entries(isObject(matchLabels) ? matchLabels : {});
  return (
    labels.every(([key, value]) => mayBeRouterNamespace(key, value)) &&
    objectsOf(matchExpressions).every(
      ({ key, operator, values }) => operator !== 'In' || valuesOf(values).some((value) => mayBeRouterNamespace(String(key), value)),
    )
  );
}

function valuesOf(values: unknown): unknown[] {
  return Array.isArray(values) ? values : [];
}

function mayAllow({ port, endPort, protocol = 'TCP' }: Record<string, any>, target: ServicePortView, vm: VirtualMachineView): boolean {
  if (protocol !== target.protocol) {
    return false;
  }
  const [allowed, wanted] = [portNumber(port, vm), portNumber(target.targetPort, vm)];
  if (port === undefined || port === target.targetPort || allowed === undefined || wanted === undefined) {
    return true;
  }
  return typeof endPort === 'number' ? allowed <= wanted && wanted <= endPort : allowed === wanted;
}

/** The number of a port; undefined for a name that the VM does not explain. */
function portNumber(port: unknown, vm: VirtualMachineView): number | undefined {
  const named = objectsOf(vm.podConnection?.networkInterface.ports).find(({ name }) => name !== undefined && name === port);
  const number = Number(named?.port ?? port);
  return Number.isInteger(number) ? number : undefined;
}
