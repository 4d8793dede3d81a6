import type { Arguments } from '../../errors';
import { FILE_PATH, IMAGE_REFERENCE } from '../../facts';
import { type DataVolumeTemplateSpec, Quantity, type Volume } from '../../imports';
import { whenTrue } from '../vm-fields';
import type { StorageDefaults } from './data-volume-options';
import { exactlyOne } from './exactly-one';
import type {
  ConfigMapVolumeOptions,
  ContainerDiskVolumeOptions,
  DataVolumeVolumeOptions,
  DownwardApiVolumeOptions,
  EmptyDiskVolumeOptions,
  HostDiskVolumeOptions,
  PersistentVolumeClaimVolumeOptions,
  SecretVolumeOptions,
  ServiceAccountVolumeOptions,
  SysprepVolumeOptions,
} from './volume-options';

/** The VM that a volume belongs to. */
export interface VolumeContext {
  readonly args: Arguments;
  /** Path of the argument, e.g. `disks[0]`. */
  readonly argument: string;
  readonly machineName: string;
  /** Namespace of the VM; undefined where it is left to whoever applies the manifests. */
  readonly namespace?: string;
  readonly defaults: StorageDefaults;
  /** Whether a preference of the VM has a say in the bus of a disk. */
  readonly hasPreference: boolean;
}

/** A volume in the two places of a VM manifest where it appears. */
export interface RenderedVolume {
  /** What the volume is, beside its name. */
  readonly volume?: Omit<Volume, 'name'>;
  readonly dataVolumeTemplate?: DataVolumeTemplateSpec;
}

export type VolumeRenderer = (context: VolumeContext) => RenderedVolume;

export function claimVolume(options: PersistentVolumeClaimVolumeOptions, hotpluggable?: boolean): VolumeRenderer {
  return (context) => ({
    volume: { persistentVolumeClaim: { claimName: claimName(context, options), hotpluggable: whenTrue(hotpluggable) } },
  });
}

export function ephemeralVolume(options: PersistentVolumeClaimVolumeOptions): VolumeRenderer {
  return (context) => ({ volume: { ephemeral: { persistentVolumeClaim: { claimName: claimName(context, options) } } } });
}

export function dataVolumeVolume(options: DataVolumeVolumeOptions, hotpluggable?: boolean): VolumeRenderer {
  const { dataVolume, dataVolumeName } = options;
  return ({ args, argument }) => {
    const { name } = exactlyOne(args, argument, { dataVolume, dataVolumeName });
    return { volume: { dataVolume: { name, hotpluggable: whenTrue(hotpluggable) } } };
  };
}

export function containerDiskVolume(options: ContainerDiskVolumeOptions): VolumeRenderer {
  return ({ args, argument }) => {
    const rule = `the name of an image is ${IMAGE_REFERENCE.words}`;
    const remedy = 'Pass registry/image@sha256:<digest>.';
    args.matching(`${argument}.image`, options.image, IMAGE_REFERENCE.pattern, rule, remedy, 'image-name-invalid');
    const path = options.path === undefined ? undefined : absolutePath(args, `${argument}.path`, options.path);
    const { image, imagePullPolicy, imagePullSecretName: imagePullSecret } = options;
    return { volume: { containerDisk: { image, path, imagePullPolicy, imagePullSecret } } };
  };
}

export function secretVolume(options: SecretVolumeOptions): VolumeRenderer {
  const { secret, secretName, optional, volumeLabel } = options;
  return ({ args, argument }) => {
    const { name } = exactlyOne(args, argument, { secret, secretName });
    return { volume: { secret: { secretName: name, optional, volumeLabel } } };
  };
}

export function configMapVolume(options: ConfigMapVolumeOptions): VolumeRenderer {
  const { configMap, configMapName, optional, volumeLabel } = options;
  return ({ args, argument }) => {
    const { name } = exactlyOne(args, argument, { configMap, configMapName });
    return { volume: { configMap: { name, optional, volumeLabel } } };
  };
}

export function serviceAccountVolume(options: ServiceAccountVolumeOptions): VolumeRenderer {
  const { serviceAccount, serviceAccountName } = options;
  return ({ args, argument }) => {
    const { name } = exactlyOne(args, argument, { serviceAccount, serviceAccountName });
    return { volume: { serviceAccount: { serviceAccountName: name } } };
  };
}

export function sysprepVolume(options: SysprepVolumeOptions): VolumeRenderer {
  const { secret, secretName, configMap, configMapName } = options;
  return ({ args, argument }) => {
    const { option, name } = exactlyOne(args, argument, { secret, secretName, configMap, configMapName });
    return { volume: { sysprep: option.startsWith('secret') ? { secret: { name } } : { configMap: { name } } } };
  };
}

export function downwardApiVolume(options: DownwardApiVolumeOptions): VolumeRenderer {
  const { files, volumeLabel } = options;
  return ({ args, argument }) => {
    if (files.length === 0) {
      args.refuse('files-missing', `${argument}.files`, '[]', 'a volume without files is of no use', 'Pass at least one file.');
    }
    const fields = files.map(({ path, fieldPath }) => ({ path, fieldRef: { fieldPath } }));
    return { volume: { downwardAPI: { fields, volumeLabel } } };
  };
}

export function downwardMetricsVolume(): VolumeRenderer {
  return () => ({ volume: { downwardMetrics: {} } });
}

export function emptyDiskVolume({ size }: EmptyDiskVolumeOptions): VolumeRenderer {
  return ({ args, argument }) => ({
    volume: { emptyDisk: { capacity: Quantity.fromString(args.quantity(`${argument}.size`, size)) } },
  });
}

export function hostDiskVolume({ path, size, shared }: HostDiskVolumeOptions): VolumeRenderer {
  return ({ args, argument }) => {
    const capacity = args.quantity(`${argument}.size`, size);
    const type = capacity === undefined ? 'Disk' : 'DiskOrCreate';
    return {
      volume: {
        hostDisk: {
          path: absolutePath(args, `${argument}.path`, path),
          type,
          capacity: capacity === undefined ? undefined : Quantity.fromString(capacity),
          shared,
        },
      },
    };
  };
}

function claimName({ args, argument }: VolumeContext, options: PersistentVolumeClaimVolumeOptions): string {
  return exactlyOne(args, argument, { claim: options.claim, claimName: options.claimName }).name;
}

function absolutePath(args: Arguments, argument: string, path: string): string {
  const rule = 'the path of a file is absolute and has neither "." nor ".." in it';
  args.matching(argument, path, FILE_PATH.pattern, rule, 'Write it in full, e.g. /disk/image.qcow2.', 'path-not-absolute');
  return path;
}
