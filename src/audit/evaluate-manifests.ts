import type { ClusterProfile } from '../cluster';
import { type Manifest, ManifestGraph } from '../graph';
import { evaluateRules } from './engine';
import type { RuleFinding } from './finding';
import { RULES } from './rules';

/** Runs every rule over the manifests of an app or a folder, as the cluster reads them: `withoutNulls`. */
export function evaluateManifests(manifests: readonly Manifest[], cluster: ClusterProfile): RuleFinding[] {
  return evaluateRules(RULES, { graph: new ManifestGraph(manifests), cluster });
}
