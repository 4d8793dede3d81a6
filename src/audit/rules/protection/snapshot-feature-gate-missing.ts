import { kubevirtConfiguration, ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { FIRST_RELEASE_WITH_BETA_GATES_ON } from '../../../facts';
import { clones, type Manifest, restores, snapshots } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

const GATE = 'Snapshot';

export const snapshotFeatureGateMissing: Rule<Manifest> = {
  id: 'snapshot-feature-gate-missing',
  title: 'Snapshots, restores and clones need the feature gate Snapshot',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses these objects while the gate is off. Before 1.9 it is off unless the KubeVirt object lists it; OpenShift Virtualization lists it.',
  remediation: 'Add Snapshot to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.',
  references: [ProtectionSource.SNAPSHOT_ADMITTER, ProtectionSource.CLONE_ADMITTER],
  subjects: (graph) => [...snapshots(graph), ...restores(graph), ...clones(graph)],
  evaluate,
};

function evaluate(manifest: Manifest, { graph, cluster }: RuleContext): Outcome {
  const configuration = kubevirtConfiguration(graph);
  if (configuration === undefined) {
    return NOT_APPLICABLE;
  }
  const { featureGates, disabledFeatureGates } = configuration.developerConfiguration ?? {};
  const isListed = Array.isArray(featureGates) && featureGates.includes(GATE);
  const isDisabled = Array.isArray(disabledFeatureGates) && disabledFeatureGates.includes(GATE);
  if (cluster.atLeast(FIRST_RELEASE_WITH_BETA_GATES_ON) ? !isDisabled : isListed) {
    return [];
  }
  const message = `the KubeVirt object does not enable the feature gate ${GATE}, so KubeVirt refuses the object`;
  const remedy = isDisabled
    ? `Remove ${GATE} from spec.configuration.developerConfiguration.disabledFeatureGates of the KubeVirt object.`
    : `Add ${GATE} to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.`;
  return [{ manifest, path: 'kind', value: manifest.kind, message, remedy }];
}
