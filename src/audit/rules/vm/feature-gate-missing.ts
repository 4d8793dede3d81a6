import {
  type FeatureGates,
  featureGates,
  GATED_FEATURE_WORDS,
  GATED_OBJECT_WORDS,
  type GatedFeature,
  gatedFeatures,
  gatedObjects,
  gatedParts,
  gateIsOff,
  gateRemedy,
  KubevirtSource,
  ProtectionSource,
} from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const featureGateMissing: Rule<VirtualMachineView | Manifest> = {
  id: 'feature-gate-missing',
  title: 'Features behind a gate are enabled in the cluster',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses what needs a feature gate that is off. Up to 1.8 a gate is off unless it is listed; from 1.9 on beta gates are on unless they are switched off. Nothing is said where neither an object nor the ClusterProfile tells which gates are on.',
  remediation:
    'Add the gate to spec.configuration.developerConfiguration.featureGates of the KubeVirt object, or switch it on in the HyperConverged object.',
  references: [
    KubevirtSource.FEATURE_GATES,
    KubevirtSource.VMI_ADMITTER,
    KubevirtSource.HYPER_CONVERGED_GATES,
    ProtectionSource.SNAPSHOT_ADMITTER,
    ProtectionSource.CLONE_ADMITTER,
    ProtectionSource.EXPORT_ADMITTER,
  ],
  mentions: [...GATED_FEATURE_WORDS, ...GATED_OBJECT_WORDS],
  subjects: (graph) => [...graph.virtualMachines, ...gatedObjects(graph)],
  evaluate,
};

function evaluate(subject: VirtualMachineView | Manifest, context: RuleContext): Outcome {
  const gates = featureGates(context);
  if (gates === undefined) {
    return NOT_APPLICABLE;
  }
  const isMachine = subject instanceof VirtualMachineView;
  const manifest = isMachine ? subject.manifest : subject;
  const features = isMachine ? gatedFeatures(subject, context) : gatedParts(subject, context);
  return features.length === 0
    ? NOT_APPLICABLE
    : features
        .filter(({ gate, alternatives = [] }) => ![gate, ...alternatives].some((candidate) => gates.isOn(candidate)))
        .map((feature) => violationOf(manifest, feature, gates, isMachine ? 'the VM' : 'the object'));
}

function violationOf(manifest: Manifest, feature: GatedFeature, gates: FeatureGates, refused: string): Violation {
  const { gate, path, value, later, feature: use = 'this' } = feature;
  const consequence = later?.consequence ?? `KubeVirt refuses ${refused}`;
  const message = `${use} needs the feature gate ${gate}, ${gateIsOff(gates)}, so ${consequence}`;
  return { manifest, path, value, stage: later?.stage, message, remedy: gateRemedy(gate, gates) };
}
