import { ADMIN_POLICIES, coversEveryAddress, FOREIGN_POLICIES, INGRESS_GROUP, mayBeRouterNamespace, POLICY_GROUP } from '../facts';
import {
  guestPort,
  isObject,
  type Manifest,
  type ManifestGraph,
  matchLabelSelector,
  objectsOf,
  perGraph,
  type ServicePortView,
  type VirtualMachineView,
} from '../graph';

/**
 * From where connections come that no pod of the namespace makes.
 *
 * - `router`: from the routers of OpenShift;
 * - `controller`: from the controller of an Ingress or Gateway, wherever it runs;
 * - `outside`: through a port of the nodes or a load balancer.
 */
export type TrafficSource = 'router' | 'controller' | 'outside';

/** Where connections come from: from one of the sources, or from any address. */
type Origin = TrafficSource | 'everyone';

/** What lets nothing in to some VMs but what it allows. */
interface Isolation {
  readonly policies: readonly Manifest[];
  /** Whether it may let in connections, by their origin and by the ports that they go to, as text: many Services ask the same. */
  readonly answers: Map<Origin, Map<string, boolean>>;
}

const isolationByMachine = perGraph(findIsolations);
const NOTHING: Isolation = { policies: [], answers: new Map() };

/**
 * The network policies that let nothing in to a VM but what one of them allows; none: everything is let in. VMs with the same policies
 * have the same list.
 */
export function isolatingPolicies(vm: VirtualMachineView, graph: ManifestGraph): readonly Manifest[] {
  return isolationOf(vm, graph).policies;
}

function isolationOf(vm: VirtualMachineView, graph: ManifestGraph): Isolation {
  return isolationByMachine(graph).get(vm) ?? NOTHING;
}

/** VMs with the same policies that say the same of named ports have the same isolation. */
function findIsolations(graph: ManifestGraph): ReadonlyMap<VirtualMachineView, Isolation> {
  const policies = graph.ofKind(INGRESS_GROUP, 'NetworkPolicy').filter(isAboutIngress);
  const positions = new Map<VirtualMachineView, number[]>();
  for (const [position, policy] of policies.entries()) {
    for (const vm of graph.virtualMachinesSelectedBy(policy.spec?.podSelector ?? {}, policy.metadata?.namespace)) {
      const known = positions.get(vm);
      known === undefined ? positions.set(vm, [position]) : known.push(position);
    }
  }
  const lists = new Map<string, readonly Manifest[]>();
  const isolations = new Map<string, Isolation>();
  const byMachine = new Map<VirtualMachineView, Isolation>();
  for (const [vm, places] of positions) {
    const written = places.join();
    const list = lists.get(written) ?? places.map((place) => policies[place]);
    lists.set(written, list);
    const key = `${written} ${JSON.stringify(vm.podConnection?.networkInterface.ports ?? [])}`;
    const isolation = isolations.get(key) ?? { policies: list, answers: new Map() };
    isolations.set(key, isolation);
    byMachine.set(vm, isolation);
  }
  return byMachine;
}

/** Whether a policy may let connections from there through to one of the ports; what the manifests do not tell counts as let in. */
function mayLetIn(policy: Manifest, source: TrafficSource, ports: readonly ServicePortView[], vm: VirtualMachineView): boolean {
  return objectsOf(policy.spec?.ingress).some(
    ({ from, ports: allowed }) =>
      (isEmpty(from) || objectsOf(from).some((peer) => mayBe(peer, source))) &&
      (isEmpty(allowed) || ports.some((port) => objectsOf(allowed).some((rule) => mayAllow(rule, port, vm)))),
  );
}

/** Whether network policies leave a port of a VM to some addresses only: it is selected, and none of them lets in all. */
export function isLimitedByPolicies(port: ServicePortView, vm: VirtualMachineView, graph: ManifestGraph): boolean {
  const isolation = isolationOf(vm, graph);
  const { policies } = isolation;
  return policies.length > 0 && !answerOnce(isolation, 'everyone', port, () => policies.some((policy) => letsEveryoneIn(policy, port, vm)));
}

/** Whether the policies on a VM may let in connections from there to one of the ports. */
export function mayBeLetIn(
  vm: VirtualMachineView,
  source: TrafficSource,
  ports: readonly ServicePortView[],
  graph: ManifestGraph,
): boolean {
  const isolation = isolationOf(vm, graph);
  return (
    isolation.policies.length > 0 &&
    answerOnce(isolation, source, ports, () => isolation.policies.some((policy) => mayLetIn(policy, source, ports, vm)))
  );
}

/** @param ports views of ports: manifests may change between two judgements, and the views of them do not outlive one */
function answerOnce({ answers }: Isolation, origin: Origin, ports: object, answer: () => boolean): boolean {
  let known = answers.get(origin);
  if (known === undefined) {
    known = new Map();
    answers.set(origin, known);
  }
  const asked = written(ports);
  let found = known.get(asked);
  if (found === undefined) {
    found = answer();
    known.set(asked, found);
  }
  return found;
}

const WRITTEN = new WeakMap<object, string>();

function written(ports: object): string {
  let text = WRITTEN.get(ports);
  if (text === undefined) {
    text = JSON.stringify(ports);
    WRITTEN.set(ports, text);
  }
  return text;
}

function letsEveryoneIn({ spec }: Manifest, port: ServicePortView, vm: VirtualMachineView): boolean {
  return objectsOf(spec?.ingress).some(
    ({ from, ports }) =>
      (isEmpty(from) || objectsOf(from).some(({ ipBlock }) => isObject(ipBlock) && coversEveryAddress([String(ipBlock.cidr)]))) &&
      (isEmpty(ports) || objectsOf(ports).some((rule) => mayAllow(rule, port, vm))),
  );
}

/**
 * Whether a policy of another kind may be about a VM: of administrators, of Cilium, of Calico. Which namespaces it selects depends on
 * labels that manifests seldom tell.
 */
export function maySelectByOtherPolicy(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  return (
    ADMIN_POLICIES.some((kind) => graph.ofKind(POLICY_GROUP, kind).some(({ spec }) => maySelect(spec?.subject, vm))) ||
    FOREIGN_POLICIES.some(([group, kind]) =>
      graph.ofKind(group, kind).some(({ metadata }) => metadata?.namespace === undefined || metadata.namespace === vm.namespace),
    )
  );
}

function maySelect(subject: unknown, vm: VirtualMachineView): boolean {
  const podSelector = isObject(subject) && isObject(subject.pods) ? subject.pods.podSelector : undefined;
  return podSelector === undefined || matchLabelSelector(podSelector, vm.launcherLabels);
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
  const [allowed, wanted] = [guestPort(port, vm), guestPort(target.targetPort, vm)];
  if (port === undefined || port === target.targetPort || allowed === undefined || wanted === undefined) {
    return true;
  }
  return typeof endPort === 'number' ? allowed <= wanted && wanted <= endPort : allowed === wanted;
}
