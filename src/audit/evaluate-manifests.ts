import type { ClusterProfile } from '../cluster';
import { ManifestGraph } from '../graph';
import { acknowledge } from './acknowledge';
import { evaluateRules, type Severities } from './engine';
import type { RuleFinding } from './finding';
import { RULES } from './rules';

/** What an app or a folder says about its findings. */
export interface EvaluationOptions {
  /** Severities that rules have in place of their own, by id. */
  readonly severities?: Severities;
  /** The day on which acknowledgements are looked at. */
  readonly today?: Date;
  /** What is known of the manifests already, and accepted or not like what the rules find. */
  readonly found?: readonly RuleFinding[];
}

/** Runs every rule over the manifests of an app or a folder, as the cluster reads them: `withoutNulls`. */
export function evaluateManifests(
  documents: readonly unknown[],
  cluster: ClusterProfile,
  { severities, today = new Date(), found = [] }: EvaluationOptions = {},
): readonly RuleFinding[] {
  const graph = new ManifestGraph(documents);
  const findings = acknowledge([...found, ...evaluateRules(RULES, { graph, cluster }, severities)], graph.manifests, today);
  return findings.map((finding) => withDocument(finding, graph));
}

function withDocument(finding: RuleFinding, graph: ManifestGraph): RuleFinding {
  const document = graph.originOf(finding.manifest);
  return document === finding.manifest ? finding : { ...finding, document };
}
