import { CLONE_GROUP, EXPORT_GROUP, KUBEVIRT_GROUP, SNAPSHOT_GROUP } from '../facts';
import { isObject, type Manifest } from './manifest';
import type { ManifestGraph } from './manifest-graph';
import { VirtualMachineView } from './virtual-machine-view';

export function snapshots(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(SNAPSHOT_GROUP, 'VirtualMachineSnapshot');
}

export function restores(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(SNAPSHOT_GROUP, 'VirtualMachineRestore');
}

export function clones(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(CLONE_GROUP, 'VirtualMachineClone');
}

export function exportsOf(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(EXPORT_GROUP, 'VirtualMachineExport');
}

/** The spec, tolerating anything else in its place. */
export function specOf(manifest: Manifest): Record<string, any> {
  return isObject(manifest.spec) ? manifest.spec : {};
}

/** The name that a reference of the spec carries; undefined when it carries none. */
export function nameIn(manifest: Manifest, field: string): string | undefined {
  const name = specOf(manifest)[field]?.name;
  return typeof name === 'string' ? name : undefined;
}

/** The VM of the name in the namespace of an object; undefined when it is not among the manifests. */
export function virtualMachineBeside(graph: ManifestGraph, manifest: Manifest, name: string | undefined): VirtualMachineView | undefined {
  const vm = name === undefined ? undefined : graph.find(KUBEVIRT_GROUP, 'VirtualMachine', manifest.metadata?.namespace, name);
  return vm && new VirtualMachineView(vm, 'spec', vm.spec ?? {}, vm.spec?.template);
}

/** The snapshot that a restore is made of; undefined when it is not among the manifests. */
export function snapshotOf(graph: ManifestGraph, restore: Manifest): Manifest | undefined {
  const name = specOf(restore).virtualMachineSnapshotName;
  return typeof name === 'string' ? graph.find(SNAPSHOT_GROUP, 'VirtualMachineSnapshot', restore.metadata?.namespace, name) : undefined;
}
