import type { Format } from './format';

/** The most characters between two dots of a DNS name. */
export const LONGEST_DNS_LABEL = 63;

/** The most characters of a DNS name, and of the name of most objects. */
export const LONGEST_DNS_NAME = 253;

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';

/**
 * RFC 1123 label: the name of a disk, of a port of a Service, of a namespace, the host name of a VM.
 *
 * Source: `IsDNS1123Label` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const DNS_LABEL: Format = {
  pattern: /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
  words: 'a DNS label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
};

/**
 * RFC 1035 label: the name of a Service, which must not begin with a digit before Kubernetes 1.36.
 *
 * Source: `IsDNS1035Label` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const DNS_1035_LABEL: Format = {
  pattern: /^[a-z](?:[-a-z0-9]{0,61}[a-z0-9])?$/,
  words: 'a DNS label: at most 63 lower-case letters, digits and dashes, with a letter first and a letter or digit last',
};

/**
 * RFC 1123 subdomain: the name of most objects. The API server bounds the whole, not the parts between dots.
 *
 * Source: `IsDNS1123Subdomain` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const DNS_SUBDOMAIN: Format = {
  pattern: new RegExp(`^(?=.{1,${LONGEST_DNS_NAME}}$)${LABEL}(?:\\.${LABEL})*$`),
  words: `a DNS subdomain: DNS labels joined by dots, at most ${LONGEST_DNS_NAME} characters`,
};

const HOST_LABEL = '[A-Za-z0-9](?:[-A-Za-z0-9]{0,61}[A-Za-z0-9])?';

/**
 * A name that DNS resolves, in lower case: the host of a Route or an Ingress. Other than of a subdomain, each label is
 * bounded too.
 *
 * Source: RFC 1035, and `ValidateHost` of OpenShift's library-go for Routes.
 */
export const HOST: Format = {
  pattern: new RegExp(`^(?=.{1,${LONGEST_DNS_NAME}}$)(?!.*[A-Z])${HOST_LABEL}(?:\\.${HOST_LABEL})*$`),
  words: `labels of at most ${LONGEST_DNS_LABEL} lower-case letters, digits or "-" between dots, and at most ${LONGEST_DNS_NAME} characters`,
};

/**
 * The name that a guest gives itself, in which capitals pass.
 *
 * Source: RFC 952 and RFC 1123, and hostname(7) of Linux.
 */
export const GUEST_HOST_NAME: Format = {
  pattern: new RegExp(`^${HOST_LABEL}(?:\\.${HOST_LABEL})*$`),
  words: 'labels of 1 to 63 letters, digits or "-", joined by dots',
};
