import { InstanceAnnotation } from '../facts';
import { fieldValues, isObject, objectsOf, type VirtualMachineView } from '../graph';
import type { AdmissionContext } from './context';
import { presumedGates } from './feature-gates';

/** A volume or container of the pod that a VM runs in, whose name comes from the manifest. */
export interface LauncherPart {
  /** Manifest path of the field that the name is made from. */
  readonly path: string;
  /** The value of the field. */
  readonly value: string;
  /** The name in the pod. */
  readonly name: string;
}

/** Sources of volumes that are mounted into the pod under their own names. */
const MOUNTED = ['ephemeral', 'hostDisk', 'sysprep', 'secret', 'configMap', 'downwardAPI'];

/** Sources of volumes that are mounted unless they are plugged in later. */
const PLUGGABLE = ['persistentVolumeClaim', 'dataVolume'];

const SECRETS_OF_CLOUD_INIT = Object.entries({ secretRef: '-udata', networkDataSecretRef: '-ndata' });

const CREDENTIALS = ['sshPublicKey', 'userPassword'].map((kind) => ['accessCredentials[]', kind, 'source', 'secret', 'secretName']);

/**
 * The volumes of the pod that have names from the manifest.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/rendervolumes.go
 */
export function launcherVolumes(vm: VirtualMachineView): LauncherPart[] {
  return [...vm.volumes.flatMap((volume, index) => mountsOf(volume, vm.path(`volumes[${index}].name`))), ...credentialsOf(vm)];
}

function mountsOf(volume: Record<string, any>, path: string): LauncherPart[] {
  const { name: value } = volume;
  if (typeof value !== 'string' || value === '') {
    return [];
  }
  const isMounted = MOUNTED.some((source) => isObject(volume[source])) || PLUGGABLE.some((source) => isMountedFrom(volume[source]));
  const own = isMounted ? [{ path, value, name: value }] : [];
  const cloudInit = [volume.cloudInitNoCloud, volume.cloudInitConfigDrive].find(isObject);
  if (cloudInit === undefined) {
    return own;
  }
  const secrets = SECRETS_OF_CLOUD_INIT.filter(([field]) => isObject(cloudInit[field]));
  return [...own, ...secrets.map(([, suffix]) => ({ path, value, name: value + suffix }))];
}

function isMountedFrom(source: unknown): boolean {
  return isObject(source) && source.hotpluggable !== true;
}

function credentialsOf(vm: VirtualMachineView): LauncherPart[] {
  if (vm.spec.accessCredentials === undefined) {
    return [];
  }
  return CREDENTIALS.flatMap((steps) => fieldValues(vm.spec, steps)).flatMap(({ path, value }) =>
    typeof value === 'string' && value !== '' ? [{ path: vm.path(path), value, name: `${value}-access-cred` }] : [],
  );
}

/** The containers of the pod that have names from the manifest: those of container disks and file systems. */
export function launcherContainers(vm: VirtualMachineView, context: AdmissionContext): LauncherPart[] {
  const containerDisks = vm.volumes.flatMap(({ containerDisk, name }, index) => {
    const suffix = isObject(containerDisk) && !mountsImages(context) ? '-init' : '';
    return isObject(containerDisk) ? partOf(vm.path(`volumes[${index}].name`), name, `volume${name}${suffix}`) : [];
  });
  const filesystems = objectsOf(vm.devices.filesystems).flatMap(({ name }, index) =>
    partOf(vm.path(`domain.devices.filesystems[${index}].name`), name, `virtiofs-${name}`),
  );
  return [...containerDisks, ...filesystems];
}

function partOf(path: string, value: unknown, name: string): LauncherPart[] {
  return typeof value === 'string' && value !== '' ? [{ path, value, name }] : [];
}

/** Whether container disks are mounted by Kubernetes. */
function mountsImages(context: AdmissionContext): boolean {
  return presumedGates(context).isOn('ImageVolume');
}

type Condition = (vm: VirtualMachineView, context: AdmissionContext) => boolean;

const always = () => true;
const hasHugepages: Condition = ({ domain }) => isObject(domain.memory) && isObject(domain.memory.hugepages);

/** The volumes that KubeVirt adds to the pod by itself, each with when it does. */
const ADDED: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ['private', always],
  ['public', always],
  ['sockets', always],
  ['virt-bin-share-dir', always],
  ['libvirt-runtime', always],
  ['ephemeral-disks', always],
  ['hotplug-disks', ({ devices }) => devices.disableHotplug !== true],
  ['container-disks', (_vm, context) => !mountsImages(context)],
  ['hugepages', hasHugepages],
  ['hugetblfs-dir', hasHugepages],
  ['vm-state', hasPersistentState],
  ['private-libvirt', hasPersistentState],
  ['private-libvirt-qemu', hasPersistentState],
  ['hook-sidecar-sockets', ({ podAnnotations }) => String(podAnnotations[InstanceAnnotation.HOOK_SIDECARS] ?? '').includes('{')],
  ['virtiofs-containers', ({ devices }) => objectsOf(devices.filesystems).length > 0],
]);

/** Whether KubeVirt itself adds a volume of this name to the pod of the VM. */
export function isAddedVolume(name: string, vm: VirtualMachineView, context: AdmissionContext): boolean {
  return ADDED.get(name)?.(vm, context) ?? false;
}

/** Whether KubeVirt keeps the state of a TPM or of the firmware in a claim of the VM. */
export function hasPersistentState(vm: VirtualMachineView): boolean {
  const { tpm } = vm.devices;
  const [persistent] = fieldValues(vm.domain, ['firmware', 'bootloader', 'efi', 'persistent']);
  return (isObject(tpm) && tpm.enabled !== false && tpm.persistent === true) || persistent?.value === true;
}
