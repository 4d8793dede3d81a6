import { ROUTER_TEMPLATE } from '../../../admission';
import { annotationPath, RouterAnnotation, type RouteView, TERMINATIONS } from '../../../graph';
import { settingIn } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const routeAffinityMissingOnPassthrough: Rule<RouteView> = {
  id: 'route-affinity-missing-on-passthrough',
  title: 'A passthrough Route to several VMs keeps each client on one of them',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'Cookies are impossible on passthrough. With another balance than source, or with several Services and none, consecutive connections of a client reach different VMs.',
  remediation: 'Set haproxy.router.openshift.io/balance to source.',
  references: [ROUTER_TEMPLATE],
  mentions: TERMINATIONS.passthrough,
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView, { graph }: RuleContext): Outcome {
  if (!route.isPassthrough) {
    return NOT_APPLICABLE;
  }
  const services = route.backends.filter(({ weight }) => weight !== 0).flatMap(({ name }) => graph.service(route.namespace, name) ?? []);
  const machines = services.reduce((sum, service) => sum + graph.virtualMachinesBehind(service.manifest).length, 0);
  if (machines < 2) {
    return NOT_APPLICABLE;
  }
  const balance = route.annotation(RouterAnnotation.BALANCE);
  return balance === 'source' || (!balance && services.length === 1)
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.BALANCE),
          value: balance,
          message: 'a passthrough Route can keep a client on one VM only by the address of the client, so that sessions are not sticky',
          remedy: 'Set the annotation to source.',
          fix: settingIn(route.manifest, annotationPath(RouterAnnotation.BALANCE), 'source'),
        },
      ];
}
