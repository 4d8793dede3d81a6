import { ROUTER_TEMPLATE } from '../../../admission';
import { isWithin, SERVER_CONNECTIONS } from '../../../facts';
import { annotationPath, RouterAnnotation, type RouteView, routerInteger } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const routeConnectionLimitMisread: Rule<RouteView> = {
  id: 'route-connection-limit-misread',
  title: 'The limit for connections to a VM is one that HAProxy takes as it stands',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'The router passes pod-concurrent-connections on as it stands, and HAProxy keeps only 32 bits of it: 0 means no limit, a negative number billions, and what is larger than 4294967295 becomes another number.',
  remediation: 'Write a number from 1 to 4294967295, or remove the annotation to have no limit.',
  references: [ROUTER_TEMPLATE, 'https://docs.haproxy.org/2.8/configuration.html#5.2-maxconn'],
  mentions: [RouterAnnotation.POD_CONCURRENT_CONNECTIONS],
  subjects: (graph) => graph.routes,
  evaluate,
};

function evaluate(route: RouteView): Outcome {
  const text = route.effectiveAnnotation(RouterAnnotation.POD_CONCURRENT_CONNECTIONS);
  const limit = text === undefined ? undefined : routerInteger(text);
  if (text === undefined || limit === undefined) {
    return NOT_APPLICABLE;
  }
  const taken = BigInt.asUintN(32, BigInt(text));
  return isWithin(limit, SERVER_CONNECTIONS)
    ? []
    : [
        {
          manifest: route.manifest,
          path: annotationPath(RouterAnnotation.POD_CONCURRENT_CONNECTIONS),
          value: text,
          message: `HAProxy takes it for ${taken === 0n ? 'no limit' : taken}`,
          remedy: `Write a number from 1 to ${SERVER_CONNECTIONS.max}, or remove the annotation to have no limit.`,
        },
      ];
}
