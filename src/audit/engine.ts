import { isObject, type Manifest, type ManifestGraph } from '../graph';
import { findingOf, type RuleFinding } from './finding';
import { MentionIndex } from './mention-index';
import { NOT_APPLICABLE, type Rule, type RuleContext, type Violation } from './rule';
import { Severity } from './severity';

/**
 * Runs rules over a graph.
 *
 * Findings come in the order of the rules, each once. A rule that throws is an error finding that names the rule:
 * a broken rule must not pass for a rule that holds.
 */
export function evaluateRules(rules: readonly Rule[], context: RuleContext): RuleFinding[] {
  const runs = runsOf(rules, context.graph);
  for (const [subjects, together] of bySubjects(runs, context.graph)) {
    for (const subject of subjects) {
      evaluateTogether(together, subject, context);
    }
  }
  return eachOnce(runs.flatMap((run) => run.findings));
}

/** A rule that is evaluated, and what it has found so far. */
interface Run {
  readonly rule: Rule;
  /** The manifests that the rule may be about; undefined: all. */
  readonly mentioning?: ReadonlySet<Manifest>;
  readonly findings: RuleFinding[];
}

/** The rules that may be about one of the manifests. */
function runsOf(rules: readonly Rule[], graph: ManifestGraph): Run[] {
  const index = new MentionIndex(rules, graph.manifests);
  return rules
    .map((rule): Run => ({ rule, mentioning: rule.mentions && index.mentioning(rule.mentions), findings: [] }))
    .filter(({ mentioning }) => mentioning?.size !== 0);
}

/** Rules about the same subjects take turns on each of them: to go through all of a large app once a rule is slower. */
function bySubjects(runs: readonly Run[], graph: ManifestGraph): Map<Iterable<unknown>, Run[]> {
  const known = new Map<Rule['subjects'], Iterable<unknown>>();
  const groups = new Map<Iterable<unknown>, Run[]>();
  for (const run of runs) {
    const { subjects } = run.rule;
    const list = known.get(subjects) ?? subjects(graph);
    const group = groups.get(list) ?? [];
    group.push(run);
    known.set(subjects, list);
    groups.set(list, group);
  }
  return groups;
}

/** A function of its own: V8 optimizes a loop within the loop over the subjects about twice as often, for longer than it runs. */
function evaluateTogether(runs: readonly Run[], subject: unknown, context: RuleContext): void {
  for (let index = 0; index < runs.length; index++) {
    evaluateSubject(runs[index], subject, context);
  }
}

function evaluateSubject(run: Run, subject: unknown, context: RuleContext): void {
  if (run.mentioning !== undefined && !run.mentioning.has(manifestOf(subject, context))) {
    return;
  }
  try {
    const violations = run.rule.evaluate(subject, context);
    if (violations !== NOT_APPLICABLE && violations.length > 0) {
      addFindings(run, violations);
    }
  } catch (error) {
    run.findings.push(failureOf(run.rule, manifestOf(subject, context), error));
  }
}

function addFindings({ rule, findings }: Run, violations: readonly Violation[]): void {
  findings.push(...violations.map((violation) => findingOf(rule, violation)));
}

function failureOf(rule: Rule, manifest: Manifest, error: unknown): RuleFinding {
  const text = `rule ${rule.id} failed: ${error}. This is a defect of cdk8s-kubevirt: report it together with the manifest. (rule-failed)`;
  return { ruleId: 'rule-failed', severity: Severity.ERROR, manifest, path: '', text };
}

/** The findings without those that say the same of the same manifest again. */
function eachOnce(findings: readonly RuleFinding[]): RuleFinding[] {
  const texts = new Map<Manifest, Set<string>>();
  return findings.filter(({ manifest, text }) => {
    const said = texts.get(manifest) ?? new Set();
    const isNew = !said.has(text);
    texts.set(manifest, said.add(text));
    return isNew;
  });
}

function manifestOf(subject: unknown, context: RuleContext): Manifest {
  if (isObject(subject)) {
    return isObject(subject.manifest) ? (subject.manifest as Manifest) : (subject as Manifest);
  }
  return context.graph.manifests[0];
}
