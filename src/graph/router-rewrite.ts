/**
 * What the router makes of `rewrite-target`. It writes the path of the Route into HAProxy's configuration as a regular
 * expression, without escaping it, and the target as what takes the place of the match.
 *
 * Source: the template of the router and pkg/router/template/util/rewritetarget.
 */

/** Rewrite targets that reach the guest as they stand: printable ASCII without quotes, backslash, number sign and doubled `%`. */
export const REWRITE_TARGET = /^\/(?!.*%%)[!$-&(-[\]-~]*$/;

/** Paths of Routes that requests can have, and that OpenShift takes. */
export const ROUTE_PATH = /^\/[!"$->@-~]*$/;

/** What is wrong with a path of a Route that has a rewrite target. */
export type RewritePathFault =
  /** It is no regular expression: HAProxy refuses its whole configuration. */
  | 'refused'
  /** It is one that means something else than the path. */
  | 'misread';

/** What becomes of a path beside a rewrite target; undefined: what it says. */
export function rewritePathFault(path: string, target: string): RewritePathFault | undefined {
  const expression = expressionOf(path, target);
  if (expression === undefined) {
    return 'refused';
  }
  const request = requestBelow(path);
  const isMeant = !path.includes('\\') && expression.exec(request)?.[1] === plainExpressionOf(path, target).exec(request)?.[1];
  return isMeant ? undefined : 'misread';
}

/** A request for something below a path. */
export function requestBelow(path: string): string {
  return `${path.replace(/\/$/, '')}/cart`;
}

/** The path in which a request below the path of a Route reaches the guest, if both texts stand for themselves. */
export function rewrittenRequest(path: string, target: string): string {
  const rest = plainExpressionOf(path, target).exec(requestBelow(path))?.[1] ?? '';
  return `${target}${rest}`;
}

/** The part of a rewrite target that the router takes: what stands behind a number sign is a comment to it. */
export function rewriteTargetBeforeComment(target: string): string {
  return /^(?:\\.|[^\\#])*/s.exec(target)?.[0] ?? target;
}

function plainExpressionOf(path: string, target: string): RegExp {
  return expressionOf(path.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'), target) as RegExp;
}

/** The regular expression that HAProxy compiles; undefined when it is none. */
function expressionOf(path: string, target: string): RegExp | undefined {
  const oneLine = path.replace(/[\r\n]/g, '');
  try {
    return new RegExp(`^${likePcre(oneLine)}${target === '/' ? '/?' : ''}(.*)$`, 's');
  } catch {
    // PCRE knows groups of more kinds, and a question mark is in no path anyway.
    return oneLine.includes('(?') ? NOTHING : undefined;
  }
}

const NOTHING = /$^()/;

/** PCRE has quantifiers that give nothing back, such as in `c++`, and a bracket that follows the opening one belongs to its set. */
function likePcre(expression: string): string {
  return expression.replace(/([*+?}])\+/g, '$1').replace(/\[(\^?)\]/g, '[$1\\]');
}
