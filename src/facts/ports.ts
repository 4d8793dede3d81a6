import type { Bounds } from './bounds';
import type { Format } from './format';

/** The numbers of ports, of TCP and UDP alike. */
export const PORTS: Bounds = { min: 1, max: 65_535 };

/**
 * The name of a port of a pod or VM, in RFC 6335 the name of a service. The port of a Service is named by a DNS label.
 *
 * Source: `IsValidPortName` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const PORT_NAME: Format = {
  pattern: /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/,
  words: 'a port name: at most 15 lower-case letters, digits and single dashes, with at least one letter',
};

const DIGITS = /^\d+$/;

/** Whether a port is said by its name, not by its number: digits in quotes are a number still. */
export function isPortName(port: unknown): port is string {
  return typeof port === 'string' && !DIGITS.test(port);
}

/** The ports on which web servers speak plain HTTP and TLS, as IANA has assigned them. */
export const HTTP_PORT = 80;
export const HTTPS_PORT = 443;
