import type { Size } from 'cdk8s';
import { dnsLabel } from '../dns-label';
import { whenTrue } from '../vm-fields';
import { type DataVolumeOptions, renderDataVolume } from './data-volume-options';
import type { DataVolumeSource } from './data-volume-source';
import type { DiskOptions } from './disk-options';
import type { VolumeRenderer } from './volume';

/** A disk whose volume is created and deleted together with the VM. */
export interface DataVolumeTemplateOptions extends DiskOptions, DataVolumeOptions {
  /**
   * Name of the volume, and of its claim.
   *
   * Sets `spec.dataVolumeTemplates[].metadata.name`.
   *
   * @default - `<VM>-<disk>`
   */
  readonly dataVolumeName?: string;

  /**
   * Labels of the volume, e.g. the instancetype that suits it.
   *
   * Sets `spec.dataVolumeTemplates[].metadata.labels`.
   *
   * @default - none
   */
  readonly dataVolumeLabels?: { readonly [key: string]: string };

  /**
   * Annotations of the volume: what tells CDI how to fill it.
   *
   * Sets `spec.dataVolumeTemplates[].metadata.annotations`.
   *
   * @default - none
   */
  readonly dataVolumeAnnotations?: { readonly [key: string]: string };

  /**
   * Whether the disk can be unplugged while the guest runs.
   *
   * Sets `dataVolume.hotpluggable`.
   *
   * @default false
   */
  readonly hotpluggable?: boolean;
}

/** What a volume is filled with and how large it is. */
interface Content {
  readonly source: DataVolumeSource;
  /** Path of the source below the argument of the disk, with its dot: empty where the options of the disk are the source's. */
  readonly sourcePath: '' | '.source';
  readonly size?: Size;
}

/** A volume from a template in the VM. */
export function templateVolume(
  diskName: string,
  { source, sourcePath, size }: Content,
  options: DataVolumeTemplateOptions,
): VolumeRenderer {
  return ({ args, argument, machineName, namespace, defaults }) => {
    const given = options.dataVolumeName;
    const name = given === undefined ? `${machineName}-${diskName}` : dnsLabel(args, `${argument}.dataVolumeName`, given);
    args.labels(`${argument}.dataVolumeLabels`, options.dataVolumeLabels);
    args.annotations(`${argument}.dataVolumeAnnotations`, options.dataVolumeAnnotations);
    const rendered = source._render({ args, argument: `${argument}${sourcePath}`, namespace, inTemplate: true });
    return {
      volume: { dataVolume: { name, hotpluggable: whenTrue(options.hotpluggable) } },
      dataVolumeTemplate: {
        metadata: { name, labels: copied(options.dataVolumeLabels), annotations: copied(options.dataVolumeAnnotations) },
        spec: renderDataVolume(args, rendered, `${argument}.size`, size, options, defaults),
      },
    };
  };
}

function copied(map: { readonly [key: string]: string } | undefined): { [key: string]: string } | undefined {
  return map && { ...map };
}
