import { ROUTER_BACKENDS } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { RouteView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeBackendTwice: Rule<RouteView> = {
  id: 'route-backend-twice',
  title: 'A Route names each Service once',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: 'The router keeps one weight for each Service, the last one that it reads.',
  remediation: 'Name the Service once, with the sum of the weights.',
  references: [ROUTER_BACKENDS],
  mentions: ['alternateBackends'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { backends } = route;
  if (backends.length < 2) {
    return NOT_APPLICABLE;
  }
  return backends
    .filter(({ name }, index) => backends.findIndex((backend) => backend.name === name) < index)
    .map(({ path, name }) => ({
      manifest: route.manifest,
      path: `${path}.name`,
      value: name,
      message: 'the Route names this Service before, and the router keeps only the weight that it reads last',
      remedy: 'Name each Service once.',
    }));
}
