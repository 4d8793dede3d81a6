import { KubevirtSource, podsOf, setOf } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { canonicalMacAddress } from '../../../../facts';
import { displayName, eachObjectOnce, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const macAddressDuplicate: Rule<ManifestGraph> = {
  id: 'mac-address-duplicate',
  title: 'No two interfaces on a network have the same MAC address',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale: "Two guests with one address on one network take each other's frames: both are reached now and then only.",
  remediation: 'Give each interface an address of its own, or leave it to KubeVirt.',
  references: [KubevirtSource.INTERFACES],
  subjects: (graph) => [graph],
  evaluate,
};

function evaluate(graph: ManifestGraph): Outcome {
  const addresses = eachObjectOnce(graph.virtualMachines, graph).flatMap(addressesOf);
  if (addresses.length === 0) {
    return NOT_APPLICABLE;
  }
  const owners = new Map<string, VirtualMachineView>();
  return addresses.flatMap(({ vm, path, value, network }) => {
    const key = `${network} ${canonicalMacAddress(value)}`;
    const owner = owners.get(key);
    owners.set(key, owner ?? vm);
    const pooled = podsOf(vm) > 1;
    if (owner === undefined && !pooled) {
      return [];
    }
    const taken =
      owner === undefined ? `every VM of the ${setOf(vm)} gets the same address` : `${displayName(owner.manifest)} has the same address`;
    const message = `${taken} on the network ${network}, and they take each other's frames`;
    return [{ manifest: vm.manifest, path, value, message, remedy: 'Remove macAddress: KubeVirt chooses one.', fix: removal(path) }];
  });
}

/** The addresses on secondary networks; on the pod network an address does not leave the pod. */
function addressesOf(vm: VirtualMachineView) {
  return vm.interfaces.flatMap(({ name, macAddress }, index) => {
    const network = vm.networks.find((candidate) => candidate.name === name)?.multus?.networkName;
    if (typeof macAddress !== 'string' || macAddress === '' || typeof network !== 'string') {
      return [];
    }
    const qualified = network.includes('/') ? network : `${vm.namespace ?? ''}/${network}`;
    return [{ vm, path: vm.path(`domain.devices.interfaces[${index}].macAddress`), value: macAddress, network: qualified }];
  });
}
