import { isObject, type Manifest } from '../graph';
import { findingOf, type RuleFinding } from './finding';
import type { Rule, RuleContext } from './rule';
import { Severity } from './severity';

/**
 * Runs rules over a graph.
 *
 * Findings come in the order of the rules, each once. A rule that throws is an error finding that names the rule:
 * a broken rule must not pass for a rule that holds.
 */
export function evaluateRules(rules: readonly Rule[], context: RuleContext): RuleFinding[] {
  const seen = new Map<Manifest, Set<string>>();
  const findings: RuleFinding[] = [];
  for (const rule of rules) {
    for (const subject of rule.subjects(context.graph)) {
      for (const finding of evaluateSubject(rule, subject, context)) {
        const texts = seen.get(finding.manifest) ?? new Set();
        seen.set(finding.manifest, texts);
        if (!texts.has(finding.text)) {
          texts.add(finding.text);
          findings.push(finding);
        }
      }
    }
  }
  return findings;
}

function evaluateSubject(rule: Rule, subject: unknown, context: RuleContext): RuleFinding[] {
  try {
    return (rule.evaluate(subject, context) ?? []).map((violation) => findingOf(rule, violation));
  } catch (error) {
    const text = `rule ${rule.id} failed: ${error}. This is a defect of cdk8s-kubevirt: report it together with the manifest. (rule-failed)`;
    return [{ ruleId: 'rule-failed', severity: Severity.ERROR, manifest: manifestOf(subject, context), path: '', text }];
  }
}

function manifestOf(subject: unknown, context: RuleContext): Manifest {
  if (isObject(subject)) {
    return isObject(subject.manifest) ? (subject.manifest as Manifest) : (subject as Manifest);
  }
  return context.graph.manifests[0];
}
