/**
 * How the router picks a server for a request that no cookie leads to one.
 *
 * @see https://github.com/openshift/router/blob/master/images/router/haproxy/conf/haproxy-config.template
 */
export enum BalanceAlgorithm {
  /** Each server in turn. */
  ROUNDROBIN = 'roundrobin',
  /** The server with the fewest connections: for long sessions. */
  LEASTCONN = 'leastconn',
  /** A server that follows from the address of the client: sticky without cookies, as long as clients have addresses of their own. */
  SOURCE = 'source',
  /** Any server. */
  RANDOM = 'random',
}
