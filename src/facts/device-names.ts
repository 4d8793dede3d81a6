import type { Format } from './format';

/**
 * The name of a port of a pod or VM, in RFC 6335 the name of a service.
 *
 * Source: `IsValidPortName` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const PORT_NAME: Format = {
  pattern: /^(?=.{1,15}$)(?=.*[a-z])[a-z0-9]+(?:-[a-z0-9]+)*$/,
  words: 'a port name: at most 15 lower-case letters, digits and single dashes, with at least one letter',
};

/**
 * The name of an interface of a VM.
 *
 * Source: `validateInterfaceNameFormat` in KubeVirt's pkg/network/admitter.
 */
export const INTERFACE_NAME: Format = {
  pattern: /^[A-Za-z0-9_-]+$/,
  words: 'made of letters, digits, dashes and underscores',
};
