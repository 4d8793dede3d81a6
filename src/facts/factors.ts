import type { Bounds } from './bounds';

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const UNDERSCORE_IN_NUMBER = /(?<=\d)_(?=\d)/g;
const DECIMAL_PLACES = 3;
const TOLERANCE = 1e-9;

/** Bounds of a factor: the least may be left out. */
export interface FactorBounds extends Bounds {
  readonly moreThanLeast?: boolean;
}

/**
 * The factors by which KubeVirt tells a migration that stalls from one that is slow.
 *
 * Source: `MigrationPolicyAdmitter` in KubeVirt's pkg/virt-api/webhooks/validating-webhook/admitters/migrationpolicy-admitter.go.
 */
export const STALL_FACTORS: Readonly<Record<string, FactorBounds>> = {
  ewmaAlpha: { min: 0, max: 1, moreThanLeast: true },
  precopyPossibleFactor: { min: 1, max: Number.MAX_VALUE },
  patienceWindowDecayFactor: { min: 0, max: 1 },
  completionTimeoutFactor: { min: 1, max: Number.MAX_VALUE },
};

/**
 * The number that a text stands for, in decimal digits; undefined: Go cannot read it.
 *
 * Source: `ParseFloat` of Go's strconv.
 */
export function floatValue(text: string): number | undefined {
  const digits = text.replace(UNDERSCORE_IN_NUMBER, '');
  return DECIMAL.test(digits) && Number.isFinite(Number(digits)) ? Number(digits) : undefined;
}

/**
 * The number that a factor stands for; undefined: KubeVirt cannot read it. There may be spaces around it.
 *
 * Source: `ParseFactor` in KubeVirt's pkg/virt-config/virt-config.go.
 */
export function factorValue(text: string): number | undefined {
  const value = floatValue(text.trim());
  const isExact = value !== undefined && Math.abs(value - Number(value.toFixed(DECIMAL_PLACES))) <= TOLERANCE;
  return isExact ? value : undefined;
}

/** Whether a factor is within its bounds. */
export function isFactorWithin(value: number, { min, max, moreThanLeast = false }: FactorBounds): boolean {
  return (moreThanLeast ? value > min : value >= min) && value <= max;
}
