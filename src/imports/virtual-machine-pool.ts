// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { IntOrString } from './int-or-string';
import type { LabelSelector, NodeSelectorRequirement } from './kubernetes';
import { plain } from './plain';
import type { VirtualMachineSpec } from './virtual-machine';

/** The fields of a `KubeVirtualMachinePool`. */
export interface KubeVirtualMachinePoolProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachinePool. */
  readonly spec: VirtualMachinePoolSpec;
}

/**
 * A VirtualMachinePool of pool.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest.
 *
 * pool.kubevirt.io/v1beta1 is served since KubeVirt v1.8; before that: v1alpha1.
 */
export class KubeVirtualMachinePool extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachinePool. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
  };

  /**
   * The manifest of a VirtualMachinePool, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachinePoolProps): any {
    return { ...KubeVirtualMachinePool.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachinePool to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachinePoolProps) {
    const { apiVersion, kind } = KubeVirtualMachinePool.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachinePool takes. */
export interface VirtualMachinePoolSpec {
  /** Replaces VMs that do not come up. `PoolAutohealing`. Since KubeVirt v1.8. */
  readonly autohealing?: PoolAutohealing;

  /** How many VMs may be down at once while the pool updates them, as a number or a percentage. Number or string. Since KubeVirt v1.8. */
  readonly maxUnavailable?: IntOrString;

  /** How names are made that differ from VM to VM. `PoolNameGeneration`. In KubeVirt v1.5 and later. */
  readonly nameGeneration?: PoolNameGeneration;

  /** Stops the pool from creating, removing and updating VMs. Boolean. In KubeVirt v1.5 and later. */
  readonly paused?: boolean;

  /** How many VMs the pool has. Integer, at least 0. In KubeVirt v1.5 and later. */
  readonly replicas?: number;

  /** Which VMs go when the pool shrinks, and what becomes of their disks. `PoolScaleInStrategy`. Since KubeVirt v1.8. */
  readonly scaleInStrategy?: PoolScaleInStrategy;

  /** The VMs of the pool; it has to match the labels of the template. `LabelSelector`. Required. In KubeVirt v1.5 and later. */
  readonly selector: LabelSelector;

  /** When VMs take up a change of the template. `PoolUpdateStrategy`. Since KubeVirt v1.8. */
  readonly updateStrategy?: PoolUpdateStrategy;

  /** What each VM of the pool is made from. `VirtualMachineTemplateSpec`. Required. In KubeVirt v1.5 and later. */
  readonly virtualMachineTemplate: VirtualMachineTemplateSpec;
}

/** What `spec.autohealing` of a VirtualMachinePool takes. */
export interface PoolAutohealing {
  /** How long a VM has to fail before it is replaced. String. Since KubeVirt v1.8. */
  readonly minFailingToStartDuration?: string;

  /** How often a VM has to fail before it is replaced. Integer, at least 1. Since KubeVirt v1.8. */
  readonly startUpFailureThreshold?: number;
}

/** What `spec.nameGeneration` of a VirtualMachinePool takes. */
export interface PoolNameGeneration {
  /** Each VM has a ConfigMap of its own, by number. Boolean. In KubeVirt v1.5 and later. */
  readonly appendIndexToConfigMapRefs?: boolean;

  /** Each VM has a Secret of its own, by number. Boolean. In KubeVirt v1.5 and later. */
  readonly appendIndexToSecretRefs?: boolean;
}

/** What `spec.scaleInStrategy` of a VirtualMachinePool takes. */
export interface PoolScaleInStrategy {
  /** VMs go when they are stopped anyway. `PoolOpportunisticScaleIn`. Since KubeVirt v1.8. */
  readonly opportunistic?: PoolOpportunisticScaleIn;

  /** VMs are stopped and removed. `PoolProactiveScaleIn`. Since KubeVirt v1.8. */
  readonly proactive?: PoolProactiveScaleIn;

  /** VMs stay. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly unmanaged?: any;
}

/** What `spec.updateStrategy` of a VirtualMachinePool takes. */
export interface PoolUpdateStrategy {
  /** VMs take a change up at their next restart. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly opportunistic?: any;

  /** VMs are restarted for it. `PoolProactiveUpdate`. Since KubeVirt v1.8. */
  readonly proactive?: PoolProactiveUpdate;

  /** VMs do not take it up. Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly unmanaged?: any;
}

/** What `spec.virtualMachineTemplate` of a VirtualMachinePool takes. */
export interface VirtualMachineTemplateSpec {
  /** Labels and annotations of each VM. Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** Each VM. `VirtualMachineSpec`. In KubeVirt v1.5 and later. */
  readonly spec?: VirtualMachineSpec;
}

/** What `spec.scaleInStrategy.opportunistic` of a VirtualMachinePool takes. */
export interface PoolOpportunisticScaleIn {
  /** What becomes of the disks. `Disabled` deletes them, `Offline` keeps them for the next VM with this number. String, one of `Disabled`, `Offline`, `Online`. Since KubeVirt v1.8. */
  readonly statePreservation?: string;
}

/** What `spec.scaleInStrategy.proactive` of a VirtualMachinePool takes. */
export interface PoolProactiveScaleIn {
  /** Which VMs go first. `PoolSelectionPolicy`. Since KubeVirt v1.8. */
  readonly selectionPolicy?: PoolSelectionPolicy;

  /** What becomes of the disks. `Disabled` deletes them, `Offline` keeps them for the next VM with this number. String, one of `Disabled`, `Offline`, `Online`. Since KubeVirt v1.8. */
  readonly statePreservation?: string;
}

/** What `spec.updateStrategy.proactive` of a VirtualMachinePool takes. */
export interface PoolProactiveUpdate {
  /** Which VMs come first. `PoolSelectionPolicy`. Since KubeVirt v1.8. */
  readonly selectionPolicy?: PoolSelectionPolicy;
}

/** What `spec.scaleInStrategy.proactive.selectionPolicy` of a VirtualMachinePool takes, and what one other place takes. */
export interface PoolSelectionPolicy {
  /** VMs that come before the others. `PoolSelectors`. Since KubeVirt v1.8. */
  readonly selectors?: PoolSelectors;

  /** The order of the VMs. String, one of `AscendingOrder`, `DescendingOrder`, `Newest`, `Oldest`, `Random`. Since KubeVirt v1.8. */
  readonly sortPolicy?: string;
}

/** What `spec.scaleInStrategy.proactive.selectionPolicy.selectors` of a VirtualMachinePool takes, and what one other place takes. */
export interface PoolSelectors {
  /** By labels of the VM. `LabelSelector`. Since KubeVirt v1.8. */
  readonly labelSelector?: LabelSelector;

  /** By labels of its node. List of `NodeSelectorRequirement`. Since KubeVirt v1.8. */
  readonly nodeSelectorRequirementMatcher?: NodeSelectorRequirement[];
}
