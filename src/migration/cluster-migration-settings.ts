import { ApiObject } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { ClusterProfile } from '../cluster';
import { Arguments } from '../errors';
import { HYPER_CONVERGED_GROUP, IntentAnnotation } from '../facts';
import { KubeKubeVirt, type MigrationConfiguration } from '../imports';
import { type ClusterMigrationSettingsProps, SettingsOwner } from './cluster-migration-settings-props';
import { MigrationFallback } from './migration-fallback';
import { renderMigrationOptions } from './migration-options';
import { renderWorkloadUpdate } from './workload-update';

const KUBEVIRT = { ...KubeKubeVirt.GVK, name: 'kubevirt', namespace: 'kubevirt' };
const HYPER_CONVERGED = {
  apiVersion: `${HYPER_CONVERGED_GROUP}/v1beta1`,
  kind: 'HyperConverged',
  name: 'kubevirt-hyperconverged',
  namespace: 'openshift-cnv',
};

/**
 * Migration settings for the whole cluster, as the part of the KubeVirt or HyperConverged object that holds them.
 *
 * The object itself belongs to whoever installed the operator. The manifest has only the fields that are set here, for
 * server-side apply, which leaves all others alone:
 *
 * ```sh
 * kubectl apply --server-side --field-manager=migration-settings -f dist/settings.k8s.yaml
 * ```
 *
 * Give it a chart of its own. A plain `kubectl apply` would remove the fields that an earlier plain apply has set and
 * that this manifest lacks; `kubectl delete -f`, or a tool that prunes what it has applied, would delete the object, and
 * KubeVirt with it.
 *
 * Sets the annotation `cdk8s-kubevirt/partial`, by which the rules know that the object has more fields than these.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export class ClusterMigrationSettings extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType: string;

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;

  /**
   * @param scope construct that the settings belong to
   * @param id id of the construct
   * @param props the settings
   * @throws when a value is out of its range (`out-of-range`) or not in whole units (`whole-seconds`, `whole-mebibytes`,
   * `integer-required`), or the HyperConverged object has no field for it (`setting-not-in-hyperconverged`)
   */
  public constructor(scope: Construct, id: string, props: ClusterMigrationSettingsProps = {}) {
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    const isOpenshift = ClusterProfile.of(this).isOpenshift;
    const owner = props.owner ?? (isOpenshift ? SettingsOwner.HYPER_CONVERGED : SettingsOwner.KUBEVIRT);
    const isKubevirt = owner === SettingsOwner.KUBEVIRT;
    const { apiVersion, kind, ...identity } = isKubevirt ? KUBEVIRT : HYPER_CONVERGED;
    this.resourceType = `${kind.toLowerCase()}s`;
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion,
      kind,
      metadata: { ...identity, ...props.metadata },
      spec: isKubevirt ? this.kubevirtSpec(props) : this.hyperConvergedSpec(props),
    });
    this.metadata.addAnnotation(IntentAnnotation.PARTIAL, 'true');
    ManifestCheck.attachTo(this);
  }

  private kubevirtSpec(props: ClusterMigrationSettingsProps) {
    const { evictionStrategy } = props;
    return {
      configuration: { migrations: this.migrations(props), evictionStrategy },
      workloadUpdateStrategy: this.workloadUpdate(props),
    };
  }

  private hyperConvergedSpec(props: ClusterMigrationSettingsProps) {
    const { allowWorkloadDisruption, maxDowntimeMs, ...liveMigrationConfig } = this.migrations(props);
    if (props.fallback === MigrationFallback.PAUSE) {
      this.refuseUnknown('fallback', props.fallback, 'Use MigrationFallback.ABORT or POST_COPY, or a MigrationPolicy.');
    }
    if (maxDowntimeMs !== undefined) {
      this.refuseUnknown('maximumDowntime', `${maxDowntimeMs} ms`, 'Use a MigrationPolicy.');
    }
    return { liveMigrationConfig, evictionStrategy: props.evictionStrategy, workloadUpdateStrategy: this.workloadUpdate(props) };
  }

  private migrations(props: ClusterMigrationSettingsProps): MigrationConfiguration {
    const { parallelMigrations, parallelMigrationsPerNode, progressTimeout, network } = props;
    return {
      ...renderMigrationOptions(this.args, props),
      parallelMigrationsPerCluster: this.args.integer('parallelMigrations', parallelMigrations, { min: 1 }),
      parallelOutboundMigrationsPerNode: this.args.integer('parallelMigrationsPerNode', parallelMigrationsPerNode, { min: 1 }),
      progressTimeout: this.args.seconds('progressTimeout', progressTimeout, { min: 1 }),
      network,
    };
  }

  private workloadUpdate({ workloadUpdate }: ClusterMigrationSettingsProps) {
    return workloadUpdate && renderWorkloadUpdate(this.args, workloadUpdate);
  }

  private refuseUnknown(argument: string, value: string, remedy: string): never {
    const rule = 'the HyperConverged object has no field for it';
    return this.args.refuse('setting-not-in-hyperconverged', argument, value, rule, remedy);
  }
}
