import type { Stage } from '../../admission/stage';
import type { ClusterProfile } from '../../cluster';
import type { RuleCategory } from '../category';
import type { Severity } from '../severity';

/**
 * A rule of your own: what has to hold in your manifests beside what this library knows. An object with these members is one, in
 * TypeScript and JavaScript, and a class that implements it in other languages.
 *
 * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/custom-rules.md
 */
export interface ICustomRule {
  /**
   * Code of the rule, in kebab-case: it names the fault, begins with the name of a team or a company, and stays, because
   * acknowledgements and baselines name it, e.g. `acme-owner-missing`.
   */
  readonly id: string;
  /** What holds, in one sentence without a full stop, e.g. `A VM says which team looks after it`. */
  readonly title: string;
  /** How much its findings matter. */
  readonly severity: Severity;
  /** What it is about: it is turned off with its category. Any but `RuleCategory.CHECK`. */
  readonly category: RuleCategory;
  /** Why: what happens where it does not hold. */
  readonly rationale: string;
  /** What to do, in general. */
  readonly remediation: string;
  /**
   * Addresses of pages that say more, the first one about the rule itself.
   *
   * @default - none
   */
  readonly references?: string[];
  /**
   * When it strikes, where something fails.
   *
   * @default - it is a weakness
   */
  readonly stage?: Stage;
  /**
   * Kinds of the objects that it judges, e.g. `['VirtualMachine', 'VirtualMachinePool']`.
   *
   * @default - all
   */
  readonly kinds?: string[];
  /**
   * Judges an object.
   *
   * @param manifest the object, as the cluster reads it; it is frozen
   * @param context what else is known
   * @returns where it breaks the rule; none: the rule holds
   */
  judge(manifest: any, context: CustomRuleContext): CustomViolation[];
}

/** What a rule may look at beside the object that it judges. */
export interface CustomRuleContext {
  /** All objects of the app, or of what is audited, in their order: the one that is judged among them. They are frozen. */
  readonly manifests: any[];
  /** The cluster that they are for. */
  readonly cluster: ClusterProfile;
}

/** A place where an object breaks a rule. */
export interface CustomViolation {
  /**
   * Path of the field, e.g. `spec.template.spec.volumes[0].name` or `metadata.labels["example.com/team"]`; of one that is not set, of
   * where it would be. The value that stands there is shown with the finding, unless it is a secret.
   *
   * @default - the object as a whole
   */
  readonly path?: string;
  /** What is wrong with it and what it leads to, without a full stop. */
  readonly message: string;
  /**
   * What to do here: a sentence or two.
   *
   * @default - the remediation of the rule
   */
  readonly remedy?: string;
  /**
   * The change that mends it.
   *
   * @default - the right value is not certain
   */
  readonly fix?: Fix;
}

/** A change to a manifest that mends a finding. */
export interface Fix {
  /** Steps of a JSON patch (RFC 6902) over the manifest. */
  readonly operations: any[];
  /** Whether it does what was meant in any case; else somebody has to decide. */
  readonly safe: boolean;
}
