import type { Format } from './format';

/**
 * The name of a cookie that controllers of Ingresses and of the Gateway API give out.
 *
 * Source: part of the tokens of RFC 6265, at most as long as `sessionName` in the CRD of HTTPRoute.
 */
export const COOKIE_NAME: Format = {
  pattern: /^[\w.-]{1,128}$/,
  words: '1 to 128 letters, digits, "_", "-" or "."',
};

/**
 * The name of a cookie that the OpenShift router gives out.
 *
 * Source: the check of `router.openshift.io/cookie_name` in the router's haproxy-config.template.
 */
export const ROUTER_COOKIE_NAME: Format = { pattern: /^[a-zA-Z0-9_-]+$/, words: 'letters, digits, "_" and "-"' };
