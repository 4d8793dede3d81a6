/*
 * What readers of YAML take for something else than the text that cdk8s has written. It writes with the package `yaml`, for
 * readers of version 1.1, and these know more, or less, than that package does: Go's, with which kubectl, Argo CD and Flux read,
 * and PyYAML, with which Ansible reads.
 *
 * Sources: `is_printable`, `yaml_parser_scan_block_scalar_breaks` and `resolve` of go.yaml.in/yaml/v2 v2.4.2, which
 * sigs.k8s.io/yaml v1.6.0 brings; reader.py and scanner.py of PyYAML 6.0.3; stringifyString.js of yaml 2.9.1. `test/readers`
 * holds all of it against these readers.
 */

/** Characters that Go's reader refuses, in quotes too, and that are written as they are. */
export const REFUSED_IN_YAML = /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;

/** What ends a line in version 1.1, and nothing in 1.2. */
export const LINE_BREAK_OF_YAML_1_1 = /[\u0085\u2028\u2029]/;

/** Half of a surrogate pair: it is written as an escape that Go's reader refuses. */
export const LONE_SURROGATE = /[\ud800-\udfff]/u;

/**
 * Texts that have to be looked at closely: characters that not everybody takes, a tab in the first line with something in it,
 * spaces before the end of a line, words that only PyYAML knows. Any other text everybody reads alike, but for numbers.
 */
export const UNCOMMON_IN_YAML = /[\u007f-\u009f\u2028\u2029\ufffe\uffff\ud800-\udfff]|^[^\n]*\t|^\n+\t|[ \t]\n|^(?:=|<<)$/u;

/** Beginning with a digit or a sign, and written in a way that the package `yaml` knows of no number. */
const NUMBER_CANDIDATE = /^[-+\d][\w.+-]*_|^[-+]?0[oOXB]/;
const GO_INTEGER = /^(?:0[xX][\da-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9]\d*)$/;
const GO_FLOAT = /^(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/;

const GREATEST_INTEGER = 2 ** 64;

/** Whether Go's reader takes a text without quotes for a number that the package `yaml` takes for text. */
export function isNumberOfGo(text: string): boolean {
  if (!NUMBER_CANDIDATE.test(text)) {
    return false;
  }
  const digits = text.replace(/_/g, '').replace(/^[-+]/, '');
  return (GO_INTEGER.test(digits) && Number(digits) < GREATEST_INTEGER) || (GO_FLOAT.test(digits) && Number.isFinite(Number(digits)));
}

/**
 * A time without quotes to PyYAML and js-yaml, or a day in one digit: also one with a point and no fraction, or in a zone that
 * does not exist, which the package `yaml` takes for text.
 */
export const YAML_TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d):(\d\d)(?:\.\d*)?(?:[ \t]*(?:Z|[-+](\d\d?)(?::(\d\d))?))?)?$/;
