import { type ApiObject, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { ClusterProfile } from '../cluster';
import { lateObject, type ObjectIdentity } from '../cluster/late';
import { ArgumentError, type ArgumentFault, Arguments, checkConstruction, faultText } from '../errors';
import { HYPER_CONVERGED_GROUP, IntentAnnotation } from '../facts';
import { KubeKubeVirt, type MigrationConfiguration } from '../imports';
import { type ClusterMigrationSettingsProps, SettingsOwner } from './cluster-migration-settings-props';
import { MigrationFallback } from './migration-fallback';
import { renderMigrationOptions } from './migration-options';
import { renderWorkloadUpdate } from './workload-update';

const OBJECTS: Record<SettingsOwner, ObjectIdentity> = {
  [SettingsOwner.KUBEVIRT]: { ...KubeKubeVirt.GVK, name: 'kubevirt', namespace: 'kubevirt' },
  [SettingsOwner.HYPER_CONVERGED]: {
    apiVersion: `${HYPER_CONVERGED_GROUP}/v1beta1`,
    kind: 'HyperConverged',
    name: 'kubevirt-hyperconverged',
    namespace: 'openshift-cnv',
  },
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
 * Where the owner follows the ClusterProfile, so do its name, namespace and kind: read before the profile is applied, they are
 * those of the KubeVirt object.
 *
 * Sets the annotation `cdk8s-kubevirt/partial`, by which the rules know that the object has more fields than these.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/
 */
export class ClusterMigrationSettings extends Resource {
  protected readonly apiObject: ApiObject;

  private readonly settings: Settings;
  private readonly givenOwner?: SettingsOwner;

  /**
   * @param scope construct that the settings belong to
   * @param id id of the construct
   * @param props the settings
   * @throws when a value is out of its range (`out-of-range`) or not in whole units (`whole-seconds`, `whole-mebibytes`,
   * `integer-required`), or the HyperConverged object has no field for it (`setting-not-in-hyperconverged`)
   */
  public constructor(scope: Construct, id: string, props: ClusterMigrationSettingsProps = {}) {
    checkConstruction('ClusterMigrationSettings', scope, id, props);
    super(scope, id);
    this.givenOwner = props.owner;
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    this.settings = renderSettings(args, props);
    const faults = hyperConvergedFaults(props, this.settings);
    if (props.owner === SettingsOwner.HYPER_CONVERGED && faults.length > 0) {
      throw new ArgumentError(this.node.path, faults[0]);
    }
    this.apiObject = lateObject(this, 'Resource', () => OBJECTS[this.owner], {
      metadata: props.metadata,
      spec: Lazy.any({ produce: () => SPECS[this.owner](this.settings) }),
    });
    this.metadata.addAnnotation(IntentAnnotation.PARTIAL, 'true');
    ManifestCheck.attachTo(this);
    ManifestCheck._refuseAtSynth(this.apiObject, () => (this.owner === SettingsOwner.KUBEVIRT ? [] : faults.map(lateFault)));
  }

  /** Name of the resource type in URLs and roles. */
  public get resourceType(): string {
    return `${this.kind.toLowerCase()}s`;
  }

  private get owner(): SettingsOwner {
    return this.givenOwner ?? (ClusterProfile.of(this).isOpenshift ? SettingsOwner.HYPER_CONVERGED : SettingsOwner.KUBEVIRT);
  }
}

/** The settings, wherever they are going to stand. */
interface Settings {
  readonly migrations: MigrationConfiguration;
  readonly evictionStrategy?: string;
  readonly workloadUpdateStrategy?: object;
}

const SPECS: Record<SettingsOwner, (settings: Settings) => object> = {
  [SettingsOwner.KUBEVIRT]: ({ migrations, evictionStrategy, workloadUpdateStrategy }) => ({
    configuration: { migrations, evictionStrategy },
    workloadUpdateStrategy,
  }),
  [SettingsOwner.HYPER_CONVERGED]: ({ migrations, evictionStrategy, workloadUpdateStrategy }) => {
    const { allowWorkloadDisruption, maxDowntimeMs, ...liveMigrationConfig } = migrations;
    return { liveMigrationConfig, evictionStrategy, workloadUpdateStrategy };
  },
};

function renderSettings(args: Arguments, props: ClusterMigrationSettingsProps): Settings {
  const { parallelMigrations, parallelMigrationsPerNode, progressTimeout, network, evictionStrategy, workloadUpdate } = props;
  return {
    migrations: {
      ...renderMigrationOptions(args, props),
      parallelMigrationsPerCluster: args.integer('parallelMigrations', parallelMigrations, { min: 1 }),
      parallelOutboundMigrationsPerNode: args.integer('parallelMigrationsPerNode', parallelMigrationsPerNode, { min: 1 }),
      progressTimeout: args.seconds('progressTimeout', progressTimeout, { min: 1 }),
      network,
    },
    evictionStrategy,
    workloadUpdateStrategy: workloadUpdate && renderWorkloadUpdate(args, workloadUpdate),
  };
}

/** The settings that a HyperConverged object cannot hold. */
function hyperConvergedFaults({ fallback }: ClusterMigrationSettingsProps, { migrations: { maxDowntimeMs } }: Settings): ArgumentFault[] {
  const unknown = { code: 'setting-not-in-hyperconverged', rule: 'the HyperConverged object has no field for it' };
  const pause = {
    ...unknown,
    argument: 'fallback',
    value: fallback,
    remedy: 'Use MigrationFallback.ABORT or POST_COPY, or a MigrationPolicy.',
  };
  const downtime = { ...unknown, argument: 'maximumDowntime', value: `${maxDowntimeMs} ms`, remedy: 'Use a MigrationPolicy.' };
  return [...(fallback === MigrationFallback.PAUSE ? [pause] : []), ...(maxDowntimeMs === undefined ? [] : [downtime])];
}

function lateFault(fault: ArgumentFault): { code: string; text: string } {
  return { code: fault.code, text: faultText(fault) };
}
