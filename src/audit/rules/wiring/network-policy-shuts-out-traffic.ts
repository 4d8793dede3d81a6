import {
  isolatingPolicies,
  KubevirtSource,
  mayLetIn,
  NETWORK_POLICIES,
  OPENSHIFT_NETWORK_POLICIES,
  type TrafficSource,
} from '../../../admission';
import { ROUTE_GROUP, ROUTER_POLICY_GROUP_LABEL } from '../../../facts';
import { apiGroup, displayName, type Manifest, type ManifestGraph, type ServiceView, type VirtualMachineView } from '../../../graph';
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

function evaluate(service: ServiceView, { graph }: RuleContext): Outcome {
  const isolated = graph.virtualMachinesBehind(service.manifest).filter((vm) => isolatingPolicies(vm, graph).length > 0);
  if (isolated.length === 0) {
    return NOT_APPLICABLE;
  }
  return entriesOf(service, graph).flatMap((entry) =>
    isolated.filter((vm) => isShutOut(vm, entry, service, graph)).map((vm) => violation(vm, entry, service, graph)),
  );
}

function entriesOf(service: ServiceView, graph: ManifestGraph): Entry[] {
  const routes = new Set(graph.trafficSplitsTo(service.manifest).flatMap((split) => split.slice(0, 1).map(({ manifest }) => manifest)));
  const entries = [...routes].map(
    (manifest): Entry => ({ manifest, source: apiGroup(manifest) === ROUTE_GROUP ? 'router' : 'controller' }),
  );
  const isExposed = ['LoadBalancer', 'NodePort'].includes(service.spec.type);
  return isExposed ? [...entries, { manifest: service.manifest, source: 'outside' }] : entries;
}

function isShutOut(vm: VirtualMachineView, { source }: Entry, { ports }: ServiceView, graph: ManifestGraph): boolean {
  return !isolatingPolicies(vm, graph).some((policy) => mayLetIn(policy, source, ports, vm));
}

function violation(vm: VirtualMachineView, { manifest, source }: Entry, service: ServiceView, graph: ManifestGraph): Violation {
  const policies = isolatingPolicies(vm, graph);
  const names = policies.map(({ metadata }) => metadata?.name).join(', ');
  const ports = [...new Set(service.ports.map(({ targetPort }) => targetPort))].join(', ');
  return {
    manifest: policies[0],
    path: 'spec.ingress',
    value: policies[0].spec?.ingress,
    message: `${displayName(manifest)} leads to ${displayName(vm.manifest)}, and no policy on the VM (${names}) lets in ${WORDS[source]}`,
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
