import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isGroupAddress, isMacAddress, MAC_ADDRESS, MASQUERADE_BRIDGE_ADDRESS } from '../../../../facts';
import { fieldValues, isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const macAddressInvalid: Rule<VirtualMachineView> = {
  id: 'mac-address-invalid',
  title: 'MAC addresses have six bytes, are of one interface, and not reserved',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a MAC address that it cannot parse, one that is longer than six bytes, and the one of its own bridge. libvirt refuses one of a group.',
  remediation: 'Write six bytes, e.g. 02:1a:4a:16:01:51.',
  references: [KubevirtSource.NETWORK_ADMITTER, 'https://gitlab.com/libvirt/libvirt/-/blob/v11.9.0/src/conf/domain_conf.c'],
  mentions: ['macAddress'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const addresses = fieldValues(vm.devices, ['interfaces[]', 'macAddress']);
  if (addresses.length === 0) {
    return NOT_APPLICABLE;
  }
  return vm.interfaces.flatMap(({ macAddress, masquerade }, index) => {
    const takesDigitsAlone = cluster.atLeast('1.9');
    const message = faultOf(macAddress, isObject(masquerade), takesDigitsAlone);
    const remedy = 'Write six bytes, e.g. 02:1a:4a:16:01:51, or leave it out.';
    const path = vm.path(`domain.devices.interfaces[${index}].macAddress`);
    if (message === undefined && isForSeveral(macAddress)) {
      return [{ manifest: vm.manifest, path, value: macAddress, stage: Stage.START, message: FOR_SEVERAL, remedy }];
    }
    return message === undefined ? [] : [{ manifest: vm.manifest, path, value: macAddress, message, remedy }];
  });
}

const FOR_SEVERAL =
  'its first byte is odd, which makes it an address of a group: the VM is accepted, but libvirt refuses the address and it never starts';

function isForSeveral(address: unknown): boolean {
  return typeof address === 'string' && isGroupAddress(address);
}

function faultOf(address: unknown, masquerade: boolean, takesDigitsAlone: boolean): string | undefined {
  if (typeof address !== 'string' || address === '') {
    return undefined;
  }
  if (!isMacAddress(address, takesDigitsAlone)) {
    return `this is not ${MAC_ADDRESS.words}, and KubeVirt refuses it`;
  }
  return masquerade && address === MASQUERADE_BRIDGE_ADDRESS ? "KubeVirt reserves this address for the bridge in the VM's pod" : undefined;
}
