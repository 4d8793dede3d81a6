import { ApiObject, type App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import {
  asRule,
  CHECK_RULES,
  customRuleFaults,
  evaluateManifests,
  type ICustomRule,
  RuleBook,
  RuleCategory,
  type RuleFinding,
  type Severity,
} from '../audit';
import { ClusterProfile } from '../cluster';
import { AppState } from '../cluster/cdk8s-internals';
import { rootOf } from '../cluster/root';
import { Arguments } from '../errors';
import type { Manifest } from '../graph';
import { type Caller, canStandInFor, isWrittenHere, synth, synthYaml } from '../synth';
import { acknowledge } from './acknowledge';
import { CheckResult } from './check-result';
import type { Acknowledgement, Finding } from './finding';
import { knownOption, knownRule } from './known-rule';
import { misreadTexts } from './misread-texts';
import { type LateFault, lateFinding, render } from './render';
import { SynthPass } from './synth-pass';
import { linesOf, refusalOf } from './told';

const CHECKS = new AppState<ManifestCheck>('ManifestCheck');

/**
 * Checks the manifests of an app, as they come out after JSON patches, against every rule.
 *
 * Each construct of this library attaches it to its app. An error finding fails the synth, all of them
 * listed at once, before a file is written. Warnings go to the standard error output of `synth`.
 */
export class ManifestCheck {
  /**
   * Attaches the check to the app of a construct. Constructs of this library do it by themselves; call it in an
   * app that has none of them, to check raw `ApiObject`s.
   *
   * @param scope any construct of the app
   */
  public static attachTo(scope: IConstruct): void {
    ManifestCheck.of(scope);
  }

  /**
   * What the rules find in the app of a construct: for tests and pipelines that accept no warning either.
   *
   * @param scope any construct of the app
   */
  public static findings(scope: IConstruct): Finding[] {
    return [...ManifestCheck.of(scope).evaluate().findings];
  }

  /**
   * Accepts what a rule finds in the object of a construct: it no longer fails the synth, and is still told. The manifest
   * carries it as the annotation `cdk8s-kubevirt/acknowledge`, so that the same YAML gets the same judgement everywhere.
   *
   * @param construct the construct that the finding names, or an `ApiObject`
   * @param acknowledgement which rule, and why
   * @throws when no rule has that code (`rule-unknown`), without a reason (`reason-missing`), or when `until` is no day (`day-invalid`)
   */
  public static acknowledge(construct: IConstruct, acknowledgement: Acknowledgement): void {
    acknowledge(construct, acknowledgement, ManifestCheck.of(construct).book);
  }

  /**
   * Raises or lowers how much the findings of a rule matter in an app: a warning that has to fail its synth, an error that
   * must not.
   *
   * @param scope any construct of the app
   * @param rule the code of the rule
   * @param severity what its findings have in place of the rule's own severity
   * @throws when no rule has that code (`rule-unknown`)
   */
  public static setSeverity(scope: IConstruct, rule: string, severity: Severity): void {
    const check = ManifestCheck.of(scope);
    knownRule(new Arguments('ManifestCheck.setSeverity'), 'rule', rule, check.book);
    check.severities.set(rule, severity);
  }

  /**
   * Sets a bound of a rule for an app, as `ruleOptions` does in the configuration of the command, such as how many seconds a VM may
   * stay on a failed node until `ha-failover-delayed` tells of it. The page of a rule lists its options and their defaults.
   *
   * @param scope any construct of the app
   * @param rule the code of the rule
   * @param option the name of the option
   * @param value what it is set to: an integer
   * @throws when no rule has that code (`rule-unknown`), the rule has no such option (`rule-option-unknown`), or the value is below the
   * least that makes sense (`out-of-range`)
   * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/rules.md
   */
  public static setRuleOption(scope: IConstruct, rule: string, option: string, value: number): void {
    const check = ManifestCheck.of(scope);
    const args = new Arguments('ManifestCheck.setRuleOption');
    const { minimum } = knownOption(args, knownRule(args, 'rule', rule, check.book), option, check.book);
    check.options.set(rule, { ...check.options.get(rule), [option]: args.integer('value', value, { min: minimum }) });
  }

  /**
   * Turns off a rule for an app: nothing is told of what it finds, not even in `findings`, and what fails because of it is for the
   * cluster to say. `acknowledge` is for a single object, and keeps the reason with it.
   *
   * What the manifests accept of the rule stays, and is not told as unused.
   *
   * @param scope any construct of the app
   * @param rule the code of the rule
   * @throws when no rule has that code (`rule-unknown`), and for codes of the check itself, such as `manifest-not-rendered`
   * (`check-not-optional`)
   */
  public static turnOffRule(scope: IConstruct, rule: string): void {
    const check = ManifestCheck.of(scope);
    const args = new Arguments('ManifestCheck.turnOffRule');
    if (CHECK_RULES.some(({ id }) => id === knownRule(args, 'rule', rule, check.book))) {
      refuseToTurnOff(args, 'rule', rule);
    }
    check.off.rules.add(rule);
  }

  /**
   * Has a rule of your own judge the manifests of an app. Its findings are like all others: an error fails the synth, and they are
   * accepted, raised and turned off by its code, which is known from here on.
   *
   * A rule that throws, or returns something else than violations, fails the synth (`rule-failed`).
   *
   * @param scope any construct of the app
   * @param rule the rule
   * @throws when members are missing or wrong, and when another rule has its code (`custom-rule-invalid`)
   * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/custom-rules.md
   */
  public static addRule(scope: IConstruct, rule: ICustomRule): void {
    const check = ManifestCheck.of(scope);
    const [fault] = customRuleFaults(rule, check.book);
    if (fault !== undefined) {
      const remedy = 'docs/custom-rules.md has an example.';
      new Arguments('ManifestCheck.addRule').refuse('custom-rule-invalid', 'rule', nameOf(rule), fault.replace(/\.$/, ''), remedy);
    }
    check.book = check.book.with(asRule(rule));
  }

  /**
   * Turns off all rules about one thing for an app, those of later releases of this library too: `RuleCategory.SECURITY` where
   * another tool of the platform judges that.
   *
   * @param scope any construct of the app
   * @param category what these rules are about
   * @throws for `RuleCategory.CHECK` (`check-not-optional`): a check that broke off must not pass for one that found nothing
   */
  public static turnOffCategory(scope: IConstruct, category: RuleCategory): void {
    if (category === RuleCategory.CHECK) {
      refuseToTurnOff(new Arguments('ManifestCheck.turnOffCategory'), 'category', category);
    }
    ManifestCheck.of(scope).off.categories.add(category);
  }

  /**
   * Has arguments refused at synth, as what is wrong with an object: those that are right on some clusters and wrong on
   * others, where only the profile tells which it is.
   *
   * @internal
   */
  public static _refuseAtSynth(apiObject: ApiObject, faults: () => LateFault[]): void {
    ManifestCheck.of(apiObject).lateFaults.set(apiObject, faults);
  }

  /**
   * Has something done to the objects of an app before they are rendered: what has to be said on all of them, those that come later
   * too. It is done once more in each pass, and must not do more then.
   *
   * @internal
   */
  public static _prepare(scope: IConstruct, prepare: () => void): void {
    ManifestCheck.of(scope).preparations.push(prepare);
  }

  /**
   * Has somebody told what the rules found, each time that they were asked in a synth.
   *
   * @internal
   */
  public static _whenJudged(scope: IConstruct, tell: (findings: readonly Finding[]) => void): void {
    ManifestCheck.of(scope).listeners.push(tell);
  }

  /**
   * Has something done at the end of each synth of an app that has written its manifests. Until then objects hand out what was written.
   *
   * @internal
   */
  public static _afterSynth(scope: IConstruct, act: () => void): void {
    ManifestCheck.of(scope).afterSynth.push(act);
  }

  private static of(scope: IConstruct): ManifestCheck {
    const root = rootOf(scope);
    const present = CHECKS.get(root);
    if (present !== undefined) {
      return present;
    }
    const check = new ManifestCheck(root);
    CHECKS.set(root, check);
    return check;
  }

  private readonly root: IConstruct;
  private readonly severities = new Map<string, Severity>();
  private readonly options = new Map<string, Readonly<Record<string, number>>>();
  private readonly off = { rules: new Set<string>(), categories: new Set<RuleCategory>() };
  private readonly reporting = new WeakSet<IConstruct>();
  private readonly lateFaults = new WeakMap<ApiObject, () => LateFault[]>();
  private readonly told = new Set<string>();
  private readonly preparations: (() => void)[] = [];
  /** `synth` and `synthYaml` as the app had them. */
  private readonly methods: unknown[] = [];
  private readonly listeners: ((findings: readonly Finding[]) => void)[] = [];
  private readonly afterSynth: (() => void)[] = [];
  private book = RuleBook.OWN;
  private pass?: SynthPass;
  private result?: CheckResult;

  private constructor(root: IConstruct) {
    this.root = root;
    root.node.addValidation({ validate: () => this.beginPass() });
    this.evaluateOnceDuring('synth', synth);
    this.evaluateOnceDuring('synthYaml', synthYaml);
  }

  /**
   * A validation pass of cdk8s begins at the app and goes on to its constructs, which then report the errors that
   * were found in their manifests. What an earlier pass found is stale, unless both belong to the same synth:
   * cdk8s validates charts + 1 times in one.
   */
  private beginPass(): string[] {
    if (this.pass === undefined || this.result === undefined) {
      const result = this.evaluate();
      this.result = result;
      this.listeners.forEach((tell) => {
        tell(result.findings);
      });
      this.printUntold(this.result);
    }
    for (const construct of this.result.failing) {
      if (!this.reporting.has(construct)) {
        this.reporting.add(construct);
        construct.node.addValidation({ validate: () => this.result?.errorsOf(construct) ?? [] });
      }
    }
    return [];
  }

  private evaluate(): CheckResult {
    this.preparations.forEach((prepare) => {
      prepare();
    });
    const sources = new Map<Manifest, ApiObject>();
    const manifests: Manifest[] = [];
    const found: RuleFinding[] = [];
    let isStoodInFor: boolean | undefined;
    const isQuoted = (manifest: Manifest | undefined) => {
      isStoodInFor ??= canStandInFor(this.root, this.methods);
      return isStoodInFor && isWrittenHere(manifest);
    };
    for (const apiObject of this.root.node.findAll().filter(ApiObject.isApiObject)) {
      const { manifest, read, fault } = render(apiObject);
      if (manifest !== undefined && read !== undefined) {
        manifests.push(read);
        sources.set(read, apiObject);
        this.pass?.hold(apiObject, manifest);
      }
      if (fault !== undefined) {
        found.push(fault);
        sources.set(fault.manifest, apiObject);
      }
      if (read !== undefined) {
        found.push(...misreadTexts(read, this.severities, () => isQuoted(manifest)));
        const late = this.lateFaults.get(apiObject)?.() ?? [];
        found.push(...late.map((lateFault) => lateFinding(read, lateFault)));
      }
    }
    const { severities, options, off, book } = this;
    return new CheckResult(evaluateManifests(manifests, ClusterProfile.of(this.root), { severities, options, off, book, found }), sources);
  }

  /**
   * Wraps a method of this app object, so that its validation passes share one evaluation of the rules.
   *
   * @param standIn does what cdk8s does, where it can be done here
   */
  private evaluateOnceDuring(method: 'synth' | 'synthYaml', standIn: (app: App, caller: Caller<any>) => unknown): void {
    const app = this.root as any;
    const synthesize = app[method];
    if (typeof synthesize !== 'function') {
      return;
    }
    this.methods.push(synthesize);
    const value = () => {
      const pass = new SynthPass(() => synthesize.call(app));
      this.pass = pass;
      this.result = undefined;
      try {
        const output = canStandInFor(this.root, this.methods) ? standIn(app, pass) : pass.leave();
        if (method === 'synth') {
          this.afterSynth.forEach((act) => {
            act();
          });
        }
        this.print(linesOf(this.result));
        return output;
      } catch (error) {
        throw refusalOf(error, this.root);
      } finally {
        pass.end();
        this.pass = undefined;
        this.result = undefined;
      }
    };
    Object.defineProperty(app, method, { value, configurable: true, writable: true });
  }

  /**
   * Charts can be rendered without a synth of the app (`chart.toJson()`, `Testing.synth(chart)`), one after the other: each
   * line is told once then. What fails is not accompanied by warnings, as in a synth.
   */
  private printUntold(result: CheckResult): void {
    if (this.pass === undefined && [...result.failing].length === 0) {
      this.print(linesOf(result).filter((line) => !this.told.has(line)));
    }
  }

  private print(lines: readonly string[]): void {
    for (const line of lines) {
      this.told.add(line);
      process.stderr.write(line);
    }
  }
}

function nameOf({ id }: Partial<ICustomRule>): string {
  return typeof id === 'string' ? JSON.stringify(id) : 'a rule';
}

function refuseToTurnOff(args: Arguments, argument: string, value: string): never {
  const remedy = 'Accept the finding with ManifestCheck.acknowledge, or mend what it is about.';
  const rule = 'this is about the check itself, which would find nothing and not say that it could not';
  return args.refuse('check-not-optional', argument, JSON.stringify(value), rule, remedy);
}
