import type { AdmissionContext } from '../admission';
import type { Manifest, ManifestGraph } from '../graph';
import type { Severity } from './severity';

/** What a rule is about. */
export type Category = 'schema' | 'admission' | 'wiring' | 'availability' | 'recovery' | 'node';

/** What a rule may look at beside its subject. */
export type RuleContext = AdmissionContext;

/** One place where a subject breaks a rule. */
export interface Violation {
  /** The object that has to change. */
  readonly manifest: Manifest;
  /** Path of the field in the manifest, e.g. `spec.template.spec.readinessProbe`. */
  readonly path: string;
  /** The value as it stands; undefined: the field is not set. */
  readonly value?: unknown;
  /** What is wrong with it and what it leads to, without a full stop. */
  readonly message: string;
  /** What to do: one sentence or two. */
  readonly remedy: string;
}

/** The rule has nothing to say about the subject. */
export const NOT_APPLICABLE = undefined;

/** Violations (none: the rule holds), or `NOT_APPLICABLE`. */
export type Outcome = readonly Violation[] | typeof NOT_APPLICABLE;

/**
 * A rule over plain manifests: one exported object in one file of `rules/`, with passing and failing fixtures.
 *
 * @typeParam Subject what the rule looks at, one at a time: a manifest, a VM, the whole graph
 */
export interface Rule<Subject = any> {
  /** Stable kebab-case code: it names the fault. */
  readonly id: string;
  /** The rule in one sentence. */
  readonly title: string;
  readonly severity: Severity;
  readonly category: Category;
  /** Why: what the cluster or the guest would do. */
  readonly rationale: string;
  /** What to do, in general. */
  readonly remediation: string;
  /** Upstream sources. */
  readonly references: readonly string[];
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
