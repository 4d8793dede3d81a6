import { GATEWAY_API } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { type GatewayRouteView, type GatewayRuleView, gatewayFilters, httpRoutes, isObject } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

export const gatewayPathReplacementInvalid: Rule<GatewayRouteView> = {
  id: 'gateway-path-replacement-invalid',
  title: 'A path that an HTTPRoute replaces is said in the way that its type asks for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'A redirect or a rewrite replaces the full path or a prefix: the type says which, and the field of that name has the text. A prefix can be replaced only where the rule has exactly one match, by PathPrefix. The API server rejects anything else.',
  remediation: 'Set the field that belongs to the type, and match one PathPrefix in the rule.',
  references: [GATEWAY_API],
  mentions: ['filters'],
  subjects: httpRoutes,
  evaluate,
};

const FIELDS: ReadonlyMap<string, string> = new Map([
  ['ReplaceFullPath', 'replaceFullPath'],
  ['ReplacePrefixMatch', 'replacePrefixMatch'],
]);

function evaluate(route: GatewayRouteView): Outcome {
  const replacements = gatewayFilters(route).flatMap(({ rule, filters }) =>
    filters.flatMap(({ path, fields }) =>
      ['requestRedirect', 'urlRewrite']
        .filter((name) => isObject(fields[name]) && isObject(fields[name].path))
        .map((name) => ({ rule, path: `${path}.${name}.path`, replacement: fields[name].path })),
    ),
  );
  return replacements.length === 0
    ? NOT_APPLICABLE
    : replacements.flatMap(({ rule, path, replacement }) => violations(route, rule, path, replacement));
}

function violations({ manifest }: GatewayRouteView, rule: GatewayRuleView, path: string, replacement: Record<string, any>): Violation[] {
  const { type } = replacement;
  const own = FIELDS.get(type);
  if (own === undefined) {
    return [];
  }
  if (replacement[own] === undefined) {
    const message = `the API server rejects a replacement of the type ${type} without it`;
    return [{ manifest, path: `${path}.${own}`, message, remedy: 'Set it, or change the type.' }];
  }
  const other = [...FIELDS.values()].find((field) => field !== own && replacement[field] !== undefined);
  if (other !== undefined) {
    const message = `the type is ${type}, and the API server rejects the field of the other type`;
    return [{ manifest, path: `${path}.${other}`, value: replacement[other], message, remedy: 'Remove it, or change the type.' }];
  }
  if (type === 'ReplacePrefixMatch' && !matchesOnePrefix(rule)) {
    const message = `${rule.path} does not have exactly one match by PathPrefix, so that there is no prefix to replace, and the API server rejects it`;
    return [
      { manifest, path: `${path}.type`, value: type, message, remedy: 'Give the rule one match by PathPrefix, or use ReplaceFullPath.' },
    ];
  }
  return [];
}

/** Without matches, without path and without type the defaults say PathPrefix. */
function matchesOnePrefix({ fields: { matches } }: GatewayRuleView): boolean {
  if (!Array.isArray(matches)) {
    return true;
  }
  return matches.length === 1 && (matches[0]?.path?.type ?? 'PathPrefix') === 'PathPrefix';
}
