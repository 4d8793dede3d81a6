const ROUTER = 'https://github.com/openshift/router/blob/master';
const LIBRARY_GO = 'https://github.com/openshift/library-go/blob/master';

/** Template of the configuration of the router: which annotations it reads and what it makes of them. */
export const ROUTER_TEMPLATE = `${ROUTER}/images/router/haproxy/conf/haproxy-config.template`;

/** How the router reads values of annotations and picks endpoints. */
export const ROUTER_TEMPLATE_HELPERS = `${ROUTER}/pkg/router/template/template_helper.go`;

/** How the router turns Routes into backends. */
export const ROUTER_BACKENDS = `${ROUTER}/pkg/router/template/router.go`;

/** What the router checks of certificates before it serves a Route. */
export const ROUTER_VALIDATION = `${ROUTER}/pkg/router/routeapihelpers/validation.go`;

/** Which of several Routes with one host the router serves. */
export const ROUTER_UNIQUE_HOST = `${ROUTER}/pkg/router/controller/unique_host.go`;

/** What the API server checks of Routes. */
export const ROUTE_VALIDATION = `${LIBRARY_GO}/pkg/route/validation/validation.go`;

/** How the API server makes up the host of a Route. */
export const ROUTE_HOST_ASSIGNMENT = `${LIBRARY_GO}/pkg/route/hostassignment/assignment.go`;

/** The fields of a Route and their CEL rules. */
export const ROUTE_TYPES = 'https://github.com/openshift/api/blob/master/route/v1/types.go';

/** The fields of an IngressController and their CEL rules. */
export const INGRESS_CONTROLLER_TYPES = 'https://github.com/openshift/api/blob/master/operator/v1/types_ingresscontroller.go';

/** Documentation of the annotations of Routes. */
export const ROUTE_ANNOTATIONS =
  'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-routes';

/** What publishNotReadyAddresses does. */
export const SERVICE_API = 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/';

/** What an Ingress says of the port of a Service. */
export const INGRESS_API = 'https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ingress-v1/';

/** What the API server checks of Services. */
export const SERVICE_VALIDATION = 'https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go';

/** Which addresses a load balancer lets through, and that all is the default. */
export const LOAD_BALANCER_SOURCE_RANGES =
  'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/cloud-provider/service/helpers/helper.go';

/** How clouds are told to make an internal load balancer. */
export const INTERNAL_LOAD_BALANCERS = 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer';

/** What NodePort opens. */
export const NODE_PORTS = 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport';

/** The registry of port numbers. */
export const PORT_NUMBERS = 'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml';

/** That externalIPs are deprecated, and why. */
export const EXTERNAL_IPS_DEPRECATED =
  'https://kubernetes.io/blog/2026/05/14/kubernetes-v1-36-deprecation-and-removal-of-service-externalips/';

/** What somebody can do with externalIPs. */
export const EXTERNAL_IPS_VULNERABILITY = 'https://github.com/kubernetes/kubernetes/issues/97076';

/** Who may set externalIPs on OpenShift. */
export const OPENSHIFT_EXTERNAL_IPS =
  'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/ingress_and_load_balancing/configuring-ingress-cluster-traffic#configuring-externalip';

/** Who is shut out by an allowlist of ingress-nginx. */
export const NGINX_ALLOWLIST =
  'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/#whitelist-source-range';

/** When ingress-nginx redirects to HTTPS. */
export const NGINX_REDIRECT = 'https://kubernetes.github.io/ingress-nginx/user-guide/tls/#server-side-https-enforcement-through-redirect';

/** When HAProxy Ingress redirects to HTTPS. */
export const HAPROXY_INGRESS_REDIRECT = 'https://haproxy-ingress.github.io/docs/configuration/keys/#ssl-redirect';

/** Policies that administrators put above those of a namespace. */
export const ADMIN_NETWORK_POLICIES = 'https://network-policy-api.sigs.k8s.io/api-overview/';

/** Sticky cookies of ingress-nginx. */
export const NGINX_AFFINITY = 'https://kubernetes.github.io/ingress-nginx/examples/affinity/cookie/';

/** Sticky cookies of HAProxy Ingress. */
export const HAPROXY_INGRESS_AFFINITY = 'https://haproxy-ingress.github.io/docs/configuration/keys/#affinity';

/** Sticky cookies of the HAProxy Kubernetes Ingress Controller. */
export const HAPROXY_TECHNOLOGIES_COOKIE =
  'https://github.com/haproxytech/kubernetes-ingress/blob/master/documentation/annotations.md#cookie-persistence';

/** The annotations of Traefik, on Ingresses and on Services. */
export const TRAEFIK_ANNOTATIONS = 'https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/';

/** The fields of routes of the Gateway API. */
export const GATEWAY_API = 'https://gateway-api.sigs.k8s.io/reference/spec/';

/** Session persistence in the Gateway API. */
export const GATEWAY_SESSION_PERSISTENCE = 'https://gateway-api.sigs.k8s.io/geps/gep-1619/';

/** The fields of a BackendTLSPolicy and their CEL rules. */
export const BACKEND_TLS_POLICY = 'https://github.com/kubernetes-sigs/gateway-api/blob/v1.6.1/apis/v1/backendtlspolicy_types.go';

/** What network policies let in, and that the node of a pod always gets through to it. */
export const NETWORK_POLICIES = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

/** How network policies let in the routers of OpenShift. */
export const OPENSHIFT_NETWORK_POLICIES =
  'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/network_security/network-policy';
