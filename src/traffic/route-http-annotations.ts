import type { Arguments } from '../errors';
import { RouterAnnotation } from '../graph';
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
  const rule = 'the router reads one line that begins with "/" and cuts it off at a "#"';
  return args.matching('rewriteTarget', path, /^\/[^#\r\n]*$/, rule, 'Pass a path such as "/" or "/api".', 'rewrite-target-invalid');
}
