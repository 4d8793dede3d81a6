/** A quantity taken apart: sign, digits before and after the point, and what it is a multiple of. */
const PARTS = /^([+-]?)(\d*)(?:\.(\d*))?(?:([KMGTPE]i)|([numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;
const DECIMAL_SUFFIXES = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const BINARY_SUFFIXES = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const NANO_DIGITS = 9;
const NANO = 10n ** BigInt(NANO_DIGITS);
const THOUSAND = 1000n;
const KIBI = 1024n;

/**
 * A quantity as Kubernetes writes it back: without a fraction, with the largest suffix that allows it. `1024Mi` is `1Gi`, `0.5` is `500m`
 * and the number 2 is `"2"`. Whoever reads a manifest into Go's types and writes it again, as KubeVirt's webhook does with each VM, stores
 * this. Undefined: it is no quantity, or one with more digits than Kubernetes keeps.
 *
 * @see https://github.com/kubernetes/apimachinery/blob/v0.34.2/pkg/api/resource/quantity.go
 */
export function canonicalQuantity(quantity: unknown): string | undefined {
  const text = typeof quantity === 'number' ? String(quantity) : quantity;
  const parts = typeof text === 'string' ? PARTS.exec(text) : null;
  if (parts === null) {
    return undefined;
  }
  const [, sign, whole, fraction = '', binary, decimal, exponent] = parts;
  if (whole + fraction === '') {
    return undefined;
  }
  const nanos = scaled(BigInt(whole + fraction), fraction.length, { binary, decimal, exponent });
  if (nanos === undefined) {
    return undefined;
  }
  const written = exponent === undefined ? suffixed(nanos, binary !== undefined) : exponential(nanos);
  return sign === '-' && written !== '0' ? `-${written}` : written;
}

/** In billionths; undefined where Kubernetes would round. */
function scaled(
  digits: bigint,
  decimals: number,
  { binary, decimal = '', exponent }: { readonly binary?: string; readonly decimal?: string; readonly exponent?: string },
): bigint | undefined {
  const power = exponent === undefined ? 3 * (DECIMAL_SUFFIXES.indexOf(decimal) - DECIMAL_SUFFIXES.indexOf('')) : Number(exponent);
  const factor = binary === undefined ? 1n : KIBI ** BigInt(BINARY_SUFFIXES.indexOf(binary));
  const shift = NANO_DIGITS + power - decimals;
  const value = digits * factor;
  if (shift >= 0) {
    return value * 10n ** BigInt(shift);
  }
  const divisor = 10n ** BigInt(-shift);
  return value % divisor === 0n ? value / divisor : undefined;
}

function suffixed(nanos: bigint, isBinary: boolean): string {
  return isBinary && nanos % NANO === 0n && nanos / NANO >= KIBI ? powersOf(KIBI, nanos / NANO, BINARY_SUFFIXES) : decimalOf(nanos);
}

function decimalOf(nanos: bigint): string {
  return powersOf(THOUSAND, nanos, DECIMAL_SUFFIXES);
}

function exponential(nanos: bigint): string {
  const { value, power } = reduced(THOUSAND, nanos, DECIMAL_SUFFIXES.length - 1);
  const exponent = 3 * power - NANO_DIGITS;
  return nanos === 0n || exponent === 0 ? String(value) : `${value}e${exponent}`;
}

function powersOf(base: bigint, amount: bigint, suffixes: readonly string[]): string {
  const { value, power } = reduced(base, amount, suffixes.length - 1);
  return amount === 0n ? '0' : `${value}${suffixes[power]}`;
}

function reduced(base: bigint, amount: bigint, most: number): { readonly value: bigint; readonly power: number } {
  let value = amount;
  let power = 0;
  while (power < most && value !== 0n && value % base === 0n) {
    value /= base;
    power += 1;
  }
  return { value, power };
}
