import { shownException } from '../facts';
import { isObject, type Manifest, type ManifestGraph } from '../graph';
import { RULE_FAILED } from './check-rules';
import { BrokenRule } from './custom/broken-rule';
import { faultFinding, findingOf, type RuleFinding } from './finding';
import { MentionIndex, type Positions } from './mention-index';
import { NOT_APPLICABLE, type Rule, type RuleContext, type Violation } from './rule';
import type { Severity } from './severity';

/** Severities that rules have in place of their own, by id. */
export type Severities = ReadonlyMap<string, Severity>;

const OWN_SEVERITIES: Severities = new Map();

/**
 * Runs rules over a graph.
 *
 * Findings come in the order of the manifests, those about one manifest in the order of the rules, each once. What is wrong
 * with the objects that the cluster has already is not told. A rule that throws is an error finding that names the rule: a broken
 * rule must not pass for a rule that holds.
 */
export function evaluateRules(rules: readonly Rule[], context: RuleContext, severities = OWN_SEVERITIES): RuleFinding[] {
  const index = new MentionIndex(rules, context.graph.manifests);
  const runs = runsOf(rules, index, severities);
  for (const [subjects, together] of bySubjects(runs, context.graph)) {
    for (const subject of subjects) {
      evaluateTogether(together, subject, context, index);
    }
  }
  const findings = eachOnce(runs.flatMap((run) => run.findings).filter(({ manifest }) => !context.graph.isSurrounding(manifest)));
  return inOrder(findings, context.graph.manifests);
}

/** A rule that is evaluated, and what it has found so far. */
interface Run {
  readonly rule: Rule;
  /** The manifests that the rule may be about; undefined: all. */
  readonly mentioning?: Positions;
  readonly severity: Severity;
  readonly findings: RuleFinding[];
}

/** The rules that may be about one of the manifests. */
function runsOf(rules: readonly Rule[], index: MentionIndex, severities: Severities): Run[] {
  const runs: Run[] = [];
  for (const rule of rules) {
    const mentioning = rule.mentions && index.mentioning(rule.mentions);
    if (rule.mentions === undefined || mentioning !== undefined) {
      runs.push({ rule, mentioning, severity: severities.get(rule.id) ?? rule.severity, findings: [] });
    }
  }
  return runs;
}

/** Rules about the same subjects take turns on each of them: to go through all of a large app once a rule is slower. */
function bySubjects(runs: readonly Run[], graph: ManifestGraph): Map<Iterable<unknown>, Run[]> {
  const known = new Map<Rule['subjects'], Iterable<unknown>>();
  const groups = new Map<Iterable<unknown>, Run[]>();
  for (const run of runs) {
    const { subjects } = run.rule;
    let list = known.get(subjects);
    if (list === undefined) {
      list = subjectsOf(run, graph);
      known.set(subjects, list);
    }
    const group = groups.get(list);
    group === undefined ? groups.set(list, [run]) : group.push(run);
  }
  return groups;
}

function subjectsOf({ rule, findings }: Run, graph: ManifestGraph): Iterable<unknown> {
  try {
    return rule.subjects(graph);
  } catch (error) {
    findings.push(failureOf(rule, graph.manifests[0], error));
    return [];
  }
}

/** A function of its own: V8 optimizes a loop within the loop over the subjects about twice as often, for longer than it runs. */
function evaluateTogether(runs: readonly Run[], subject: unknown, context: RuleContext, mentions: MentionIndex): void {
  const position = mentions.positionOf(manifestOf(subject, context)) ?? NOWHERE;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (run.mentioning === undefined || run.mentioning[position] === 1) {
      evaluateSubject(run, subject, context);
    }
  }
}

/** The position of what is not among the manifests. */
const NOWHERE = -1;

function evaluateSubject(run: Run, subject: unknown, context: RuleContext): void {
  try {
    const violations = run.rule.evaluate(subject, context);
    if (violations !== NOT_APPLICABLE && violations.length > 0) {
      addFindings(run, violations);
    }
  } catch (error) {
    run.findings.push(failureOf(run.rule, manifestOf(subject, context), error));
  }
}

function addFindings({ rule, severity, findings }: Run, violations: readonly Violation[]): void {
  for (const violation of violations) {
    findings.push(findingOf(rule, violation, severity));
  }
}

function failureOf(rule: Rule, manifest: Manifest, error: unknown): RuleFinding {
  const remedy = rule.isCustom ? `Mend the rule ${rule.id}.` : 'This is a defect of cdk8s-kubevirt: report it together with the manifest.';
  const what = error instanceof BrokenRule ? error.what : shownException(String(error));
  return { ...faultFinding(RULE_FAILED, manifest, { message: `rule ${rule.id} failed: ${what}.`, remedy }), cause: error };
}

/** Sorts findings by the manifests that they are about. */
export function inOrder(findings: RuleFinding[], manifests: readonly Manifest[]): RuleFinding[] {
  const positions = new Map(manifests.map((manifest, position) => [manifest, position]));
  const positionOf = ({ manifest }: RuleFinding) => positions.get(manifest) ?? manifests.length;
  return findings.sort((one, other) => positionOf(one) - positionOf(other));
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
