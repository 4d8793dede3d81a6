import type { Format } from './format';

/** The most characters of the value of a label, and of its key behind the domain. */
export const LONGEST_LABEL = 63;

const NAME = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const DOMAIN_LABEL = '[a-z0-9](?:[-a-z0-9]*[a-z0-9])?';
const PREFIX = `(?=[^/]{1,253}/)${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*/`;
const WORDS = 'a name of at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';

/**
 * The value of a label; the empty one is one.
 *
 * Source: `IsValidLabelValue` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const LABEL_VALUE: Format = {
  pattern: new RegExp(`^(?:${NAME})?$`),
  words: 'empty, or at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
};

/**
 * The value of a label that tells one thing from another, and so is not empty.
 *
 * Source: as for `LABEL_VALUE`.
 */
export const LABEL_VALUE_IN_USE: Format = {
  pattern: new RegExp(`^${NAME}$`),
  words: 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
};

/**
 * The key of a label, of a taint, of a node selector.
 *
 * Source: `IsQualifiedName` in Kubernetes' apimachinery/pkg/util/validation.
 */
export const LABEL_KEY: Format = {
  pattern: new RegExp(`^(?:${PREFIX})?${NAME}$`),
  words: `${WORDS}, if need be behind a domain and "/"`,
};

/**
 * The key of an annotation: that of a label, but upper-case letters in the domain pass too.
 *
 * Source: `ValidateAnnotations` in Kubernetes' apimachinery/pkg/api/validation: it lowers the key first.
 */
export const ANNOTATION_KEY: Format = { pattern: new RegExp(LABEL_KEY.pattern.source, 'i'), words: LABEL_KEY.words };

/**
 * The name of a resource that nodes offer beside CPU and memory.
 *
 * Source: `IsExtendedResourceName` in Kubernetes' pkg/apis/core/helper.
 */
export const EXTENDED_RESOURCE: Format = {
  pattern: new RegExp(`^${PREFIX}${NAME}$`),
  words: 'a domain, "/" and a name',
};

/**
 * A value with which the operators `Gt` and `Lt` of a node selector compare.
 *
 * Source: `NewRequirement` in Kubernetes' apimachinery/pkg/labels, which reads it with `ParseInt` of Go's strconv.
 */
export const INTEGER_TEXT: Format = { pattern: /^[-+]?\d+$/, words: 'one integer' };
