/**
 * Which hosts a Route serves.
 *
 * @see https://github.com/openshift/api/blob/master/route/v1/types.go
 */
export enum WildcardPolicy {
  /** Its host. */
  NONE = 'None',
  /**
   * Every host that shares the domain of its host: `www.acme.example` stands for all of `*.acme.example`, one label deep, not
   * for `acme.example` itself. The router rejects such Routes unless its IngressController has
   * `spec.routeAdmission.wildcardPolicy: WildcardsAllowed`.
   */
  SUBDOMAIN = 'Subdomain',
}
