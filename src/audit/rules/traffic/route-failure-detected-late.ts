import { isHighlyAvailable, podsOf, ROUTER_TEMPLATE } from '../../../admission';
import { OPERATOR_GROUP, ROUTER_CHECK_INTERVAL, routerDuration } from '../../../facts';
import { annotationPath, isObject, type ManifestGraph, RouterAnnotation, type RouteView, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const routeFailureDetectedLate: Rule<RouteView> = {
  id: 'route-failure-detected-late',
  title: 'The router notices soon that one of several VMs that are to be highly available is gone',
  severity: Severity.INFO,
  category: 'availability',
  rationale:
    'The router connects to each of several VMs at an interval, 5 seconds unless told otherwise. Measured with HAProxy 2.8 and 3.2, it takes a VM out whose process is gone after 2 to 3 intervals, one whose node is dead after 5 to 6. Each reload begins anew: while anything in the cluster makes the router reload every 5 seconds, a dead node stays in for ever with the default. With 1 or 2 seconds it does not.',
  remediation: 'Set router.openshift.io/haproxy.health.check.interval to 1s or 2s.',
  references: [ROUTER_TEMPLATE],
  subjects: (graph) => graph.routes,
  evaluate,
};

/** The longest interval that takes a dead node out between two reloads. */
const LONGEST_INTERVAL = 2000;

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  const value = route.effectiveAnnotation(RouterAnnotation.HEALTH_CHECK_INTERVAL);
  const machines = machinesBehind(route, graph);
  const isPromised = value !== undefined || (machines.some(isHighlyAvailable) && !setsInterval(graph));
  if (!isPromised || machines.reduce((sum, machine) => sum + podsOf(machine), 0) < 2) {
    return NOT_APPLICABLE;
  }
  const interval = value === undefined ? ROUTER_CHECK_INTERVAL : (routerDuration(value) ?? ROUTER_CHECK_INTERVAL);
  return interval <= LONGEST_INTERVAL
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.HEALTH_CHECK_INTERVAL),
          value: route.annotation(RouterAnnotation.HEALTH_CHECK_INTERVAL),
          message: `the router checks each VM every ${interval / 1000} s, so that one whose node is dead stays in for ${staysIn(interval)}, and longer if the router reloads meanwhile`,
          remedy: 'Set it to 1s or 2s.',
        },
      ];
}

/** Each check waits as long as the interval, at most 5 seconds, and the next one begins an interval later. */
function staysIn(interval: number): string {
  return interval > ROUTER_CHECK_INTERVAL ? 'more than 30 s' : `${(5 * interval) / 1000} to ${(6 * interval) / 1000} s`;
}

function machinesBehind(route: RouteView, graph: ManifestGraph): VirtualMachineView[] {
  const services = route.backends.filter(({ weight }) => weight !== 0).flatMap(({ name }) => graph.service(route.namespace, name) ?? []);
  return services.flatMap((service) => graph.virtualMachinesBehind(service.manifest));
}

/** Whether the manifests set the interval for all Routes of a router. */
function setsInterval(graph: ManifestGraph): boolean {
  return graph
    .ofKind(OPERATOR_GROUP, 'IngressController')
    .some(({ spec }) => isObject(spec) && isObject(spec.tuningOptions) && spec.tuningOptions.healthCheckInterval !== undefined);
}
