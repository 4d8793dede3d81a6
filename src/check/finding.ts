import type { Stage } from '../admission/stage';
import type { RuleCategory, Severity } from '../audit';
import type { Fix } from '../audit/custom/custom-rule';

/** What is wrong with a manifest of an app. */
export interface Finding {
  /** Stable kebab-case code: of a rule, or `manifest-not-rendered`, `patch-lost` or `key-lost` when the manifest is not
   * what was written. */
  readonly code: string;
  /** How much it matters: errors fail the synth, warnings are printed. */
  readonly severity: Severity;
  /**
   * When it strikes: when the object is applied, when the VM starts, or when it runs. Every error about a manifest has one. Not set:
   * it is a weakness, or there is no manifest that could be judged.
   */
  readonly stage?: Stage;
  /** What the rule is about. */
  readonly category: RuleCategory;
  /** The object that has to change. */
  readonly object: ObjectReference;
  /** Path of the construct that the manifest comes from, e.g. `shop/web`. */
  readonly constructPath: string;
  /**
   * Keys and indices that lead to the field in the manifest, or to where it would be, e.g. `['spec', 'template', 'spec',
   * 'volumes', 0]`; empty: the manifest as a whole.
   */
  readonly path: any[];
  /** The path in text, e.g. `spec.template.spec.volumes[0]`; empty: the manifest as a whole. */
  readonly manifestPath: string;
  /** The value that stands there, secrets included: for programs, not for logs. Not set: the field is not. */
  readonly value?: any;
  /** The value as it may be shown, shortened, secrets left out. */
  readonly shownValue: string;
  /** What is wrong with it and what it leads to. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Path, value, what is wrong, what to do, the stage and the code, in one text. */
  readonly text: string;
  /** Addresses of the sources of the rule. */
  readonly references: string[];
  /** The change that mends it; not set: the right value is not certain. */
  readonly fix?: Fix;
  /**
   * How many further findings of the same code about the same object it stands for, in place of a finding for each: a hundred are told
   * one by one. Its path is what their paths have in common. Not set: it stands for itself.
   */
  readonly more?: number;
  /** Why and until when it is accepted; not set: it counts. */
  readonly acknowledgement?: Acknowledgement;
}

/** Which object a finding is about. */
export interface ObjectReference {
  /** Such as `kubevirt.io/v1`. */
  readonly apiVersion: string;
  /** Such as `VirtualMachine`. */
  readonly kind: string;
  /** Not set: it is left to whoever applies the manifest, or the kind has none. */
  readonly namespace?: string;
  /** Not set: the manifest has none. */
  readonly name?: string;
}

/** A finding that is accepted, and why. */
export interface Acknowledgement {
  /** Code of the rule whose findings are accepted, e.g. `live-migrate-blocked`. */
  readonly rule: string;
  /** Why that is right here: for whoever reads it in a year. */
  readonly reason: string;
  /**
   * The last day on which it holds (UTC), e.g. `2027-01-31`. From the next day on the findings count again.
   *
   * @default - it holds for ever
   */
  readonly until?: string;
}
