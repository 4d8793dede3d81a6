/** Bounds of a number, both inclusive. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** Whether the value is a whole number within the bounds. */
export function isWithin(value: unknown, { min, max }: Bounds): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
}
