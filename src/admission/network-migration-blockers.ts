import type { ClusterProfile } from '../cluster';
import { InstanceAnnotation } from '../facts';
import type { Connection, ManifestGraph, VirtualMachineView } from '../graph';
import { kubevirtConfiguration } from './kubevirt-configuration';
import type { MigrationBlocker } from './migration-blocker';

const REASON = 'InterfaceNotLiveMigratable';
const MASQUERADE_REMEDY = 'Give the interface of the pod network masquerade: {}.';

/** What keeps the interface of the pod network from being migrated; secondary networks do not matter. */
export function networkMigrationBlockers(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): MigrationBlocker[] {
  const connection = vm.podConnection;
  if (connection === undefined) {
    return [];
  }
  const isBridgeAllowed = vm.podAnnotations[InstanceAnnotation.BRIDGE_MIGRATION] !== undefined;
  if (connection.index < 0) {
    const message = 'KubeVirt then binds the pod network with bridge, which cannot be migrated';
    const remedy = 'Write out networks and interfaces, with masquerade: {} on the pod network.';
    const isBlocked = defaultBinding(graph, cluster) === 'bridge' && !isBridgeAllowed;
    return isBlocked ? [{ path: vm.path('networks'), reason: REASON, message, remedy }] : [];
  }
  const { masquerade, passtBinding, binding, bridge } = connection.networkInterface;
  if (masquerade !== undefined || passtBinding !== undefined || (bridge !== undefined && isBridgeAllowed)) {
    return [];
  }
  return binding === undefined ? bindingBlockers(vm, connection) : pluginBlockers(vm, connection, graph);
}

/** The binding that KubeVirt writes into VMs that name no network. */
export function defaultBinding(graph: ManifestGraph, cluster: ClusterProfile): string {
  return kubevirtConfiguration(graph)?.network?.defaultNetworkInterface ?? (cluster.isOpenshift ? 'masquerade' : 'bridge');
}

function bindingBlockers(vm: VirtualMachineView, { networkInterface, index }: Connection): MigrationBlocker[] {
  const path = vm.path(`domain.devices.interfaces[${index}]`);
  const method = ['bridge', 'sriov', 'slirp', 'macvtap', 'passt'].find((name) => networkInterface[name] !== undefined);
  if (method === undefined) {
    const message = 'an interface of the pod network without a binding cannot be migrated';
    const mayBePreferred = vm.vmSpec?.preference !== undefined;
    return mayBePreferred ? [] : [{ path: `${path}.masquerade`, reason: REASON, message, remedy: MASQUERADE_REMEDY }];
  }
  const message = `an interface that is bound to the pod network with ${method} cannot be migrated`;
  return [{ path: `${path}.${method}`, value: networkInterface[method], reason: REASON, message, remedy: MASQUERADE_REMEDY }];
}

/** A binding plugin migrates when the KubeVirt object says how; nothing is known without that object. */
function pluginBlockers(vm: VirtualMachineView, { networkInterface, index }: Connection, graph: ManifestGraph): MigrationBlocker[] {
  const configuration = kubevirtConfiguration(graph);
  const name = networkInterface.binding?.name;
  if (configuration === undefined || configuration.network?.binding?.[name]?.migration !== undefined) {
    return [];
  }
  const path = vm.path(`domain.devices.interfaces[${index}].binding.name`);
  const message = 'the KubeVirt object declares no migration for this binding plugin';
  const remedy = 'Add migration: {} to the plugin in spec.configuration.network.binding of the KubeVirt object, or use masquerade: {}.';
  return [{ path, value: name, reason: REASON, message, remedy }];
}
