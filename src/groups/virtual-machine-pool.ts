import { type ApiObject, type GroupVersionKind, Lazy } from 'cdk8s';
import type { IScalable, PercentOrAbsolute, ScalingTarget } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ClusterProfile } from '../cluster';
import { lateObject } from '../cluster/late';
import { checkConstruction } from '../errors';
import { FIRST_RELEASE_OF_POOL_STRATEGIES, goDuration, POOL_PERCENTAGE } from '../facts';
import { withoutUndefined } from '../graph';
import { IntOrString, KubeVirtualMachinePool, type VirtualMachinePoolSpec } from '../imports';
import { VirtualMachineWorkload } from '../vm';
import { availabilityDefaults, BLOCK_SHARED_BY_NODES, GROUP_LABEL } from '../vm/availability-defaults';
import { announceAvailability } from '../vm/availability-intent';
import { addOwnWatchdog } from '../vm/guest/watchdog-option';
import { spreadAmong } from '../vm/placement/spread';
import type { StorageDefaults } from '../vm/storage/data-volume-options';
import { PoolScaleInStrategy } from './pool-scale-in-strategy';
import { refuseSharedClaims, refuseSharedHostname } from './shared-options';
import type { PoolAutohealing, VirtualMachinePoolProps } from './virtual-machine-pool-props';

const FIRST_RELEASE_OF_V1BETA1 = '1.7';
const REPLICAS = 2;
/** What a pool does unless it is told otherwise, where the release has it. */
const DEFAULT_LIMITS: Partial<VirtualMachinePoolSpec> = {
  maxUnavailable: IntOrString.fromNumber(1),
  scaleInStrategy: PoolScaleInStrategy.proactive()._toStrategy(),
};
const REMEDY_OF_SHARED_CLAIMS = 'Use a disk that is made for each VM, such as Disk.fromDataSource, or a VirtualMachineGroup.';

/**
 * Equal virtual machines, as many as are wanted: each is made from the same template, with disks of its own.
 *
 * Each VM has what a `HighlyAvailableVM` has, and they are spread over hosts and zones as far as there are some. The pool
 * itself restarts one VM at a time when the template changes, and keeps the disks of VMs that it removes; KubeVirt's own
 * defaults do neither. Before KubeVirt 1.8 a pool knows no such limits.
 *
 * It is a scale target of cdk8s-plus' `HorizontalPodAutoscaler`, whose metrics have to be given: the pool has no containers
 * from which they could be derived.
 *
 * For a pool without these defaults there is `imports.KubeVirtualMachinePool`.
 *
 * @see https://kubevirt.io/user-guide/user_workloads/pool/
 */
export class VirtualMachinePool extends VirtualMachineWorkload implements IScalable {
  /** Plural name of the resource, for permissions. */
  public readonly resourceType = 'virtualmachinepools';
  /** Whether an autoscaler decides how many VMs there are. */
  public hasAutoscaler = false;

  protected readonly apiObject: ApiObject;

  private readonly props: VirtualMachinePoolProps;
  private readonly limits: Partial<VirtualMachinePoolSpec>;

  /**
   * @param scope construct that the pool belongs to
   * @param id id of the construct
   * @param props options
   * @throws when the run strategy does not restart the VMs (`run-strategy-without-restart`), or an option is out of its range
   * (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachinePoolProps = {}) {
    checkConstruction('VirtualMachinePool', scope, id, props);
    const defaults = availabilityDefaults(scope, id, props);
    super(scope, id, defaults.props);
    this.props = props;
    refuseSharedHostname(this._args, props.hostname, 'all VMs of the pool');
    this.limits = this.renderLimits();
    this.apiObject = lateObject(this, 'Resource', () => this.gvk, {
      metadata: props.metadata,
      spec: Lazy.any({ produce: () => this.renderPool() }),
    });
    refuseSharedClaims(this._args, props.disks ?? [], this.name, 'all VMs of the pool', REMEDY_OF_SHARED_CLAIMS);
    this._addListed(defaults.props);
    addOwnWatchdog(this, defaults.props.watchdog);
    announceAvailability(this, defaults.intent);
    spreadAmong(this.placement, props.group === undefined ? this._ownLabel : { [GROUP_LABEL]: props.group });
  }

  /** Leaves the number of VMs to an autoscaler. The autoscaler calls it. */
  public markHasAutoscaler(): void {
    this.hasAutoscaler = true;
  }

