import { InstanceAnnotation } from '../facts';
import { isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../graph';

const SOURCES = ['cloudInitNoCloud', 'cloudInitConfigDrive'] as const;

/** The fields by which user data or network data reach the guest. */
export interface CloudInitData {
  /** `userData` or `networkData`. */
  readonly inline: string;
  readonly base64: string;
  /** Field of the reference to a Secret. */
  readonly reference: string;
  /** The keys of the Secret that KubeVirt looks for. */
  readonly keys: readonly string[];
}

export const USER_DATA: CloudInitData = {
  inline: 'userData',
  base64: 'userDataBase64',
  reference: 'secretRef',
  keys: ['userdata', 'userData'],
};

export const NETWORK_DATA: CloudInitData = {
  inline: 'networkData',
  base64: 'networkDataBase64',
  reference: 'networkDataSecretRef',
  keys: ['networkdata', 'networkData'],
};

/** A cloud-init volume of a VM. */
export interface CloudInitVolume {
  /** The kind of disk: the field of the volume. */
  readonly kind: (typeof SOURCES)[number];
  /** Manifest path of the cloud-init source. */
  readonly path: string;
  readonly source: Record<string, any>;
}

export function cloudInitVolumes(vm: VirtualMachineView): CloudInitVolume[] {
  return vm.volumes.flatMap((volume, index) =>
    SOURCES.filter((kind) => isObject(volume[kind])).map((kind) => ({
      kind,
      path: vm.path(`volumes[${index}].${kind}`),
      source: volume[kind],
    })),
  );
}

/** The fields of the source that are filled in for this kind of data. */
export function filledFields(source: Record<string, any>, data: CloudInitData): string[] {
  const named = isObject(source[data.reference]) && isText(source[data.reference].name);
  return [...[data.inline, data.base64].filter((field) => isText(source[field])), ...(named ? [data.reference] : [])];
}

/** The data as the guest reads it; undefined when it is in a Secret that is not in the graph. */
export function cloudInitText(
  source: Record<string, any>,
  data: CloudInitData,
  namespace: string | undefined,
  graph: ManifestGraph,
): string | undefined {
  const [field] = filledFields(source, data);
  switch (field) {
    case undefined:
      return '';
    case data.inline:
      return source[field];
    case data.base64:
      return decode(source[field]);
    default:
      return secretText(graph.find('', 'Secret', namespace, source[field].name), data.keys);
  }
}

/**
 * The user data of all cloud-init volumes of a VM; undefined when it is not known what sets the guest up: data in a
 * Secret that is not in the graph, Ignition, or sysprep.
 */
export function userDataTexts(vm: VirtualMachineView, graph: ManifestGraph): string[] | undefined {
  const texts = cloudInitVolumes(vm).map(({ source }) => cloudInitText(source, USER_DATA, vm.namespace, graph));
  const isSetUpOtherwise =
    vm.podAnnotations[InstanceAnnotation.IGNITION] !== undefined || vm.volumes.some(({ sysprep }) => isObject(sysprep));
  return isSetUpOtherwise || !texts.every((text) => text !== undefined) ? undefined : texts;
}

/** Data of cloud-init where they stand, and as the guest reads them. */
export interface CloudInitText {
  /** The VM, or the Secret. */
  readonly manifest: Manifest;
  readonly path: string;
  readonly value: string;
  readonly text: string;
}

/** The data of one kind of the cloud-init volumes of a VM, as far as they are known. */
export function cloudInitTexts(
  vm: VirtualMachineView,
  data: CloudInitData,
  graph: ManifestGraph,
  volumes: readonly CloudInitVolume[] = cloudInitVolumes(vm),
): CloudInitText[] {
  return volumes.flatMap(({ path, source }) => {
    const [field] = filledFields(source, data);
    if (field === data.reference) {
      return secretEntry(graph.find('', 'Secret', vm.namespace, source[field].name), data.keys) ?? [];
    }
    const value = field === undefined ? '' : source[field];
    return value === ''
      ? []
      : [{ manifest: vm.manifest, path: `${path}.${field}`, value, text: field === data.base64 ? decode(value) : value }];
  });
}

function secretText(secret: Manifest | undefined, keys: readonly string[]): string | undefined {
  return secretEntry(secret, keys)?.text;
}

function secretEntry(secret: Manifest | undefined, keys: readonly string[]): CloudInitText | undefined {
  for (const key of keys) {
    const [plain, encoded] = [secret?.stringData?.[key], secret?.data?.[key]];
    if (secret !== undefined && isText(plain)) {
      return { manifest: secret, path: `stringData.${key}`, value: plain, text: plain };
    }
    if (secret !== undefined && isText(encoded)) {
      return { manifest: secret, path: `data.${key}`, value: encoded, text: decode(encoded) };
    }
  }
  return undefined;
}

function decode(base64: string): string {
  return Buffer.from(base64, 'base64').toString('utf8');
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
