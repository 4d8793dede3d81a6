import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { HOST_NAME_LABEL, ZONE_LABEL } from '../../../../facts';
import { objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const topologySpreadInvalid: Rule<VirtualMachineView> = {
  id: 'topology-spread-invalid',
  title: 'Topology spread constraints are complete and occur once',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a constraint with a maxSkew below 1 or an empty topologyKey, and two for the same key and whenUnsatisfiable.',
  remediation: 'Keep one constraint for each topologyKey and whenUnsatisfiable, with maxSkew: 1.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.TOPOLOGY_SPREAD],
  mentions: ['topologySpreadConstraints'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const constraints = objectsOf(vm.spec.topologySpreadConstraints);
  if (constraints.length === 0) {
    return NOT_APPLICABLE;
  }
  const seen = new Map<string, number>();
  return constraints.flatMap(({ maxSkew, topologyKey, whenUnsatisfiable }, index) => {
    const path = vm.path(`topologySpreadConstraints[${index}]`);
    if (maxSkew < 1) {
      const message = 'KubeVirt refuses a maxSkew below 1';
      return [{ manifest: vm.manifest, path: `${path}.maxSkew`, value: maxSkew, message, remedy: 'Use maxSkew: 1.' }];
    }
    if (topologyKey === '') {
      const message = 'KubeVirt refuses a constraint without a node label to spread over';
      return [
        {
          manifest: vm.manifest,
          path: `${path}.topologyKey`,
          value: topologyKey,
          message,
          remedy: `Use ${HOST_NAME_LABEL} or ${ZONE_LABEL}.`,
        },
      ];
    }
    const key = `${topologyKey} ${whenUnsatisfiable}`;
    const first = seen.get(key);
    seen.set(key, first ?? index);
    const message = `topologySpreadConstraints[${first}] has the same key and whenUnsatisfiable, and KubeVirt refuses the VM`;
    return first === undefined
      ? []
      : [{ manifest: vm.manifest, path: `${path}.topologyKey`, value: topologyKey, message, remedy: 'Remove one of them.' }];
  });
}
