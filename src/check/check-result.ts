import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type RuleFinding, Severity } from '../audit';
import type { Manifest } from '../graph';
import type { Finding } from './finding';
import type { RenderingFault } from './render';

/** The findings of one evaluation, by the construct that their manifest comes from. */
export class CheckResult {
  public readonly findings: Finding[] = [];
  private readonly errors = new Map<IConstruct, string[]>();

  public constructor(
    ruleFindings: readonly RuleFinding[],
    apiObjects: ReadonlyMap<Manifest, ApiObject>,
    renderingFaults: readonly RenderingFault[],
  ) {
    for (const { apiObject, code, text } of renderingFaults) {
      const construct = constructOf(apiObject);
      const constructPath = construct.node.path;
      this.add({ code, severity: Severity.ERROR, constructPath, manifestPath: '', message: text }, construct);
    }
    for (const { ruleId, severity, manifest, path, text } of ruleFindings) {
      const construct = constructOf(apiObjects.get(manifest) as ApiObject);
      this.add({ code: ruleId, severity, constructPath: construct.node.path, manifestPath: path, message: text }, construct);
    }
  }

  /** The constructs that have errors. */
  public get failing(): Iterable<IConstruct> {
    return this.errors.keys();
  }

  public errorsOf(construct: IConstruct): string[] {
    return this.errors.get(construct) ?? [];
  }

  private add(finding: Finding, construct: IConstruct): void {
    this.findings.push(finding);
    if (finding.severity === Severity.ERROR) {
      this.errors.set(construct, [...this.errorsOf(construct), finding.message]);
    }
  }
}

/** The construct that a user wrote: the parent of a `Resource` child, else the object itself. */
function constructOf(apiObject: ApiObject): IConstruct {
  const { scope } = apiObject.node;
  return scope?.node.defaultChild === apiObject ? scope : apiObject;
}
