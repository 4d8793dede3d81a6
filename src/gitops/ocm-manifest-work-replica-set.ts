import { ApiObject, type ApiObjectMetadata, type Duration } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { goDuration, OCM_WORK_GROUP } from '../facts';
import { addFurtherWorks } from './ocm-further-works';
import type { OcmPlacement } from './ocm-placement';
import type { OcmWorkOptions } from './ocm-work-options';
import { workSpecs } from './ocm-work-spec';

/** In which order a change reaches the clusters of a placement. */
export class OcmRollout {
  /** All at once. */
  public static all(): OcmRollout {
    return new OcmRollout(() => ({ type: 'All' }));
  }

  /**
   * Group by group of the placement: a change goes on when all VMs and disks of a group are well, and stays where it is otherwise.
   *
   * @param soak how long at least a group has to be well; undefined: not at all
   */
  public static groupByGroup(soak?: Duration): OcmRollout {
    return new OcmRollout((args) => {
      const seconds = args.seconds('rollout', soak, { min: 1 });
      const progressivePerGroup = seconds === undefined ? undefined : { minSuccessTime: goDuration(seconds) };
      return { type: 'ProgressivePerGroup', progressivePerGroup };
    });
  }

  /** @internal */
  public readonly _render: (args: Arguments) => object;

  private constructor(render: (args: Arguments) => object) {
    this._render = render;
  }
}

/** Options of a ManifestWorkReplicaSet of Open Cluster Management. */
export interface OcmManifestWorkReplicaSetProps extends OcmWorkOptions {
  /**
   * Metadata of the ManifestWorkReplicaSet, which stands in the namespace of its placement. Where there are several works, those behind the
   * first have its name with a number: `shop`, `shop-2`, `shop-3`.
   *
   * @default - a name made from the construct path, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Which clusters get the objects.
   *
   * Sets `spec.placementRefs`.
   */
  readonly placement: OcmPlacement;

  /**
   * In which order a change reaches them.
   *
   * Sets `spec.placementRefs[0].rolloutStrategy`.
   *
   * @default OcmRollout.all()
   */
  readonly rollout?: OcmRollout;
}

/**
 * A ManifestWorkReplicaSet of Open Cluster Management: the same objects on all clusters of a placement. The clusters of a `Fleet` differ, and
 * have an `OcmManifestWork` each.
 *
 * The hub needs the feature `ManifestWorkReplicaSet`, which is off unless it is switched on. What is said of `OcmManifestWork` holds for each
 * cluster. That changes go on when VMs are well takes release 1.2 or newer.
 *
 * @see https://open-cluster-management.io/docs/concepts/work-distribution/manifestworkreplicaset/
 */
export class OcmManifestWorkReplicaSet extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'manifestworkreplicasets';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that it belongs to: in an app or a chart of its own, it is applied to the hub
   * @param id id of the construct
   * @param props options
   * @throws when the placement is in another namespace (`placement-elsewhere`), a duration is not in whole seconds (`whole-seconds`), and as
   * `OcmManifestWork` does
   */
  public constructor(scope: Construct, id: string, props: OcmManifestWorkReplicaSetProps) {
    checkConstruction('OcmManifestWorkReplicaSet', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const rolloutStrategy = (props.rollout ?? OcmRollout.all())._render(args);
    const placementRefs = [{ name: props.placement.name, rolloutStrategy }];
    const [spec, ...further] = workSpecs(args, props).map((manifestWorkTemplate) => ({ placementRefs, manifestWorkTemplate }));
    const header = { apiVersion: `${OCM_WORK_GROUP}/v1alpha1`, kind: 'ManifestWorkReplicaSet' };
    this.apiObject = new ApiObject(this, 'Resource', { ...header, metadata: props.metadata, spec });
    addFurtherWorks(this, header, props.metadata, further);
    const { namespace } = props.placement.metadata;
    if (namespace !== this.metadata.namespace) {
      const rule = `it is looked for in the namespace ${this.metadata.namespace ?? 'of the apply'}`;
      args.refuse('placement-elsewhere', 'placement', namespace ?? 'without a namespace', rule, 'Put both into one namespace.');
    }
    ManifestCheck.attachTo(this);
  }
}
