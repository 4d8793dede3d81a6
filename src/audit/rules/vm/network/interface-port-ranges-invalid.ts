import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isWithin, PORTS } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const MOST = 10;

export const interfacePortRangesInvalid: Rule<VirtualMachineView> = {
  id: 'interface-port-ranges-invalid',
  title: 'Port ranges of an interface are ranges of ports behind NAT',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt takes at most ten ranges, on masquerade interfaces without a list of ports only; a range that ends before it begins has no port.',
  remediation: 'Use masquerade, and either ports or up to ten portRanges.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  mentions: ['portRanges'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const ranged = vm.interfaces.flatMap((networkInterface, index) =>
    objectsOf(networkInterface.portRanges).length === 0 ? [] : [{ networkInterface, index }],
  );
  if (ranged.length === 0) {
    return NOT_APPLICABLE;
  }
  return ranged.flatMap(({ networkInterface, index }) => {
    const path = vm.path(`domain.devices.interfaces[${index}].portRanges`);
    return [...listFaults(vm, path, networkInterface), ...rangeFaults(vm, path, objectsOf(networkInterface.portRanges))];
  });
}

function listFaults(vm: VirtualMachineView, path: string, networkInterface: Record<string, any>): Violation[] {
  const { masquerade, ports, portRanges: value } = networkInterface;
  const at = { manifest: vm.manifest, path, value };
  return [
    ...(isObject(masquerade)
      ? []
      : [{ ...at, message: 'KubeVirt refuses port ranges of an interface that is not masquerade', remedy: 'Use masquerade: {}.' }]),
    ...(objectsOf(ports).length === 0
      ? []
      : [{ ...at, message: 'KubeVirt refuses port ranges beside a list of ports', remedy: 'Write each port as a range of one.' }]),
    ...(value.length <= MOST
      ? []
      : [{ ...at, shown: `${value.length} ranges`, message: `KubeVirt refuses more than ${MOST} ranges`, remedy: 'Join some of them.' }]),
  ];
}

function rangeFaults(vm: VirtualMachineView, path: string, ranges: readonly Record<string, any>[]): Violation[] {
  return ranges.flatMap((value, index) => {
    const { start, end } = value;
    const message = 'this is not a range of ports';
    const remedy = 'Use ports from 1 to 65535, and a start that is not above the end.';
    return isWithin(start, PORTS) && isWithin(end, PORTS) && start <= end
      ? []
      : [{ manifest: vm.manifest, path: `${path}[${index}]`, value, message, remedy }];
  });
}
