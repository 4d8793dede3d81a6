import { ROUTER_TEMPLATE } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { asInUrl, withoutSecrets } from '../../../facts';
import type { RouteView } from '../../../graph';
import { setting } from '../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routePathNeverMatches: Rule<RouteView> = {
  id: 'route-path-never-matches',
  title: 'The path of a Route is one that requests can have',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'The router compares the path with requests as they come in: encoded, and without the query behind a question mark. HAProxy answers requests with control characters or letters outside ASCII in their path with 400. The Route is admitted, and never served.',
  remediation: 'Write the path as clients send it, such as /caf%C3%A9, and without a query.',
  references: [ROUTER_TEMPLATE, 'https://docs.haproxy.org/2.8/configuration.html#7.3.6-base'],
  mentions: ['path'],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const { path } = route.spec;
  if (typeof path !== 'string' || !path.startsWith('/')) {
    return NOT_APPLICABLE;
  }
  const beforeQuery = path.split('?')[0];
  const isAscii = !/[^ -~]/.test(beforeQuery);
  return isAscii && beforeQuery === path
    ? []
    : [
        {
          manifest: route.manifest,
          path: 'spec.path',
          value: path,
          message: isAscii
            ? 'the router compares it with the path of requests only, not with the query behind a question mark, so that no request ever matches'
            : 'the router compares it with requests as they come in, where such characters are encoded, so that no request ever matches',
          remedy: `Write ${asInUrl(withoutSecrets(beforeQuery))}.`,
          fix: setting('spec.path', asInUrl(beforeQuery)),
        },
      ];
}
