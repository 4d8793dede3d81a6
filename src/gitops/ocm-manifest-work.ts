import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { OCM_WORK_GROUP, OCM_WORK_NAME_LENGTH } from '../facts';
import { addFurtherWorks } from './ocm-further-works';
import type { OcmWorkOptions } from './ocm-work-options';
import { workSpecs } from './ocm-work-spec';

/** Options of a ManifestWork of Open Cluster Management. */
export interface OcmManifestWorkProps extends OcmWorkOptions {
  /**
   * Metadata of the ManifestWork. Its namespace is that of the cluster. Where there are several works, those behind the first have its name
   * with a number: `shop`, `shop-2`, `shop-3`.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Name of the cluster, as the hub has it.
   *
   * Sets `metadata.namespace`.
   */
  readonly cluster: string;
}

/**
 * A ManifestWork of Open Cluster Management that keeps VMs in a managed cluster as it says: on the hub, for one cluster.
 *
 * It applies on the server; VMs, pools, DataVolumes, claims and namespaces outlive it; it tells the hub how VMs and disks are, of which those
 * that are stopped on purpose are well.
 *
 * @see https://open-cluster-management.io/docs/concepts/work-distribution/manifestwork/
 */
export class OcmManifestWork extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'manifestworks';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the work belongs to: in an app or a chart of its own, it is applied to the hub
   * @param id id of the construct
   * @param props options
   * @throws when it is too large (`work-too-large`) or there are more works than fit (`works-too-many`), its name is too long
   * (`work-name-too-long`), a path is none (`json-path-invalid`, `ignored-difference-empty`), or a name is none that an object can have
   * (`object-name-invalid`)
   */
  public constructor(scope: Construct, id: string, props: OcmManifestWorkProps) {
    checkConstruction('OcmManifestWork', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const namespace = args.objectName('cluster', props.cluster);
    const [spec, ...further] = workSpecs(args, props);
    const header = { apiVersion: `${OCM_WORK_GROUP}/v1`, kind: 'ManifestWork' };
    const metadata = { ...props.metadata, namespace };
    this.apiObject = new ApiObject(this, 'Resource', { ...header, metadata, spec });
    addFurtherWorks(this, header, metadata, further);
    const longest = further.length === 0 ? this.name : `${this.name}-${further.length + 1}`;
    if (longest.length > OCM_WORK_NAME_LENGTH) {
      const rule = `the name of a work has at most ${OCM_WORK_NAME_LENGTH} characters`;
      args.refuse('work-name-too-long', 'metadata.name', JSON.stringify(longest), rule, 'Choose a shorter one.');
    }
    ManifestCheck.attachTo(this);
  }
}
