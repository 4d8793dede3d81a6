import { type ApiObject, Chart, type Size } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../../check';
import { Arguments, checkConstruction } from '../../errors';
import { BIND_IMMEDIATELY_ANNOTATION } from '../../facts';
import { KubeDataVolume } from '../../imports';
import { type DataVolumeOptions, renderDataVolume } from './data-volume-options';
import type { DataVolumeSource } from './data-volume-source';

/** A volume with a life of its own. */
export interface DataVolumeProps extends ResourceProps, DataVolumeOptions {
  /**
   * What the volume is filled with.
   *
   * Sets `spec.source` or `spec.sourceRef`.
   */
  readonly source: DataVolumeSource;

  /**
   * Size of the volume. Whole mebibytes.
   *
   * Sets `spec.storage.resources.requests.storage`.
   *
   * @default - the size of what is cloned; a volume that is imported, uploaded or blank needs one
   */
  readonly size?: Size;

  /**
   * Whether the volume is filled before a VM uses it. Without that, storage which binds volumes to the node of their first
   * user leaves it unfilled until then: right for the disk of one VM, wrong for an image that others are cloned from.
   *
   * Sets the annotation `cdi.kubevirt.io/storage.bind.immediate.requested`.
   *
   * @default false
   */
  readonly bindImmediately?: boolean;
}

/**
 * A volume that lives longer than the VM which uses it: for data that has to survive the deletion of its VM, and for images
 * that others are cloned from. The disks that a VM makes by itself are deleted with it.
 *
 * Its PersistentVolumeClaim has its name. `Disk.fromDataVolume` shows it to a VM.
 *
 * @see https://github.com/kubevirt/containerized-data-importer/blob/main/doc/datavolumes.md
 */
export class DataVolume extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'datavolumes';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the volume belongs to
   * @param id id of the construct
   * @param props source and storage
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: DataVolumeProps) {
    checkConstruction('DataVolume', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const namespace = props.metadata?.namespace ?? Chart.of(this).namespace;
    const source = props.source._render({ args, argument: 'source', namespace, inTemplate: false });
    this.apiObject = new KubeDataVolume(this, 'Resource', {
      metadata: props.metadata,
      spec: renderDataVolume(args, source, 'size', props.size, props, {}),
    });
    if (props.bindImmediately) {
      this.metadata.addAnnotation(BIND_IMMEDIATELY_ANNOTATION, 'true');
    }
    ManifestCheck.attachTo(this);
  }
}
