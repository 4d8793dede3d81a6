import { KubevirtSource } from '../../../../admission';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const MAC_ADDRESS = /^([0-9a-f]{2}(:[0-9a-f]{2}){5}|[0-9a-f]{2}(-[0-9a-f]{2}){5}|[0-9a-f]{4}(\.[0-9a-f]{4}){2})$/i;
const RESERVED = '02:00:00:00:00:00';

export const macAddressInvalid: Rule<VirtualMachineView> = {
  id: 'mac-address-invalid',
  title: 'MAC addresses have six bytes and are not reserved',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses a MAC address that it cannot parse, one that is longer than six bytes, and the one of its own bridge.',
  remediation: 'Write six bytes, e.g. 02:1a:4a:16:01:51.',
  references: [KubevirtSource.NETWORK_ADMITTER],
  mentions: ['macAddress'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const addresses = fieldValues(vm.devices, ['interfaces[]', 'macAddress']);
  if (addresses.length === 0) {
    return NOT_APPLICABLE;
  }
  return vm.interfaces.flatMap(({ macAddress, masquerade }, index) => {
    const message = faultOf(macAddress, isObject(masquerade));
    const remedy = 'Write six bytes, e.g. 02:1a:4a:16:01:51, or leave it out.';
    const path = vm.path(`domain.devices.interfaces[${index}].macAddress`);
    return message === undefined ? [] : [{ manifest: vm.manifest, path, value: macAddress, message, remedy }];
  });
}

function faultOf(address: unknown, masquerade: boolean): string | undefined {
  if (typeof address !== 'string' || address === '') {
    return undefined;
  }
  if (!MAC_ADDRESS.test(address)) {
    return 'this is not a MAC address of six bytes, and KubeVirt refuses it';
  }
  return masquerade && address === RESERVED ? "KubeVirt reserves this address for the bridge in the VM's pod" : undefined;
}
