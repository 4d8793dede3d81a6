import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const interfaceStateUnsupported: Rule<VirtualMachineView> = {
  id: 'interface-state-unsupported',
  title: 'The state of an interface fits its binding',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt unplugs bridges on secondary networks only, and cannot set the link state of an SR-IOV device.',
  remediation: 'Remove state, or use it with another binding.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  mentions: ['state'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const stateful = vm.interfaces.flatMap((networkInterface, index) =>
    networkInterface.state === undefined ? [] : [{ networkInterface, index }],
  );
  if (stateful.length === 0) {
    return NOT_APPLICABLE;
  }
  return stateful.flatMap(({ networkInterface, index }) => {
    const message = faultOf(vm, networkInterface);
    const path = vm.path(`domain.devices.interfaces[${index}].state`);
    const remedy = 'Remove state from this interface.';
    return message === undefined
      ? []
      : [{ manifest: vm.manifest, path, value: networkInterface.state, message, remedy, fix: removal(path) }];
  });
}

function faultOf(vm: VirtualMachineView, { name, state, bridge, sriov }: Record<string, any>): string | undefined {
  const network = vm.networks.find((candidate) => candidate.name === name);
  if (state === 'absent' && bridge === undefined) {
    return 'KubeVirt unplugs interfaces with a bridge binding only';
  }
  if (state === 'absent' && (isObject(network?.pod) || network?.multus?.default === true)) {
    return "KubeVirt does not unplug the interface of the pod's default network";
  }
  return (state === 'up' || state === 'down') && sriov !== undefined ? 'KubeVirt cannot set the link state of an SR-IOV device' : undefined;
}
