import { isObject, type Manifest } from '../graph';
import { findingOf, type RuleFinding } from './finding';
import { MentionIndex } from './mention-index';
import { NOT_APPLICABLE, type Rule, type RuleContext } from './rule';
import { Severity } from './severity';

/**
 * Runs rules over a graph.
 *
 * Findings come in the order of the rules, each once. A rule that throws is an error finding that names the rule:
 * a broken rule must not pass for a rule that holds.
 */
export function evaluateRules(rules: readonly Rule[], context: RuleContext): RuleFinding[] {
  const findings = new FindingList();
  const index = new MentionIndex(rules, context.graph.manifests);
  for (const rule of rules) {
    const mentioning = rule.mentions === undefined ? undefined : index.mentioning(rule.mentions);
    if (mentioning?.size === 0) {
      continue;
    }
    for (const subject of rule.subjects(context.graph)) {
      if (mentioning === undefined || mentioning.has(manifestOf(subject, context))) {
        evaluateSubject(rule, subject, context, findings);
      }
    }
  }
  return findings.all.map((finding) => ({ ...finding, manifest: context.graph.authoredFormOf(finding.manifest) }));
}

function evaluateSubject(rule: Rule, subject: unknown, context: RuleContext, findings: FindingList): void {
  try {
    const violations = rule.evaluate(subject, context);
    if (violations !== NOT_APPLICABLE) {
      for (const violation of violations) {
        findings.add(findingOf(rule, violation));
      }
    }
  } catch (error) {
    const text = `rule ${rule.id} failed: ${error}. This is a defect of cdk8s-kubevirt: report it together with the manifest. (rule-failed)`;
    findings.add({ ruleId: 'rule-failed', severity: Severity.ERROR, manifest: manifestOf(subject, context), path: '', text });
  }
}

/** Findings in the order in which they are added, each once. */
class FindingList {
  public readonly all: RuleFinding[] = [];
  private readonly texts = new Map<Manifest, Set<string>>();

  public add(finding: RuleFinding): void {
    const texts = this.texts.get(finding.manifest) ?? new Set();
    this.texts.set(finding.manifest, texts);
    if (!texts.has(finding.text)) {
      texts.add(finding.text);
      this.all.push(finding);
    }
  }
}

function manifestOf(subject: unknown, context: RuleContext): Manifest {
  if (isObject(subject)) {
    return isObject(subject.manifest) ? (subject.manifest as Manifest) : (subject as Manifest);
  }
  return context.graph.manifests[0];
}
