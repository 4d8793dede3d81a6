import { apiVersionOf } from '../admission/structure/api-version';
import type { Rule } from '../audit';
import { INGRESS_GROUP, KUBEVIRT_GROUP, MONITORING_GROUP, ROUTE_GROUP } from '../facts';
import { type Manifest, ManifestGraph } from '../graph';

/** Groups of kinds of which the table of fields knows nothing. */
const FURTHER = [
  'v1',
  'apps/v1',
  'batch/v1',
  'policy/v1',
  'autoscaling/v2',
  `${INGRESS_GROUP}/v1`,
  `${ROUTE_GROUP}/v1`,
  `${MONITORING_GROUP}/v1`,
];

/** Those of rules that look at objects of a kind: those that ask for one that has nothing but a name. */
export function rulesForKind(kind: string, all: readonly Rule[]): readonly Rule[] {
  const known = apiVersionOf(kind);
  const versions = known === undefined ? FURTHER : [known];
  const graphs = versions.map((apiVersion) =>
    graphOf({ apiVersion, kind, metadata: { name: 'x', namespace: 'x', labels: {}, annotations: {} } }),
  );
  const rules = all.filter((rule) => graphs.some((graph) => looksAt(rule, graph)));
  const everyKind = all.filter((rule) => looksAt(rule, graphOf({ apiVersion: `${KUBEVIRT_GROUP}.x/v1`, kind: 'X', metadata: {} })));
  return rules.length === everyKind.length ? [] : rules;
}

function graphOf(manifest: Manifest): ManifestGraph {
  return new ManifestGraph([manifest]);
}

/** Whether the rule has the object for a subject; a rule about the graph as a whole may look at anything, and is not listed. */
function looksAt({ subjects }: Rule, graph: ManifestGraph): boolean {
  for (const subject of subjects(graph)) {
    if (typeof subject === 'object' && subject !== graph) {
      return true;
    }
  }
  return false;
}
