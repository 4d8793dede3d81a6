import { gatedFeatures, KubevirtSource, listedGates } from '../../../admission';
import { Stage } from '../../../admission/stage';
import type { VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const featureGateMissing: Rule<VirtualMachineView> = {
  id: 'feature-gate-missing',
  title: 'Features behind a gate are enabled in the KubeVirt object',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a VM that uses a feature whose gate is not enabled.',
  remediation: 'Add the gate to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.',
  references: [KubevirtSource.FEATURE_GATES, KubevirtSource.VMI_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const listed = listedGates(graph);
  const features = listed === undefined ? [] : gatedFeatures(vm);
  if (listed === undefined || features.length === 0) {
    return NOT_APPLICABLE;
  }
  return features
    .filter(({ gate, alternatives = [] }) => ![gate, ...alternatives].some((candidate) => listed.has(candidate)))
    .filter(({ enabledSince }) => enabledSince === undefined || !cluster.atLeast(enabledSince))
    .map(({ gate, path, value }) => ({
      manifest: vm.manifest,
      path,
      value,
      message: `the KubeVirt object does not enable the feature gate ${gate}, so KubeVirt refuses the VM`,
      remedy: `Add ${gate} to spec.configuration.developerConfiguration.featureGates of the KubeVirt object.`,
    }));
}
