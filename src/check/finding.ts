import type { Severity } from '../audit';

/** What a rule found in the manifests of an app. */
export interface Finding {
  /** Stable kebab-case code of the rule. */
  readonly code: string;
  /** How much it matters: errors fail the synth, warnings are printed. */
  readonly severity: Severity;
  /** Path of the construct that the manifest comes from, e.g. `shop/web`. */
  readonly constructPath: string;
  /** Path of the field in the manifest, e.g. `spec.template.spec.readinessProbe`. */
  readonly manifestPath: string;
  /** Path, value, rule and what to do, in words. */
  readonly message: string;
}
