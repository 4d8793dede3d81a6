import { KubevirtSource, preferenceOf } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { INTERFACE_BINDINGS } from '../../../../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const interfaceBindingNotExactlyOne: Rule<VirtualMachineView> = {
  id: 'interface-binding-not-exactly-one',
  title: 'An interface has one binding',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a binding plugin beside a binding method, and from 1.9 on two methods, and an interface without any.',
  remediation: 'Keep one of masquerade, bridge, sriov and binding.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph, cluster }: RuleContext): Outcome {
  const { interfaces } = vm;
  if (interfaces.length === 0) {
    return NOT_APPLICABLE;
  }
  const isCounted = cluster.atLeast('1.9');
  const mayBeUnset = !isCounted || mayComeFromPreference(vm, graph);
  return interfaces.flatMap((value, index) => {
    const bindings = INTERFACE_BINDINGS.filter((binding) => isObject(value[binding]));
    // Before 1.9 nobody compares the methods with one another: one of them wins.
    const exclude = bindings.length > 1 && (isCounted || isObject(value.binding));
    if (bindings.length === 0 ? mayBeUnset : !exclude) {
      return [];
    }
    const message =
      bindings.length === 0 ? 'KubeVirt refuses an interface without a binding' : `${bindings.join(' and ')} exclude each other`;
    const remedy = bindings.length === 0 ? 'Give it one of masquerade, bridge, sriov.' : `Keep one of ${bindings.join(', ')}.`;
    return [{ manifest: vm.manifest, path: vm.path(`domain.devices.interfaces[${index}]`), value, message, remedy }];
  });
}

/** Whether a preference may give interfaces a binding before they are judged; a pool is judged without its preference. */
function mayComeFromPreference(vm: VirtualMachineView, graph: ManifestGraph): boolean {
  if (vm.vmSpec?.preference === undefined || vm.isReplicated) {
    return false;
  }
  const preference = preferenceOf(vm, graph);
  return preference === undefined || isObject(preference.devices?.preferredInterfaceMasquerade);
}
