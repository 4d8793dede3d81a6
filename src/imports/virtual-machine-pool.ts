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
  /** `PoolAutohealing`. Since KubeVirt v1.8. */
  readonly autohealing?: PoolAutohealing;

  /** Number or string. Since KubeVirt v1.8. */
  readonly maxUnavailable?: IntOrString;

  /** `PoolNameGeneration`. In KubeVirt v1.5 and later. */
  readonly nameGeneration?: PoolNameGeneration;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly paused?: boolean;

  /** Integer, at least 0. In KubeVirt v1.5 and later. */
  readonly replicas?: number;

  /** `PoolScaleInStrategy`. Since KubeVirt v1.8. */
  readonly scaleInStrategy?: PoolScaleInStrategy;

  /** `LabelSelector`. Required. In KubeVirt v1.5 and later. */
  readonly selector: LabelSelector;

  /** `PoolUpdateStrategy`. Since KubeVirt v1.8. */
  readonly updateStrategy?: PoolUpdateStrategy;

  /** `VirtualMachineTemplateSpec`. Required. In KubeVirt v1.5 and later. */
  readonly virtualMachineTemplate: VirtualMachineTemplateSpec;
}

/** What `spec.autohealing` of a VirtualMachinePool takes. */
export interface PoolAutohealing {
  /** String. Since KubeVirt v1.8. */
  readonly minFailingToStartDuration?: string;

  /** Integer, at least 1. Since KubeVirt v1.8. */
  readonly startUpFailureThreshold?: number;
}

/** What `spec.nameGeneration` of a VirtualMachinePool takes. */
export interface PoolNameGeneration {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly appendIndexToConfigMapRefs?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly appendIndexToSecretRefs?: boolean;
}

/** What `spec.scaleInStrategy` of a VirtualMachinePool takes. */
export interface PoolScaleInStrategy {
  /** `PoolOpportunisticScaleIn`. Since KubeVirt v1.8. */
  readonly opportunistic?: PoolOpportunisticScaleIn;

  /** `PoolProactiveScaleIn`. Since KubeVirt v1.8. */
  readonly proactive?: PoolProactiveScaleIn;

  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly unmanaged?: any;
}

/** What `spec.updateStrategy` of a VirtualMachinePool takes. */
export interface PoolUpdateStrategy {
  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly opportunistic?: any;

  /** `PoolProactiveUpdate`. Since KubeVirt v1.8. */
  readonly proactive?: PoolProactiveUpdate;

  /** Empty object: being there is what it says. Since KubeVirt v1.8. */
  readonly unmanaged?: any;
}

/** What `spec.virtualMachineTemplate` of a VirtualMachinePool takes. */
export interface VirtualMachineTemplateSpec {
  /** Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** `VirtualMachineSpec`. In KubeVirt v1.5 and later. */
  readonly spec?: VirtualMachineSpec;
}

/** What `spec.scaleInStrategy.opportunistic` of a VirtualMachinePool takes. */
export interface PoolOpportunisticScaleIn {
  /** String, one of `Disabled`, `Offline`, `Online`. Since KubeVirt v1.8. */
  readonly statePreservation?: string;
}

/** What `spec.scaleInStrategy.proactive` of a VirtualMachinePool takes. */
export interface PoolProactiveScaleIn {
  /** `PoolSelectionPolicy`. Since KubeVirt v1.8. */
  readonly selectionPolicy?: PoolSelectionPolicy;

  /** String, one of `Disabled`, `Offline`, `Online`. Since KubeVirt v1.8. */
  readonly statePreservation?: string;
}

/** What `spec.updateStrategy.proactive` of a VirtualMachinePool takes. */
export interface PoolProactiveUpdate {
  /** `PoolSelectionPolicy`. Since KubeVirt v1.8. */
  readonly selectionPolicy?: PoolSelectionPolicy;
}

/** What `spec.scaleInStrategy.proactive.selectionPolicy` of a VirtualMachinePool takes, and what one other place takes. */
export interface PoolSelectionPolicy {
  /** `PoolSelectors`. Since KubeVirt v1.8. */
  readonly selectors?: PoolSelectors;

  /** String, one of `AscendingOrder`, `DescendingOrder`, `Newest`, `Oldest`, `Random`. Since KubeVirt v1.8. */
  readonly sortPolicy?: string;
}

/** What `spec.scaleInStrategy.proactive.selectionPolicy.selectors` of a VirtualMachinePool takes, and what one other place takes. */
export interface PoolSelectors {
  /** `LabelSelector`. Since KubeVirt v1.8. */
  readonly labelSelector?: LabelSelector;

  /** List of `NodeSelectorRequirement`. Since KubeVirt v1.8. */
  readonly nodeSelectorRequirementMatcher?: NodeSelectorRequirement[];
}
