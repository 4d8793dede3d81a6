import { isObject, objectsOf, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import type { GatedFeature } from './gated-feature';
import { Stage } from './stage';

/** Sources of volumes with configuration. */
const CONFIGURATION = ['configMap', 'secret', 'serviceAccount', 'downwardAPI'];
const STORAGE = ['persistentVolumeClaim', 'dataVolume'];

/** No webhook asks for the gate of paths in containers. */
const WITHOUT_POD = { stage: Stage.RUN, consequence: 'the VM is accepted, but no pod is made for it, and it waits for ever' };

/** The gate of both kinds of file systems, up to 1.7. */
const OLDER_GATE = 'ExperimentalVirtiofsSupport';

/** The file systems of a VM whose volumes only a cluster with a gate shares with the guest. */
export function gatedFilesystems(vm: VirtualMachineView, { cluster }: AdmissionContext): GatedFeature[] {
  const alternatives = cluster.atLeast('1.8') ? [] : [OLDER_GATE];
  return objectsOf(vm.devices.filesystems).flatMap((value, index): GatedFeature[] => {
    const volume = vm.volumes.find(({ name }) => name === value.name);
    const has = (sources: readonly string[]) => volume !== undefined && sources.some((source) => isObject(volume[source]));
    const path = vm.path(`domain.devices.filesystems[${index}]`);
    if (has(CONFIGURATION)) {
      return [{ gate: 'EnableVirtioFsConfigVolumes', alternatives, path, value }];
    }
    if (has(STORAGE)) {
      return [{ gate: 'EnableVirtioFsStorageVolumes', alternatives, path, value }];
    }
    return has(['containerPath']) ? [{ gate: 'ContainerPathVolumes', path, value, later: WITHOUT_POD }] : [];
  });
}
