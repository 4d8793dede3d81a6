import { ROUTER_BACKENDS, ROUTER_TEMPLATE } from '../../../admission';
import { isObject, type RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeWeightsAllZero: Rule<RouteView> = {
  id: 'route-weights-all-zero',
  title: 'A Route sends new clients somewhere',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'A Service with weight 0 gets no new client; with cookies the clients that it has may stay, on a passthrough Route it is left out at once. When all Services of a Route have weight 0, new clients get 503.',
  remediation: 'Give at least one Service a weight above 0.',
  references: [ROUTER_BACKENDS, ROUTER_TEMPLATE],
  mentions: ['weight'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { backends } = route;
  if (backends.length === 0) {
    return NOT_APPLICABLE;
  }
  return backends.some(({ weight }) => weight !== 0)
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.to.weight',
          value: isObject(route.spec.to) ? route.spec.to.weight : undefined,
          message: route.isPassthrough
            ? 'no Service of the Route has a weight above 0, so that nobody is served'
            : 'no Service of the Route has a weight above 0, so that only clients whose cookie leads to a VM are served',
          remedy: 'Give at least one Service a weight above 0.',
        },
      ];
}
