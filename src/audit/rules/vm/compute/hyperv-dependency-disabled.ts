import { HYPERV_NEEDS, instanceRefused, instanceStage, KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const hypervDependencyDisabled: Rule<VirtualMachineView> = {
  id: 'hyperv-dependency-disabled',
  title: 'Hyper-V features keep what they need',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt switches on what a Hyper-V feature needs, and refuses the VirtualMachineInstance when that is switched off on purpose.',
  remediation: 'Remove what switches the needed feature off.',
  references: [KubevirtSource.HYPERV],
  mentions: ['hyperv'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const hyperv = vm.domain.features?.hyperv;
  if (!isObject(hyperv)) {
    return NOT_APPLICABLE;
  }
  const outcome = instanceRefused(vm);
  const faults = [...dependencyFaults(hyperv), ...processorFaults(vm, hyperv)];
  return faults.map(({ field, value, fault, remedy }) => ({
    manifest: vm.manifest,
    stage: instanceStage(vm),
    path: vm.path(`domain.${field}`),
    value,
    message: `${fault}: ${outcome}`,
    remedy,
  }));
}

interface Fault {
  readonly field: string;
  readonly value: unknown;
  readonly fault: string;
  readonly remedy: string;
}

function dependencyFaults(hyperv: Record<string, any>): Fault[] {
  return HYPERV_NEEDS.filter(({ feature, needed }) => isOn(feature, hyperv) && hyperv[needed]?.enabled === false).map(
    ({ feature, needed }) => ({
      field: `features.hyperv.${feature}`,
      value: hyperv[feature],
      fault: `it needs ${needed}, which is switched off`,
      remedy: `Switch ${needed} on, or remove ${feature}.`,
    }),
  );
}

/** KubeVirt gives the first mention of vmx the policy that evmcs needs, and no other one. */
function processorFaults({ domain }: VirtualMachineView, hyperv: Record<string, any>): Fault[] {
  const mentions = objectsOf(domain.cpu?.features)
    .map(({ name, policy }, index) => ({ name, value: policy, field: `cpu.features[${index}].policy` }))
    .filter(({ name }) => name === 'vmx');
  return isOn('evmcs', hyperv)
    ? mentions
        .slice(1)
        .filter(({ value }) => value !== 'require')
        .map(({ field, value }) => ({ field, value, fault: 'evmcs needs vmx with the policy require', remedy: 'Mention vmx once.' }))
    : [];
}

/** Whether a feature is on: it says so, or one that needs it does, and KubeVirt switches it on. */
function isOn(name: string, hyperv: Record<string, any>): boolean {
  const feature = hyperv[name];
  return feature === undefined
    ? HYPERV_NEEDS.some(({ feature: other, needed }) => needed === name && hyperv[other] !== undefined && isOn(other, hyperv))
    : isObject(feature) && feature.enabled !== false;
}
