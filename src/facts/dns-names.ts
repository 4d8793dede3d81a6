import type { Format } from './format';

const LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';

/**
 * RFC 1123 label: the name of a disk, of a port of a Service, of a namespace, the host name of a VM.
 *
 * Source: `IsDNS1123Label` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const DNS_LABEL: Format = {
  pattern: new RegExp(`^(?=.{1,63}$)${LABEL}$`),
  words: 'a DNS label: at most 63 lower-case letters, digits and dashes, with a letter or digit at both ends',
};

/**
 * RFC 1035 label: the name of a Service, which must not begin with a digit.
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
  pattern: new RegExp(`^(?=.{1,253}$)${LABEL}(?:\\.${LABEL})*$`),
  words: 'a DNS subdomain: DNS labels joined by dots, at most 253 characters',
};
