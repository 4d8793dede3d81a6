import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type RuleFinding, Severity } from '../audit';
import type { Manifest } from '../graph';
import type { Finding } from './finding';

/** The findings of one evaluation, by the construct that their manifest comes from. */
export class CheckResult {
  public readonly findings: Finding[] = [];
  private readonly errors = new Map<IConstruct, string[]>();

  public constructor(ruleFindings: readonly RuleFinding[], apiObjects: ReadonlyMap<Manifest, ApiObject>) {
    for (const finding of ruleFindings) {
      this.add(finding, constructOf(apiObjects.get(finding.manifest) as ApiObject));
    }
  }

  /** The constructs that have errors. */
  public get failing(): Iterable<IConstruct> {
    return this.errors.keys();
  }

  public errorsOf(construct: IConstruct): string[] {
    return this.errors.get(construct) ?? [];
  }

  private add(finding: RuleFinding, construct: IConstruct): void {
    const { ruleId, severity, path, text } = finding;
    this.findings.push({ code: ruleId, severity, constructPath: construct.node.path, manifestPath: path, message: text });
    if (severity === Severity.ERROR) {
      this.errors.set(construct, [...this.errorsOf(construct), text]);
    }
  }
}

/** The construct that a user wrote: the parent of a `Resource` child, else the object itself. */
function constructOf(apiObject: ApiObject): IConstruct {
  const { scope } = apiObject.node;
  return scope?.node.defaultChild === apiObject ? scope : apiObject;
}
