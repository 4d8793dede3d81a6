import type { Arguments } from '../errors';
import { REWRITE_TARGET, RouterAnnotation } from '../graph';
import type { HstsPolicy } from './hsts-policy';
import type { RouteHttpOptions } from './route-http-options';

/** What the router does with requests and responses, as annotations. */
export function httpAnnotations(args: Arguments, options: RouteHttpOptions): Record<string, string | undefined> {
  return {
    [RouterAnnotation.HSTS_HEADER]: hstsHeader(args, options.hsts),
    [RouterAnnotation.REWRITE_TARGET]: rewriteTarget(args, options.rewriteTarget),
    [RouterAnnotation.SET_FORWARDED_HEADERS]: options.forwardedHeaders,
    [RouterAnnotation.ADJUST_CASE]: options.adjustHeaderCase === true ? 'true' : undefined,
  };
}

function hstsHeader(args: Arguments, policy: HstsPolicy | undefined): string | undefined {
  if (policy === undefined) {
    return undefined;
  }
  const directives = [
    `max-age=${args.seconds('hsts.maxAge', policy.maxAge)}`,
    ...(policy.includeSubDomains === true ? ['includeSubDomains'] : []),
    ...(policy.preload === true ? ['preload'] : []),
  ];
  return directives.join(';');
}

function rewriteTarget(args: Arguments, path: string | undefined): string | undefined {
  const rule =
    'a path begins with "/" and has only printable ASCII characters; the router drops quotes and backslashes, and cuts it off at a "#"';
  const remedy = 'Pass a path such as "/" or "/api", with other characters as they are encoded in URLs.';
  return args.matching('rewriteTarget', path, REWRITE_TARGET, rule, remedy, 'rewrite-target-invalid');
}
