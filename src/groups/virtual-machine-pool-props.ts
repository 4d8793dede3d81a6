import type { Duration } from 'cdk8s';
import type { PercentOrAbsolute } from 'cdk8s-plus-27';
import type { HighlyAvailableVMProps } from '../vm';
import type { PoolScaleInStrategy } from './pool-scale-in-strategy';
import type { PoolUpdateStrategy } from './pool-update-strategy';

/** When a pool gives a VM up that does not start. */
export interface PoolAutohealing {
  /**
   * After how many failed starts in a row, at least 1.
   *
   * Sets `spec.autohealing.startUpFailureThreshold`.
   *
   * @default - 3, by KubeVirt
   */
  readonly failureThreshold?: number;

  /**
   * For how long it has to fail. Whole seconds.
   *
   * Sets `spec.autohealing.minFailingToStartDuration`.
   *
   * @default - 5 minutes, by KubeVirt
   */
  readonly minimumDuration?: Duration;
}

/** Options of a pool of virtual machines: those of each VM, and those of the pool. */
export interface VirtualMachinePoolProps extends HighlyAvailableVMProps {
  /**
   * How many VMs there are, at least 0. Leave it out when an autoscaler decides: a fixed number would set the pool back
   * each time the manifest is applied.
   *
   * Sets `spec.replicas`.
   *
   * @default - 2, so that one can fail; not set when the pool has an autoscaler
   */
  readonly replicas?: number;

  /**
   * How many VMs may be down at a time while a change of the template is rolled out: a number from 1 or a percentage from
   * 1 to 100. KubeVirt's own default is 100 %: a change may restart all VMs at once. One is safe for every size of the
   * pool, however many VMs an autoscaler leaves at night.
   *
   * Sets `spec.maxUnavailable`. Needs KubeVirt 1.8.
   *
   * @default - one VM; not set before KubeVirt 1.8
   */
  readonly maxUnavailable?: PercentOrAbsolute;

  /**
   * How the VMs take over a change of the template.
   *
   * Sets `spec.updateStrategy`. Needs KubeVirt 1.8.
   *
   * @default - proactive, by KubeVirt
   */
  readonly updateStrategy?: PoolUpdateStrategy;

  /**
   * How the pool gets smaller. KubeVirt's own default removes any VM and deletes its disks.
   *
   * Sets `spec.scaleInStrategy`. Needs KubeVirt 1.8.
   *
   * @default - `PoolScaleInStrategy.proactive()`: the highest number first, disks are kept; not set before KubeVirt 1.8
   */
  readonly scaleInStrategy?: PoolScaleInStrategy;

  /**
   * Has the pool delete and make anew a VM that does not start, also one that finds no node. With the default
   * `scaleInStrategy` the new VM takes over the disks of the old one, so a broken disk breaks it again; disks are made
   * anew with `StatePreservation.DISABLED`, and whatever is on them is lost.
   *
   * Sets `spec.autohealing`. Needs KubeVirt 1.8.
   *
   * @default - VMs are never replaced
   */
  readonly autohealing?: PoolAutohealing;

  /**
   * Whether each VM has Secrets of its own: the names in its volumes then end in the number of the VM, and they have to
   * exist by that name. Cloud-init data that goes into a Secret by itself is the same for all VMs, and not found under such a
   * name: give each VM a Secret with `CloudInit.fromSecret`.
   *
   * Sets `spec.nameGeneration.appendIndexToSecretRefs`.
   *
   * @default - all VMs use the same Secrets
   */
  readonly ownSecrets?: boolean;

  /**
   * Whether each VM has ConfigMaps of its own: the names in its volumes then end in the number of the VM, and they have to
   * exist by that name.
   *
   * Sets `spec.nameGeneration.appendIndexToConfigMapRefs`.
   *
   * @default - all VMs use the same ConfigMaps
   */
  readonly ownConfigMaps?: boolean;

  /**
   * Whether the pool leaves its VMs alone: it neither adds nor removes nor updates any.
   *
   * Sets `spec.paused`.
   *
   * @default false
   */
  readonly paused?: boolean;
}
