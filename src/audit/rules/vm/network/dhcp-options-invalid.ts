import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isLaxIpAddress, isWithin, PRIVATE_DHCP_OPTIONS } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** What stands in front of an IPv4 address that is written as one of IPv6. */
const MAPPED = /^::ffff:/i;

export const dhcpOptionsInvalid: Rule<VirtualMachineView> = {
  id: 'dhcp-options-invalid',
  title: 'DHCP options of an interface are ones that KubeVirt hands out',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses private options outside 224 to 254, one that is given twice, and time servers that are not IPv4 addresses.',
  remediation: 'Use options 224 to 254 once each, and IPv4 addresses.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  mentions: ['dhcpOptions'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const given = vm.interfaces.flatMap(({ dhcpOptions }, index) => (isObject(dhcpOptions) ? [{ dhcpOptions, index }] : []));
  if (given.length === 0) {
    return NOT_APPLICABLE;
  }
  return given.flatMap(({ dhcpOptions, index }) => {
    const path = vm.path(`domain.devices.interfaces[${index}].dhcpOptions`);
    return [...timeServerFaults(vm, path, dhcpOptions), ...privateOptionFaults(vm, path, dhcpOptions)];
  });
}

function timeServerFaults(vm: VirtualMachineView, path: string, { ntpServers }: Record<string, any>): Violation[] {
  const servers: unknown[] = Array.isArray(ntpServers) ? ntpServers : [];
  return servers.flatMap((value, index) => {
    const message = 'KubeVirt refuses a time server that is not an IPv4 address';
    const violation = { manifest: vm.manifest, path: `${path}.ntpServers[${index}]`, value, message, remedy: 'Use an IPv4 address.' };
    return typeof value === 'string' && isLaxIpAddress(value.replace(MAPPED, ''), [4]) ? [] : [violation];
  });
}

function privateOptionFaults(vm: VirtualMachineView, path: string, { privateOptions }: Record<string, any>): Violation[] {
  const seen = new Set<unknown>();
  return objectsOf(privateOptions).flatMap(({ option: value }, index) => {
    const fault = privateOptionFault(value, seen.has(value));
    seen.add(value);
    return fault === undefined ? [] : [{ manifest: vm.manifest, path: `${path}.privateOptions[${index}].option`, value, ...fault }];
  });
}

function privateOptionFault(option: unknown, repeated: boolean): { message: string; remedy: string } | undefined {
  if (!isWithin(option, PRIVATE_DHCP_OPTIONS)) {
    return {
      message: 'KubeVirt refuses options that are not private ones',
      remedy: `Use a number from ${PRIVATE_DHCP_OPTIONS.min} to ${PRIVATE_DHCP_OPTIONS.max}.`,
    };
  }
  return repeated ? { message: 'KubeVirt refuses an option that is given twice', remedy: 'Use another number.' } : undefined;
}
