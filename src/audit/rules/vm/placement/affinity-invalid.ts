import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isWithin, PREFERENCE_WEIGHTS } from '../../../../facts';
import { fieldValues, isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';
const KINDS = ['nodeAffinity', 'podAffinity', 'podAntiAffinity'];

export const affinityInvalid: Rule<VirtualMachineView> = {
  id: 'affinity-invalid',
  title: 'Affinity terms are complete',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses weights outside 1 to 100, pod terms without a topologyKey, and required node affinity without a term.',
  remediation: 'Complete the term.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['affinity'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { affinity } = vm.spec;
  if (!isObject(affinity)) {
    return NOT_APPLICABLE;
  }
  return [
    ...KINDS.flatMap((kind) => weightFaults(vm, kind)),
    ...KINDS.slice(1).flatMap((kind) => topologyFaults(vm, kind)),
    ...nodeTermFaults(vm),
  ];
}

function weightFaults(vm: VirtualMachineView, kind: string): Violation[] {
  return objectsOf(vm.spec.affinity[kind]?.[PREFERRED]).flatMap(({ weight }, index) => {
    const path = vm.path(`affinity.${kind}.${PREFERRED}[${index}].weight`);
    const message = 'KubeVirt refuses weights outside 1 to 100';
    return typeof weight === 'number' && !isWithin(weight, PREFERENCE_WEIGHTS)
      ? [{ manifest: vm.manifest, path, value: weight, message, remedy: 'Use weight: 100.' }]
      : [];
  });
}

function topologyFaults(vm: VirtualMachineView, kind: string): Violation[] {
  const terms = vm.spec.affinity[kind] ?? {};
  const places = [...fieldValues(terms, [`${REQUIRED}[]`]), ...fieldValues(terms, [`${PREFERRED}[]`, 'podAffinityTerm'])];
  return places.flatMap(({ path, value }) => {
    const topologyKey = isObject(value) ? value.topologyKey : undefined;
    const message = 'KubeVirt refuses a pod affinity term without a node label to compare';
    const fullPath = vm.path(`affinity.${kind}.${path}.topologyKey`);
    const missing = topologyKey === undefined || topologyKey === '';
    return missing
      ? [{ manifest: vm.manifest, path: fullPath, value: topologyKey, message, remedy: 'Use topologyKey: kubernetes.io/hostname.' }]
      : [];
  });
}

function nodeTermFaults(vm: VirtualMachineView): Violation[] {
  const required = vm.spec.affinity.nodeAffinity?.[REQUIRED];
  const value = isObject(required) ? required.nodeSelectorTerms : undefined;
  const message = 'KubeVirt refuses required node affinity without a term';
  const path = vm.path(`affinity.nodeAffinity.${REQUIRED}.nodeSelectorTerms`);
  const missing = isObject(required) && objectsOf(value).length === 0;
  return missing ? [{ manifest: vm.manifest, path, value, message, remedy: 'Add a term, or remove it.' }] : [];
}
