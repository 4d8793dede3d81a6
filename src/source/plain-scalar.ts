/**
 * What a word without quotes stands for in YAML as kubectl, Argo CD and Flux read it: with Go's YAML 1.1, where `yes`, `on` and
 * `y` are booleans and `0o17` and `017` are fifteen. A number that Go cannot hold, such as `1e400`, stays a text.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/goyaml.v2/resolve.go
 */
export function plainScalar(text: string): string | number | boolean | null {
  const first = text.charCodeAt(0);
  if (Number.isNaN(first)) {
    return null;
  }
  if (isDigit(first) || first === PLUS || first === MINUS) {
    return numberOf(text.replace(/_/g, '')) ?? INFINITIES.get(text) ?? text;
  }
  if (first === DOT) {
    return INFINITIES.get(text) ?? (FLOAT.test(text) ? finite(text) : undefined) ?? text;
  }
  const word = text.length <= LONGEST_WORD ? WORDS.get(text) : undefined;
  return word === undefined ? text : word;
}

/** The same in YAML 1.2, as editors read settings: `off` and `yes` are texts. */
export function plainSetting(text: string): string | number | boolean | null {
  const value = plainScalar(text);
  return typeof value === 'boolean' && !/^(true|false)$/i.test(text) ? text : value;
}

const PLUS = 43;
const MINUS = 45;
const DOT = 46;

const WORDS = new Map<string, boolean | null>([
  ...forms(true, 'y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'),
  ...forms(false, 'n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'),
  ...forms(null, '~', 'null', 'Null', 'NULL'),
]);
const LONGEST_WORD = 5;

const INFINITIES = new Map<string, number>([
  ...forms(Number.POSITIVE_INFINITY, '.inf', '.Inf', '.INF', '+.inf', '+.Inf', '+.INF'),
  ...forms(Number.NEGATIVE_INFINITY, '-.inf', '-.Inf', '-.INF'),
  ...forms(Number.NaN, '.nan', '.NaN', '.NAN'),
]);

const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const DECIMAL = /^[-+]?[1-9]\d*$/;
/** Integers with a base, as Go reads them with base 0. */
const BASED = /^([-+]?)0(?:[xX]([0-9a-fA-F]+)|[oO]?([0-7]+)|[bB]([01]+))$/;
/** Go holds integers in 64 bits; longer ones are read as floats, or as texts. */
const LARGEST_INTEGER = 2n ** 64n - 1n;

function forms<Value>(value: Value, ...texts: readonly string[]): [string, Value][] {
  return texts.map((text) => [text, value]);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The number that digits stand for; undefined: none. */
function numberOf(text: string): number | undefined {
  if (DECIMAL.test(text)) {
    return finite(text);
  }
  const [, sign, hexadecimal, octal, binary] = BASED.exec(text) ?? [];
  if (sign !== undefined) {
    const value = BigInt(hexadecimal === undefined ? (octal === undefined ? `0b${binary}` : `0o${octal}`) : `0x${hexadecimal}`);
    if (value <= LARGEST_INTEGER) {
      return (sign === '-' ? -1 : 1) * Number(value) + 0;
    }
  }
  return FLOAT.test(text) ? finite(text) : undefined;
}

function finite(text: string): number | undefined {
  const value = Number(text);
  return Number.isFinite(value) ? value + 0 : undefined;
}
