const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))([eE][+-]?\d+|[KMGTPE]i|[numkMGTPE])?$/;
const DECIMAL: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
};
const BINARY = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** A Kubernetes quantity as a number; undefined when it is not one. */
export function quantityValue(quantity: unknown): number | undefined {
  if (typeof quantity === 'number') {
    return quantity;
  }
  const match = typeof quantity === 'string' ? QUANTITY.exec(quantity) : null;
  if (match === null) {
    return undefined;
  }
  return Number(match[1]) * factor(match[2]);
}

/**
 * The quantity that was certainly meant by something that is none: `4 Gi`, `4gi` and `4GiB`, or a number with a fraction. Undefined: nobody
 * knows, as for `4g`, which some take for powers of 2.
 */
export function meantQuantity(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) {
    return Number.isInteger(value * 1000) ? `${value * 1000}m` : String(value);
  }
  const text = typeof value === 'string' ? value.trim().replace(/^([\d.]+)\s+(?=[a-z]+$)/i, '$1') : '';
  const [, number, power] = /^(\d+(?:\.\d+)?)([kmgtpe])ib?$/i.exec(text) ?? [];
  const meant = number === undefined ? text : `${number}${power.toUpperCase()}i`;
  return quantityValue(meant) === undefined ? undefined : meant;
}

function factor(suffix: string | undefined): number {
  if (suffix === undefined) {
    return 1;
  }
  const power = BINARY.indexOf(suffix);
  if (power >= 0) {
    return 1024 ** (power + 1);
  }
  return DECIMAL[suffix] ?? Number(`1${suffix}`);
}
