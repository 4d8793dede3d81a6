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
  if (hasTooManyWays(path)) {
    return undefined;
  }
  const isMeant = !path.includes('\\') && expression.exec(requestBelow(path))?.[1] === restBelow(path, target);
  return isMeant ? undefined : 'misread';
}

/** With so many choices a match is found soon, if there is one or not. */
const MOST_CHOICES = 3;
const LONGEST_WITH_CHOICES = 256;
const CHOICE = /[*+?|]|\{\d/g;
const REPEATED_GROUP = /\)[*+?{]/;

/**
 * Whether a path, as a regular expression, has so many ways to match that trying them all may take for ever. Its author means one, and
 * what it does on the way is not known.
 */
function hasTooManyWays(path: string): boolean {
  const choices = path.match(CHOICE)?.length ?? 0;
  return choices > 0 && (choices > MOST_CHOICES || path.length > LONGEST_WITH_CHOICES || (choices > 1 && REPEATED_GROUP.test(path)));
}

/** A request for something below a path. */
export function requestBelow(path: string): string {
  return `${path.replace(/\/$/, '')}/cart`;
}

/** The path in which a request below the path of a Route reaches the guest, if both texts stand for themselves. */
export function rewrittenRequest(path: string, target: string): string {
  return `${target}${restBelow(path, target) ?? ''}`;
}

/** The part of a rewrite target that the router takes: what stands behind a number sign is a comment to it. */
export function rewriteTargetBeforeComment(target: string): string {
  return /^(?:\\.|[^\\#])*/s.exec(target)?.[0] ?? target;
}

/** What stands behind a path in a request below it, if its text stands for itself; undefined: without its line ends it is another one. */
function restBelow(path: string, target: string): string | undefined {
  const [request, oneLine] = [requestBelow(path), withoutLineEnds(path)];
  const rest = request.startsWith(oneLine) ? request.slice(oneLine.length) : undefined;
  return target === '/' ? rest?.replace(/^\//, '') : rest;
}

function withoutLineEnds(path: string): string {
  return path.replace(/[\r\n]/g, '');
}

/** The regular expression that HAProxy compiles; undefined when it is none. */
function expressionOf(path: string, target: string): RegExp | undefined {
  const oneLine = withoutLineEnds(path);
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
