import { KubevirtSource } from '../../../../admission';
import { isListFound } from '../../../../admission/gated-fields';
import { Stage } from '../../../../admission/stage';
import { INTERFACE_PROTOCOLS, isWithin, PORTS } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
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
    'On the pod network KubeVirt takes at most ten ranges, of TCP or UDP ports, that do not overlap, on a masquerade interface without a list of ports.',
  remediation: 'Use masquerade, and either ports or up to ten portRanges.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  mentions: ['portRanges'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { networkInterface, index } = vm.podConnection ?? { networkInterface: {}, index: -1 };
  const { portRanges } = networkInterface;
  if (!isListFound(portRanges, vm)) {
    return NOT_APPLICABLE;
  }
  const path = vm.path(`domain.devices.interfaces[${index}]`);
  const ranges = `${path}.portRanges`;
  const faults = interfaceFaults(vm, path, networkInterface);
  return portRanges.length > MOST
    ? [...faults, tooMany(vm, ranges, portRanges)]
    : [...faults, ...rangeFaults(vm, ranges, objectsOf(portRanges))];
}

/** KubeVirt blames the interface. */
function interfaceFaults(vm: VirtualMachineView, path: string, value: Record<string, any>): Violation[] {
  const { masquerade, ports } = value;
  const at = { manifest: vm.manifest, path, value };
  return [
    ...(isObject(masquerade)
      ? []
      : [{ ...at, message: 'KubeVirt refuses port ranges of an interface that is not masquerade', remedy: 'Use masquerade: {}.' }]),
    ...(isListFound(ports, vm)
      ? [{ ...at, message: 'KubeVirt refuses port ranges beside a list of ports', remedy: 'Write each port as a range of one.' }]
      : []),
  ];
}

function tooMany(vm: VirtualMachineView, path: string, value: readonly unknown[]): Violation {
  const message = `KubeVirt refuses more than ${MOST} ranges`;
  return { manifest: vm.manifest, path, value, shown: `${value.length} ranges`, message, remedy: 'Join some of them.' };
}

function rangeFaults(vm: VirtualMachineView, path: string, ranges: readonly Record<string, any>[]): Violation[] {
  const taken: Record<string, any>[] = [];
  return ranges.flatMap((value, index): Violation[] => {
    const { start, end, protocol } = value;
    const at = { manifest: vm.manifest, path: `${path}[${index}]`, value };
    if (!INTERFACE_PROTOCOLS.includes(protocol)) {
      const message = 'KubeVirt refuses port ranges of other protocols than TCP and UDP';
      const field = `${at.path}.protocol`;
      const fix = typeof protocol === 'string' ? nearestValue(field, protocol, INTERFACE_PROTOCOLS) : undefined;
      return [{ ...at, path: field, value: protocol, message, remedy: `Use ${INTERFACE_PROTOCOLS.join(' or ')}.`, fix }];
    }
    if (!isWithin(start, PORTS) || !isWithin(end, PORTS) || start > end) {
      const remedy = 'Use ports from 1 to 65535, and a start that is not above the end.';
      return [{ ...at, message: 'this is not a range of ports', remedy }];
    }
    const met = taken.find((other) => other.protocol === protocol && start <= other.end && other.start <= end);
    taken.push(value);
    const message = `KubeVirt refuses a range that overlaps with ${met?.start} to ${met?.end}`;
    return met === undefined ? [] : [{ ...at, message, remedy: 'Join the ranges.' }];
  });
}
