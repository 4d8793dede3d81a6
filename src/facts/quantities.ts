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
