import { InstanceAnnotation } from '../facts';
import { isObject, type ManifestGraph, type VirtualMachineView } from '../graph';

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
  /** Manifest path of the cloud-init source. */
  readonly path: string;
  readonly source: Record<string, any>;
}

export function cloudInitVolumes(vm: VirtualMachineView): CloudInitVolume[] {
  return vm.volumes.flatMap((volume, index) =>
    SOURCES.filter((source) => isObject(volume[source])).map((source) => ({
      path: vm.path(`volumes[${index}].${source}`),
      source: volume[source],
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

function secretText(secret: Record<string, any> | undefined, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const [plain, encoded] = [secret?.stringData?.[key], secret?.data?.[key]];
    if (isText(plain)) {
      return plain;
    }
    if (isText(encoded)) {
      return decode(encoded);
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
