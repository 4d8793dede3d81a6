import type { ApiObjectMetadata } from 'cdk8s';
import type { Resource } from 'cdk8s-plus-27';
import type { Arguments } from '../errors';
import { gatewayPathFault, LONGEST_GATEWAY_PATH } from '../facts';
import { type HTTPRouteRule, KubeHTTPRoute, type SessionPersistence } from '../imports';
import { gatewayDuration } from './gateway-duration';
import { backendReferences, parentReferences } from './gateway-route-fields';
import type { HttpRouteProps } from './http-route-props';

/** The HTTPRoute of a construct. */
export function httpRouteObject(
  owner: Resource,
  args: Arguments,
  props: HttpRouteProps,
  metadata: ApiObjectMetadata | undefined,
  sessionPersistence?: SessionPersistence,
): KubeHTTPRoute {
  const rule: HTTPRouteRule = {
    matches: pathMatch(args, props.path),
    backendRefs: backendReferences(args, props.backends),
    timeouts: props.timeout && { request: gatewayDuration(args, 'timeout', props.timeout) },
    sessionPersistence,
  };
  return new KubeHTTPRoute(owner, 'Resource', {
    metadata,
    spec: { parentRefs: parentReferences(args, props.gateways), hostnames: props.hostnames, rules: [rule] },
  });
}

function pathMatch(args: Arguments, path = '/'): HTTPRouteRule['matches'] {
  if (gatewayPathFault(String(path)) !== undefined || path.length > LONGEST_GATEWAY_PATH) {
    const rule = 'a path begins with "/" and has only characters of a URL path, without "//", "/./" and "/../"';
    args.refuse('gateway-path-invalid', 'path', JSON.stringify(path), rule, 'Pass a path such as "/shop".');
  }
  return [{ path: { type: 'PathPrefix', value: path } }];
}
