import type { ClusterProfile } from '../cluster';
import { INSTANCE_LABEL_SINCE } from '../facts';
import { ManifestGraph, withoutNulls } from '../graph';
import { acknowledge } from './acknowledge';
import { asWritten, isAboutDroppedField, storedManifests } from './dropped-fields';
import { evaluateRules, inOrder, type Severities } from './engine';
import type { RuleFinding } from './finding';
import { withPlaceholders } from './placeholders';
import type { Rule, RuleContext, RuleOptions } from './rule';
import { RuleBook } from './rule-book';
import { summedUp } from './summed-up';
import { isTurnedOff, rulesToRun, type TurnedOff } from './turned-off';

/** What an app or a folder says about its findings. */
export interface EvaluationOptions {
  /** Severities that rules have in place of their own, by id. */
  readonly severities?: Severities;
  /** What options of rules are set to. */
  readonly options?: RuleOptions;
  /** Categories and rules that are turned off: they find nothing, and what accepts their findings stays as it is. */
  readonly off?: TurnedOff;
  /** The day on which acknowledgements are looked at. */
  readonly today?: Date;
  /** The rules; undefined: those of this library. */
  readonly book?: RuleBook;
  /** What is known of the manifests already, and accepted or not like what the rules find. */
  readonly found?: readonly RuleFinding[];
  /** The folder in which each manifest is written, where that is known. */
  readonly folders?: Folders;
}

type Folders = ReadonlyMap<unknown, string>;

/** Runs every rule over the manifests of an app or a folder, as the cluster reads them: `withoutNulls`. */
export function evaluateManifests(
  documents: readonly unknown[],
  cluster: ClusterProfile,
  { severities, options, off = {}, today = new Date(), book = RuleBook.OWN, found = [], folders }: EvaluationOptions = {},
): readonly RuleFinding[] {
  const context = ruleContext(documents, cluster, options, folders);
  const { graph } = context;
  const judged = withPlaceholders(findingsIn(context, rulesToRun(book.rules, off), severities), severities);
  const told = judged.filter(({ rule }) => !isTurnedOff(rule, off));
  const findings = acknowledge([...found, ...told], graph.manifests, { today, off, book });
  return summedUp(findings).map((finding) => withDocument(finding, graph));
}

/** What the rules find in manifests as the cluster stores them, and which of their fields it drops. */
function findingsIn(context: RuleContext, rules: readonly Rule[], severities?: Severities): readonly RuleFinding[] {
  const findings = evaluateRules(rules, context, severities);
  const stored = storedManifests(findings);
  if (stored.size === 0) {
    return findings;
  }
  const { graph } = context;
  const further = evaluateRules(rules, { ...context, graph: graph.with(stored) }, severities);
  return inOrder([...findings.filter(isAboutDroppedField), ...asWritten(further, stored)], graph.manifests);
}

/** What rules judge: manifests, linked as this cluster links them, among the objects that it is known to have. */
export function ruleContext(documents: readonly unknown[], cluster: ClusterProfile, options?: RuleOptions, folders?: Folders): RuleContext {
  return {
    options,
    graph: new ManifestGraph(documents, cluster.atLeast(INSTANCE_LABEL_SINCE), cluster.objects.map(withoutNulls), folders),
    cluster,
  };
}

function withDocument(finding: RuleFinding, graph: ManifestGraph): RuleFinding {
  const document = graph.originOf(finding.manifest);
  return document === finding.manifest ? finding : { ...finding, document };
}
