import { quantityValue } from '../../facts';
import { isObject } from '../../graph';

/** Amounts of resources by their names: CPU in thousandths of one, memory and storage in bytes, the others as they are counted. */
export type Amounts = Readonly<Record<string, number>>;

/** Digits behind the point that Kubernetes keeps of a quantity. */
const DIGITS = 9;
const MILLI = 1000;

/** An amount of a resource as the scheduler reckons with it; undefined: the text is no quantity. */
export function amountOf(resource: string, quantity: unknown): number | undefined {
  const value = quantityValue(quantity);
  return value === undefined ? undefined : roundedUp(resource === 'cpu' ? value * MILLI : value);
}

/** The next whole number, where the fraction is more than the error of reckoning in floating point. */
export function roundedUp(value: number): number {
  return Math.ceil(Number(value.toFixed(DIGITS - 3)));
}

/** A list of resources as Kubernetes writes it, as amounts; what is no quantity is left out. */
export function amountsOf(list: unknown): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const [resource, quantity] of Object.entries(isObject(list) ? list : {})) {
    const amount = amountOf(resource, quantity);
    if (amount !== undefined) {
      amounts[resource] = amount;
    }
  }
  return amounts;
}

/** The sum of amounts. */
export function sumOf(...lists: readonly Amounts[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const amounts of lists) {
    for (const resource of Object.keys(amounts)) {
      sum[resource] = (sum[resource] ?? 0) + amounts[resource];
    }
  }
  return sum;
}

/** The larger amount of each resource. */
export function largerOf(one: Amounts, other: Amounts): Record<string, number> {
  const larger: Record<string, number> = { ...one };
  for (const resource of Object.keys(other)) {
    larger[resource] = Math.max(larger[resource] ?? 0, other[resource]);
  }
  return larger;
}
