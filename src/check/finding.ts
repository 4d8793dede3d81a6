import type { Severity } from '../audit';

/** What is wrong with a manifest of an app. */
export interface Finding {
  /** Stable kebab-case code: of a rule, or `manifest-not-rendered` or `patch-lost` when the manifest is not what was written. */
  readonly code: string;
  /** How much it matters: errors fail the synth, warnings are printed. */
  readonly severity: Severity;
  /** Path of the construct that the manifest comes from, e.g. `shop/web`. */
  readonly constructPath: string;
  /** Path of the field in the manifest, e.g. `spec.template.spec.readinessProbe`; empty: the manifest as a whole. */
  readonly manifestPath: string;
  /** Path, value, rule and what to do, in words. */
  readonly message: string;
}
