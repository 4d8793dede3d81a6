import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { evaluateRules, RULES, Severity } from '../audit';
import { ClusterProfile } from '../cluster';
import { type Manifest, ManifestGraph } from '../graph';
import { CheckResult } from './check-result';
import type { Finding } from './finding';
import { SynthPass } from './synth-pass';

const CHECK = Symbol.for('cdk8s-kubevirt.ManifestCheck');

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

  private static of(scope: IConstruct): ManifestCheck {
    const root = scope.node.root as any;
    if (root[CHECK] === undefined) {
      Object.defineProperty(root, CHECK, { value: new ManifestCheck(root) });
    }
    return root[CHECK];
  }

  private readonly root: IConstruct;
  private readonly reporting = new WeakSet<IConstruct>();
  private pass?: SynthPass;
  private result?: CheckResult;

  private constructor(root: IConstruct) {
    this.root = root;
    root.node.addValidation({ validate: () => this.beginPass() });
    this.evaluateOnceDuring('synth');
    this.evaluateOnceDuring('synthYaml');
  }

  /**
   * A validation pass of cdk8s begins at the app and goes on to its constructs, which then report the errors that
   * were found in their manifests. What an earlier pass found is stale, unless both belong to the same synth:
   * cdk8s validates charts + 1 times in one.
   */
  private beginPass(): string[] {
    if (this.pass === undefined || this.result === undefined) {
      this.result = this.evaluate();
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
    const apiObjects = new Map<Manifest, ApiObject>();
    for (const construct of this.root.node.findAll()) {
      if (ApiObject.isApiObject(construct)) {
        const manifest = construct.toJson();
        apiObjects.set(manifest, construct);
        this.pass?.hold(construct, manifest);
      }
    }
    const context = { graph: new ManifestGraph([...apiObjects.keys()]), cluster: ClusterProfile.of(this.root) };
    return new CheckResult(evaluateRules(RULES, context), apiObjects);
  }

  /** Wraps a method of this app object, so that its validation passes share one evaluation of the rules. */
  private evaluateOnceDuring(method: 'synth' | 'synthYaml'): void {
    const app = this.root as any;
    const synthesize = app[method];
    if (typeof synthesize !== 'function') {
      return;
    }
    const value = () => {
      const pass = new SynthPass();
      this.pass = pass;
      this.result = undefined;
      try {
        const output = synthesize.call(app);
        this.printWarnings();
        return output;
      } finally {
        pass.end();
        this.pass = undefined;
        this.result = undefined;
      }
    };
    Object.defineProperty(app, method, { value, configurable: true, writable: true });
  }

  private printWarnings(): void {
    const warnings = this.result?.findings.filter((finding) => finding.severity === Severity.WARNING) ?? [];
    for (const { constructPath, message } of warnings) {
      process.stderr.write(`warning: [${constructPath}] ${message}\n`);
    }
  }
}
