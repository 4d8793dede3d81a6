import type { ApiObject, ApiObjectMetadata } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { clusterScoped } from '../cluster/cluster-scoped';
import { Arguments, checkConstruction } from '../errors';
import { KubeMigrationPolicy } from '../imports';
import { type MigrationOptions, renderMigrationOptions } from './migration-options';

/** Options of a migration policy. What is not given holds as it does for the cluster. */
export interface MigrationPolicyProps extends MigrationOptions {
  /**
   * Metadata of the policy. It has no namespace: the policy holds for the whole cluster.
   *
   * @default - a name made from the construct path
   */
  readonly metadata?: ApiObjectMetadata;

  /**
   * Labels that the pod of a VM has to have, all of them.
   *
   * Sets `spec.selectors.virtualMachineInstanceSelector`.
   *
   * @default - any
   */
  readonly podLabels?: { readonly [key: string]: string };

  /**
   * Labels that the namespace of a VM has to have, all of them. Every namespace has `kubernetes.io/metadata.name`.
   *
   * Sets `spec.selectors.namespaceSelector`.
   *
   * @default - any
   */
  readonly namespaceLabels?: { readonly [key: string]: string };
}

/**
 * How certain VMs are migrated: a database that changes its memory all the time needs other limits than a web server.
 *
 * Where several policies fit a VM, the one with the most labels holds, and it holds alone. Between equals the name
 * decides, which is why the check at synth warns of it. It also warns of a policy without labels: it fits every VM of
 * the cluster, those of other teams as well; settings for all VMs belong into `ClusterMigrationSettings`.
 *
 * @see https://kubevirt.io/user-guide/cluster_admin/migration_policies/
 */
export class MigrationPolicy extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'migrationpolicies';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the policy belongs to
   * @param id id of the construct
   * @param props which VMs, and how
   * @throws when a value is out of its range (`out-of-range`) or not in whole units (`whole-seconds`, `whole-mebibytes`,
   * `integer-required`)
   */
  public constructor(scope: Construct, id: string, props: MigrationPolicyProps = {}) {
    checkConstruction('MigrationPolicy', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    args.labels('podLabels', props.podLabels);
    args.labels('namespaceLabels', props.namespaceLabels);
    const policy = new KubeMigrationPolicy(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        selectors: {
          virtualMachineInstanceSelector: props.podLabels && { ...props.podLabels },
          namespaceSelector: props.namespaceLabels && { ...props.namespaceLabels },
        },
        ...renderMigrationOptions(args, props),
      },
    });
    this.apiObject = clusterScoped(policy);
    ManifestCheck.attachTo(this);
  }
}
