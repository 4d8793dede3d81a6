import {
  type InferenceFault,
  inferenceFault,
  isInferenceDropped,
  KubevirtSource,
  type Matcher,
  machineStage,
  matcherOf,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const MATCHERS: readonly Matcher[] = ['instancetype', 'preference'];

export const inferredVolumeUnusable: Rule<VirtualMachineView> = {
  id: 'inferred-volume-unusable',
  title: 'An instance type or preference is inferred from a volume that can tell',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a VM whose inferFromVolume names none of its volumes. Unless the failure policy is Ignore, it refuses one too that is neither a claim nor a DataVolume, or comes from a template whose source has no labels to read.',
  remediation: 'Name the volume of a DataVolume or a claim, or name the object itself.',
  references: [KubevirtSource.INSTANCETYPE_INFERENCE],
  mentions: ['inferFromVolume'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const inferring = MATCHERS.filter((matcher) => isName(matcherOf(vm, matcher).inferFromVolume));
  return inferring.length === 0 ? NOT_APPLICABLE : inferring.flatMap((matcher) => violationsOf(vm, matcher, cluster));
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function violationsOf(vm: VirtualMachineView, matcher: Matcher, cluster: RuleContext['cluster']): Violation[] {
  const fault = inferenceFault(vm, matcher, cluster);
  if (fault === undefined || isInferenceDropped(vm, matcher, cluster)) {
    return [];
  }
  const value = matcherOf(vm, matcher).inferFromVolume;
  const path = vm.vmFieldPath(`${matcher}.inferFromVolume`);
  return [{ manifest: vm.manifest, stage: machineStage(vm), path, value, ...TEXTS[fault](matcher) }];
}

const TEXTS: Readonly<Record<InferenceFault, (matcher: Matcher) => Pick<Violation, 'message' | 'remedy'>>> = {
  'no volume': () => ({
    message: 'the VM has no such volume, and KubeVirt refuses it',
    remedy: 'Use the name of one of its volumes.',
  }),
  'volume of another kind': (matcher) => ({
    message: `only claims and DataVolumes can tell the ${matcher}, and KubeVirt refuses the VM`,
    remedy: 'Name another volume, or set inferFromVolumeFailurePolicy: Ignore.',
  }),
  'template of another source': (matcher) => ({
    message: `only templates with a claim, a DataSource or, from KubeVirt 1.9 on, a VolumeSnapshot as their source can tell the ${matcher}, and KubeVirt refuses the VM`,
    remedy: `Name the ${matcher} itself, or set inferFromVolumeFailurePolicy: Ignore.`,
  }),
};
