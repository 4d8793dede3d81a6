import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type RuleCategory, type RuleFinding, Severity } from '../audit';
import { printable } from '../facts';
import type { Manifest } from '../graph';
import type { Finding, ObjectReference } from './finding';

/** The findings of one evaluation, by the construct that their manifest comes from. */
export class CheckResult {
  public readonly findings: readonly Finding[];
  private readonly errors = new Map<IConstruct, string[]>();

  /** @param sources the object that each manifest comes from */
  public constructor(findings: readonly RuleFinding[], sources: ReadonlyMap<Manifest, ApiObject>) {
    this.findings = findings.map((finding) => this.read(finding, constructOf(sources.get(finding.document as Manifest) as ApiObject)));
  }

  /** The constructs that have errors. */
  public get failing(): Iterable<IConstruct> {
    return this.errors.keys();
  }

  public errorsOf(construct: IConstruct): string[] {
    return this.errors.get(construct) ?? [];
  }

  private read(finding: RuleFinding, construct: IConstruct): Finding {
    const { rule, severity, stage, manifest, path, manifestPath, value, shownValue, message, remedy, text, fix, more, acknowledgement } =
      finding;
    if (severity === Severity.ERROR && acknowledgement === undefined) {
      const known = this.errors.get(construct);
      known === undefined ? this.errors.set(construct, [text]) : known.push(text);
    }
    const { path: constructPath } = construct.node;
    const object = referenceTo(manifest);
    return {
      code: rule.id,
      severity,
      stage,
      category: rule.category as RuleCategory,
      object,
      constructPath,
      path: [...path],
      manifestPath,
      value,
      shownValue,
      message,
      remedy,
      text,
      references: [...rule.references],
      fix: fix && { operations: [...fix.operations], safe: fix.safe },
      more,
      acknowledgement,
    };
  }
}

export function referenceTo({ apiVersion, kind, metadata }: Manifest): ObjectReference {
  return { apiVersion, kind, namespace: shownName(metadata?.namespace), name: shownName(metadata?.name) };
}

/** Names are no secrets, but somebody may have written one in place of a name. */
function shownName(name: string | undefined): string | undefined {
  return typeof name === 'string' ? printable(name) : name;
}

/** The construct that a user wrote: the parent of a `Resource` child, else the object itself. */
export function constructOf(apiObject: ApiObject): IConstruct {
  const { scope } = apiObject.node;
  return scope?.node.defaultChild === apiObject ? scope : apiObject;
}
