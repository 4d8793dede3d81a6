import { KubevirtSource, kubevirtConfiguration } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { renaming } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

const SETTING = 'permitBridgeInterfaceOnPodNetwork';

export const bridgeOnPodNetwork: Rule<VirtualMachineView> = {
  id: 'bridge-on-pod-network',
  title: 'A bridge is on the pod network only where the cluster permits it',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: `KubeVirt refuses a bridge on the pod network when its configuration says ${SETTING}: false.`,
  remediation: 'Use masquerade on the pod network.',
  references: [KubevirtSource.NETWORK_ADMITTER, KubevirtSource.INTERFACES],
  mentions: ['bridge'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const { networkInterface, index } = vm.podConnection ?? { networkInterface: {}, index: -1 };
  const permission = kubevirtConfiguration(graph)?.network?.[SETTING];
  if (index < 0 || !isObject(networkInterface.bridge) || permission === undefined) {
    return NOT_APPLICABLE;
  }
  const message = `the KubeVirt object says ${SETTING}: false, and KubeVirt refuses the VM`;
  const path = vm.path(`domain.devices.interfaces[${index}]`);
  const remedy = 'Use masquerade: {} instead of bridge.';
  const fix = renaming(`${path}.bridge`, networkInterface.bridge, 'masquerade');
  return permission === false ? [{ manifest: vm.manifest, path, value: networkInterface, message, remedy, fix }] : [];
}
