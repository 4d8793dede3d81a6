import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { gatewayPathFault } from '../../../../facts';
import { type GatewayRouteView, httpRoutes, isObject, objectsOf } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayPathInvalid: Rule<GatewayRouteView> = {
  id: 'gateway-path-invalid',
  title: 'Paths of an HTTPRoute are ones that requests can have',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'An exact path or a prefix begins with a slash and has only characters of a URL path, without "//", "/./", "/../" and "%2F". The API server rejects anything else. Regular expressions are left to the gateway.',
  remediation: 'Write the path as clients send it.',
  references: [GATEWAY_API],
  mentions: ['matches'],
  subjects: httpRoutes,
  evaluate,
};

function evaluate(route: GatewayRouteView): Outcome {
  const paths = route.rules.flatMap((rule) =>
    objectsOf(rule.fields.matches).flatMap(({ path }, index) =>
      isObject(path) && typeof path.value === 'string' ? [{ path: `${rule.path}.matches[${index}].path`, match: path }] : [],
    ),
  );
  if (paths.length === 0) {
    return NOT_APPLICABLE;
  }
  return paths.flatMap(({ path, match }): Violation[] => {
    const fault = match.type === undefined || ['Exact', 'PathPrefix'].includes(match.type) ? gatewayPathFault(match.value) : undefined;
    return fault === undefined
      ? []
      : [
          {
            manifest: route.manifest,
            path: `${path}.value`,
            value: match.value,
            message: `the API server rejects a path that ${fault}`,
            remedy: 'Write it as clients send it, such as /shop, or set type: RegularExpression if it is one.',
          },
        ];
  });
}
