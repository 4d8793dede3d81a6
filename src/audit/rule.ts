import type { AdmissionContext } from '../admission';
import type { Stage } from '../admission/stage';
import type { PatchOperation } from '../facts';
import type { Manifest, ManifestGraph } from '../graph';
import type { Category } from './category';
import type { Severity } from './severity';

/** What a rule may look at beside its subject. */
export interface RuleContext extends AdmissionContext {
  /** What options of rules are set to, by the ids of the rules and the names of the options. */
  readonly options?: RuleOptions;
}

/** What options of rules are set to. */
export type RuleOptions = ReadonlyMap<string, Readonly<Record<string, number>>>;

/** A bound of a rule that a team may set. */
export interface RuleOption {
  /** What it is, with its unit. */
  readonly description: string;
  /** What it is where nobody says. */
  readonly default: number;
  /** No smaller number makes sense. */
  readonly minimum: number;
}

/** What an option of a rule is set to. */
export function optionOf({ id, options = {} }: RuleDescription, name: string, context: RuleContext): number {
  return context.options?.get(id)?.[name] ?? options[name].default;
}

/** A change to the manifest that mends it. */
export interface Fix {
  readonly operations: readonly PatchOperation[];
  /** Whether it does what was meant in any case; else somebody has to decide. */
  readonly safe: boolean;
  /** Whether it is one of those that make a plain VM highly available. */
  readonly hardens?: boolean;
  /** What somebody has to see to beside it: a sentence. */
  readonly note?: string;
}

/** One place where a subject breaks a rule. */
export interface Violation {
  /** The object that has to change. */
  readonly manifest: Manifest;
  /** Path of the field in the manifest, e.g. `spec.template.spec.readinessProbe` or `metadata.labels["example.com/tier"]`. */
  readonly path: string;
  /** The value as it stands there; undefined: the field is not set. */
  readonly value?: unknown;
  /** What a text shows in place of the value: because the value is a secret, or says less than a summary does. */
  readonly shown?: string;
  /** When this one strikes, where that is not the stage of the rule. */
  readonly stage?: Stage;
  /** What is wrong with it and what it leads to, without a full stop. */
  readonly message: string;
  /** What to do: one sentence or two. */
  readonly remedy: string;
  /** The change that does it, where it is known. */
  readonly fix?: Fix;
}

/** The rule has nothing to say about the subject. */
export const NOT_APPLICABLE = undefined;

/** Violations (none: the rule holds), or `NOT_APPLICABLE`. */
export type Outcome = readonly Violation[] | typeof NOT_APPLICABLE;

/** A rule in words. */
export interface RuleDescription {
  /** Stable kebab-case code: it names the fault. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  /** When it strikes: every error over manifests says so; a violation may know better. */
  readonly stage?: Stage;
  readonly category: Category;
  /** Why: what the cluster or the guest would do. */
  readonly rationale: string;
  /** What to do, in general. */
  readonly remediation: string;
  /** Upstream sources. */
  readonly references: readonly string[];
  /** Bounds that a team may set, by their names; undefined: none. */
  readonly options?: Readonly<Record<string, RuleOption>>;
  /** Whether it is a rule of the user's own. */
  readonly isCustom?: boolean;
}

/**
 * A rule over plain manifests: one exported object in one file of `rules/`, with passing and failing fixtures.
 *
 * @typeParam Subject what the rule looks at, one at a time: a manifest, a VM, the whole graph
 */
export interface Rule<Subject = any> extends RuleDescription {
  /**
   * Names of fields or annotations, or their values: the rule finds nothing in a manifest in which none of them occurs, and
   * is not asked about it.
   */
  readonly mentions?: readonly string[];
  /** The subjects of the rule in a graph. */
  readonly subjects: (graph: ManifestGraph) => Iterable<Subject>;
  /** The judgement of one subject. */
  readonly evaluate: (subject: Subject, context: RuleContext) => Outcome;
}
