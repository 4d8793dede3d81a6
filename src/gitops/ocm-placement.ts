import { ApiObject, type ApiObjectMetadata } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { DECISION_GROUP_NAME, OCM_CLUSTER_GROUP, OCM_OUTAGE_TAINTS } from '../facts';

/** Some of the clusters of a placement, which are served together. */
export interface OcmClusterGroup {
  /** Its name. */
  readonly name: string;

  /** Labels that its clusters have. */
  readonly matchLabels: { readonly [key: string]: string };
}

/** Options of a Placement of Open Cluster Management. */
export interface OcmPlacementProps {
  /**
   * Metadata of the Placement. Sets of clusters have to be bound to its namespace.
   *
   * @default - a name made from the construct path, in the namespace of the chart
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Sets of clusters to choose from.
   *
   * Sets `spec.clusterSets`.
   *
   * @default - all that are bound to the namespace
   */
  readonly clusterSets?: string[];

  /**
   * Labels that a cluster has to have.
   *
   * Sets `spec.predicates`.
   *
   * @default - none: all clusters of the sets
   */
  readonly matchLabels?: { readonly [key: string]: string };

  /**
   * Groups of clusters, in the order in which a step by step rollout takes them. Clusters of no group come at the end.
   *
   * Sets `spec.decisionStrategy.groupStrategy.decisionGroups`.
   *
   * @default - one, with all clusters
   */
  readonly groups?: OcmClusterGroup[];

  /**
   * Whether a cluster that the hub hears nothing of stays chosen. Otherwise its works are deleted on the hub, and the agent deletes their
   * objects as soon as it is back: what keeps data stays, Services, Routes and health checks go.
   *
   * Sets `spec.tolerations`.
   *
   * @default true
   */
  readonly keepsUnreachable?: boolean;
}

/**
 * A Placement of Open Cluster Management: which clusters get something.
 *
 * All that match are chosen, and stay so while the hub does not hear of them.
 *
 * @see https://open-cluster-management.io/docs/concepts/content-placement/placement/
 */
export class OcmPlacement extends Resource {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'placements';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the Placement belongs to
   * @param id id of the construct
   * @param props options
   * @throws when a label is none (`label-invalid`), two groups have one name (`cluster-group-twice`) or a name is none that a group can have
   * (`cluster-group-name-invalid`)
   */
  public constructor(scope: Construct, id: string, props: OcmPlacementProps = {}) {
    checkConstruction('OcmPlacement', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    args.labels('matchLabels', props.matchLabels);
    const { clusterSets, matchLabels, keepsUnreachable = true } = props;
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: `${OCM_CLUSTER_GROUP}/v1beta1`,
      kind: 'Placement',
      metadata: props.metadata,
      spec: {
        clusterSets,
        predicates: matchLabels === undefined ? undefined : [{ requiredClusterSelector: { labelSelector: { matchLabels } } }],
        tolerations: keepsUnreachable ? OCM_OUTAGE_TAINTS.map((key) => ({ key, operator: 'Exists' })) : undefined,
        decisionStrategy: decisionStrategy(args, props.groups),
      },
    });
    ManifestCheck.attachTo(this);
  }
}

function decisionStrategy(args: Arguments, groups: OcmClusterGroup[] = []): object | undefined {
  const names = new Set<string>();
  for (const [index, { name, matchLabels }] of groups.entries()) {
    const rule = `the name of a group must be ${DECISION_GROUP_NAME.words}`;
    args.matching(`groups[${index}].name`, name, DECISION_GROUP_NAME.pattern, rule, 'Choose another name.', 'cluster-group-name-invalid');
    args.labels(`groups[${index}].matchLabels`, matchLabels);
    if (names.has(name)) {
      args.refuse(
        'cluster-group-twice',
        `groups[${index}].name`,
        JSON.stringify(name),
        'there is one of this name',
        'Name each group once.',
      );
    }
    names.add(name);
  }
  const decisionGroups = groups.map(({ name, matchLabels }) => ({
    groupName: name,
    groupClusterSelector: { labelSelector: { matchLabels } },
  }));
  return groups.length === 0 ? undefined : { groupStrategy: { decisionGroups } };
}
