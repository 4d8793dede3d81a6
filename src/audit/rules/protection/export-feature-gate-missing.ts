import { listedGates, ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { EXPORT_GROUP, FIRST_RELEASE_WITH_BETA_GATES_ON } from '../../../facts';
import type { Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const GATE = 'VMExport';

export const exportFeatureGateMissing: Rule<Manifest> = {
  id: 'export-feature-gate-missing',
  title: 'Exports need the feature gate VMExport',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a VirtualMachineExport while the gate is off. Before 1.9 it is off unless the KubeVirt object lists it; OpenShift Virtualization lists it.',
  remediation: 'Add VMExport to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.',
  references: [ProtectionSource.EXPORT_ADMITTER],
  subjects: (graph) => graph.ofKind(EXPORT_GROUP, 'VirtualMachineExport'),
  evaluate,
};

function evaluate(manifest: Manifest, { graph, cluster }: RuleContext): Outcome {
  const gates = listedGates(graph);
  if (gates === undefined || cluster.atLeast(FIRST_RELEASE_WITH_BETA_GATES_ON)) {
    return NOT_APPLICABLE;
  }
  if (gates.has(GATE)) {
    return [];
  }
  const message = `the KubeVirt object does not enable the feature gate ${GATE}, so KubeVirt refuses the object`;
  const remedy = `Add ${GATE} to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.`;
  return [{ manifest, path: 'kind', value: manifest.kind, message, remedy }];
}