  /** The pool as the target of an autoscaler. */
  public toScalingTarget(): ScalingTarget {
    return { kind: this.kind, apiVersion: this.apiVersion, name: this.name, containers: [], replicas: this.props.replicas };
  }

  /** @internal */
  protected get _storageDefaults(): StorageDefaults {
    return BLOCK_SHARED_BY_NODES;
  }

  private get replicas(): number | undefined {
    return this.hasAutoscaler ? this.props.replicas : (this.props.replicas ?? REPLICAS);
  }

  private get gvk(): GroupVersionKind {
    const { apiVersion, kind } = KubeVirtualMachinePool.GVK;
    return { apiVersion: this.isAtLeast(FIRST_RELEASE_OF_V1BETA1) ? apiVersion : 'pool.kubevirt.io/v1alpha1', kind };
  }

  private isAtLeast(release: string): boolean {
    return ClusterProfile.of(this).atLeast(release);
  }

  private renderPool(): VirtualMachinePoolSpec {
    const defaults = this.isAtLeast(FIRST_RELEASE_OF_POOL_STRATEGIES) ? DEFAULT_LIMITS : {};
    return { ...defaults, ...this.limits, replicas: this.replicas, ...this.renderTemplate() };
  }

  private renderTemplate(): Pick<VirtualMachinePoolSpec, 'selector' | 'virtualMachineTemplate'> {
    const labels = this._ownLabel;
    return { selector: { matchLabels: labels }, virtualMachineTemplate: { metadata: { labels }, spec: this._renderSpec() } };
  }

  private renderLimits(): Partial<VirtualMachinePoolSpec> {
    const { replicas, ownSecrets, ownConfigMaps, paused, maxUnavailable, updateStrategy, scaleInStrategy, autohealing } = this.props;
    this._args.integer('replicas', replicas, { min: 0 });
    return withoutUndefined({
      paused,
      nameGeneration:
        ownSecrets === undefined && ownConfigMaps === undefined
          ? undefined
          : { appendIndexToSecretRefs: ownSecrets, appendIndexToConfigMapRefs: ownConfigMaps },
      maxUnavailable: this.renderMaxUnavailable(maxUnavailable),
      updateStrategy: updateStrategy?._toStrategy(),
      scaleInStrategy: scaleInStrategy?._toStrategy(),
      autohealing: autohealing && this.renderAutohealing(autohealing),
    });
  }

  private renderMaxUnavailable(maxUnavailable: PercentOrAbsolute | undefined): IntOrString | undefined {
    const value = maxUnavailable?.value;
    if (typeof value === 'number') {
      return IntOrString.fromNumber(this._args.integer('maxUnavailable', value, { min: 1 }));
    }
    const rule = 'only a number of VMs or a percentage from 1% to 100% is allowed';
    const remedy = 'Use PercentOrAbsolute.absolute(1) or PercentOrAbsolute.percent(25).';
    const percentage = this._args.matching('maxUnavailable', value, POOL_PERCENTAGE.pattern, rule, remedy, 'max-unavailable-invalid');
    return percentage === undefined ? undefined : IntOrString.fromString(percentage);
  }

  private renderAutohealing({ failureThreshold, minimumDuration }: PoolAutohealing): VirtualMachinePoolSpec['autohealing'] {
    const seconds = this._args.seconds('autohealing.minimumDuration', minimumDuration);
    return {
      startUpFailureThreshold: this._args.integer('autohealing.failureThreshold', failureThreshold, { min: 1 }),
      minFailingToStartDuration: goDuration(seconds),
    };
  }
}
