import {
  isolatingPolicies,
  KubevirtSource,
  mayBeLetIn,
  NETWORK_POLICIES,
  OPENSHIFT_NETWORK_POLICIES,
  type TrafficSource,
} from '../../../admission';
import { ROUTE_GROUP, ROUTER_POLICY_GROUP_LABEL } from '../../../facts';
import { apiGroup, displayName, type Manifest, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../../../graph';
import { listed } from '../../listed';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const networkPolicyShutsOutTraffic: Rule<ServiceView> = {
  id: 'network-policy-shuts-out-traffic',
  title: 'Network policies let in what leads to a VM from outside',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'A VM that a NetworkPolicy selects for ingress gets only the connections that one of the policies on it lets in. A policy that denies everything, or lets in pods of the namespace only, shuts out the router behind a Route, the controller behind an Ingress or Gateway, and clients of a load balancer. Probes are not shut out: the node of a pod always gets through to it. Nor are migrations: they go between pods of KubeVirt.',
  remediation: 'Add a NetworkPolicy that lets in the router, the controller or the addresses of the clients.',
  references: [NETWORK_POLICIES, OPENSHIFT_NETWORK_POLICIES, KubevirtSource.MIGRATION_PROXY],
  subjects: (graph) => graph.services,
  evaluate,
};

/** Something outside the namespace that leads to a Service. */
interface Entry {
  readonly manifest: Manifest;
  readonly source: TrafficSource;
}

/** VMs behind a Service that the same policies let connections in to. */
interface Isolated {
  readonly policies: readonly Manifest[];
  readonly machines: readonly VirtualMachineView[];
}

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const isolated = isolatedBehind(service, graph);
  if (isolated.length === 0) {
    return NOT_APPLICABLE;
  }
  return entriesOf(service, graph).flatMap((entry) =>
    isolated.flatMap(({ policies, machines }) => {
      const shutOut = machines.filter((vm) => !mayBeLetIn(vm, entry.source, service.ports, graph));
      return shutOut.length === 0 ? [] : [violation(policies, shutOut, entry, service)];
    }),
  );
}

function isolatedBehind(service: ServiceView, graph: ManifestGraph): Isolated[] {
  const byPolicies = new Map<readonly Manifest[], VirtualMachineView[]>();
  for (const vm of graph.virtualMachinesBehind(service.manifest)) {
    const policies = isolatingPolicies(vm, graph);
    const machines = byPolicies.get(policies);
    if (policies.length > 0) {
      machines === undefined ? byPolicies.set(policies, [vm]) : machines.push(vm);
    }
  }
  return [...byPolicies].map(([policies, machines]) => ({ policies, machines }));
}

function entriesOf(service: ServiceView, graph: ManifestGraph): Entry[] {
  const routes = new Set(graph.trafficSplitsTo(service.manifest).flatMap((split) => split.slice(0, 1).map(({ manifest }) => manifest)));
  const entries = [...routes].map(
    (manifest): Entry => ({ manifest, source: apiGroup(manifest) === ROUTE_GROUP ? 'router' : 'controller' }),
  );
  const isExposed = ['LoadBalancer', 'NodePort'].includes(service.spec.type);
  return isExposed ? [...entries, { manifest: service.manifest, source: 'outside' }] : entries;
}

function violation(
  policies: readonly Manifest[],
  machines: readonly VirtualMachineView[],
  { manifest, source }: Entry,
  service: ServiceView,
): Violation {
  const targets = listed(machines, (vm) => displayName(vm.manifest));
  const names = listed(policies, ({ metadata }) => String(metadata?.name));
  const them = machines.length === 1 ? 'the VM' : 'the VMs';
  const ports = [...new Set(service.ports.map(({ targetPort }) => targetPort))].join(', ');
  return {
    manifest: policies[0],
    path: 'spec.ingress',
    value: policies[0].spec?.ingress,
    message: `${displayName(manifest)} leads to ${targets}, and no policy on ${them} (${names}) lets in ${WORDS[source]}`,
    remedy: `Add a NetworkPolicy that lets in ${REMEDIES[source]} to port ${ports}.`,
  };
}

const WORDS: Readonly<Record<TrafficSource, string>> = {
  router: 'the router',
  controller: 'the controller that serves it',
  outside: 'clients from outside',
};

const REMEDIES: Readonly<Record<TrafficSource, string>> = {
  router: `namespaces with the label ${ROUTER_POLICY_GROUP_LABEL}: ""`,
  controller: 'the namespace of the controller',
  outside: 'the addresses of the clients with an ipBlock',
};
