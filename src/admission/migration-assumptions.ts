import { Architecture, type ClusterProfile } from '../cluster';
import { CDI_GROUP } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { accessModesOf } from './access-modes';
import type { AdmissionContext } from './context';
import { claimNameOf } from './data-volumes';
import { isVirtualGpu, VGPU_GATE } from './device-migration-blockers';
import { featureGates } from './feature-gates';
import { instancetypeOf } from './instancetype';
import { architectureOf } from './judged-instance';
import { kubevirtConfiguration } from './kubevirt-configuration';

/** What has to hold in the cluster for a VM to be live-migrated, beyond what the manifests tell: a sentence each. */
export function migrationAssumptions(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): string[] {
  return [
    ...networkAssumptions(vm, graph, cluster),
    ...instancetypeAssumptions(vm, graph),
    ...cpuAssumptions(vm, { graph, cluster }),
    ...gpuAssumptions(vm, graph, cluster),
    ...reenlightenmentAssumptions(vm),
    ...storageAssumptions(vm, graph),
    ...placementAssumptions(vm),
  ];
}

function networkAssumptions(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): string[] {
  const connection = vm.podConnection;
  const isConfigurationKnown = kubevirtConfiguration(graph) !== undefined;
  if (connection === undefined) {
    return [];
  }
  if (connection.index < 0) {
    return cluster.isOpenshift && !isConfigurationKnown
      ? ['The cluster binds the pod network with masquerade where a VM says nothing, as OpenShift Virtualization does by default.']
      : [];
  }
  const { networkInterface } = connection;
  if (isObject(networkInterface.binding)) {
    return isConfigurationKnown
      ? []
      : [`The KubeVirt object declares a migration for the binding plugin "${networkInterface.binding.name}".`];
  }
  const methods = ['masquerade', 'bridge', 'passtBinding', 'sriov', 'slirp', 'macvtap', 'passt'];
  const isUnbound = methods.every((method) => networkInterface[method] === undefined);
  return isUnbound && vm.vmSpec?.preference !== undefined ? ['The preference binds the pod network with masquerade.'] : [];
}

function instancetypeAssumptions(vm: VirtualMachineView, graph: ManifestGraph): string[] {
  const matcher = vm.vmSpec?.instancetype;
  if (!isObject(matcher) || instancetypeOf(vm, graph) !== undefined) {
    return [];
  }
  const name = matcher.name === undefined ? `inferred from the volume "${matcher.inferFromVolume}"` : `"${matcher.name}"`;
  return [`The instancetype ${name} brings neither a device of the host nor launch security: it is not in this app.`];
}

function cpuAssumptions(vm: VirtualMachineView, context: AdmissionContext): string[] {
  const { model } = vm.domain.cpu ?? {};
  if (model === 'host-passthrough' || architectureOf(vm, context) === Architecture.ARM64) {
    return ['Another node has the same CPU: the guest sees that of its node.'];
  }
  return model === undefined || model === '' || model === 'host-model'
    ? ['KubeVirt knows the CPU model of the nodes, and another node has the features of the first: the guest sees the model of its node.']
    : [`Another node has the CPU model "${model}".`];
}

function gpuAssumptions(vm: VirtualMachineView, graph: ManifestGraph, cluster: ClusterProfile): string[] {
  const gate = featureGates({ graph, cluster }) === undefined ? `, and the feature gate ${VGPU_GATE} is on` : '';
  return isVirtualGpu(vm, graph, cluster) ? [`The GPU is a mediated virtual one${gate}.`] : [];
}

function reenlightenmentAssumptions(vm: VirtualMachineView): string[] {
  return vm.domain.features?.hyperv?.reenlightenment?.enabled === true
    ? ['The nodes expose the frequency of their time stamp counter, which features.hyperv.reenlightenment needs.']
    : [];
}

/** What has to hold of the volumes of a VM for it to be live-migrated. */
export function storageAssumptions(vm: VirtualMachineView, graph: ManifestGraph): string[] {
  return vm.volumes.flatMap((volume, index) => volumeAssumptions(vm, volume, index, graph));
}

function volumeAssumptions(vm: VirtualMachineView, volume: Record<string, any>, index: number, graph: ManifestGraph): string[] {
  const claim = claimNameOf(volume);
  if (typeof claim !== 'string' || accessModesOf(vm, index, graph) !== undefined) {
    return [];
  }
  const definition = definitionOf(vm, claim, graph);
  if (definition === undefined) {
    return [`The claim "${claim}" of the volume "${volume.name}" is ReadWriteMany: it is not in this app.`];
  }
  const { storageClassName } = definition;
  const name = storageClassName === undefined ? 'the storage class that the cluster chooses' : `the storage class "${storageClassName}"`;
  return [`The StorageProfile of ${name} makes the volume "${volume.name}" ReadWriteMany: its accessModes are not set.`];
}

/** What the manifests ask of the storage for a claim; undefined when they do not define it. */
function definitionOf(vm: VirtualMachineView, claim: string, graph: ManifestGraph): Record<string, any> | undefined {
  const template = vm.dataVolumeTemplates.find(({ metadata }) => metadata?.name === claim);
  const dataVolume = template ?? graph.find(CDI_GROUP, 'DataVolume', vm.namespace, claim);
  const definition = dataVolume?.spec ?? graph.find('', 'PersistentVolumeClaim', vm.namespace, claim);
  return definition && [definition.storage, definition.pvc, definition.spec, {}].find(isObject);
}

function placementAssumptions(vm: VirtualMachineView): string[] {
  const { nodeSelector, affinity } = vm.spec;
  const required = affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const apart = objectsOf(affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution);
  return [
    ...(isObject(nodeSelector) || isObject(required) ? ['Another node matches the nodeSelector and the node affinity, and has room.'] : []),
    ...(apart.length > 0 ? ['A node is left where none of the pods runs that the VM must be apart from.'] : []),
  ];
}
