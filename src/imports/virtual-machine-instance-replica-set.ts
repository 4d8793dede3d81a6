// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { LabelSelector } from './kubernetes';
import { plain } from './plain';
import type { VirtualMachineInstanceTemplateSpec } from './virtual-machine';

/** The fields of a `KubeVirtualMachineInstanceReplicaSet`. */
export interface KubeVirtualMachineInstanceReplicaSetProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineInstanceReplicaSet. */
  readonly spec: VirtualMachineInstanceReplicaSetSpec;
}

/** A VirtualMachineInstanceReplicaSet of kubevirt.io/v1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineInstanceReplicaSet extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineInstanceReplicaSet. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceReplicaSet',
  };

  /**
   * The manifest of a VirtualMachineInstanceReplicaSet, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineInstanceReplicaSetProps): any {
    return { ...KubeVirtualMachineInstanceReplicaSet.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineInstanceReplicaSet to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineInstanceReplicaSetProps) {
    const { apiVersion, kind } = KubeVirtualMachineInstanceReplicaSet.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachineInstanceReplicaSet takes. */
export interface VirtualMachineInstanceReplicaSetSpec {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly paused?: boolean;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly replicas?: number;

  /** `LabelSelector`. Required. In KubeVirt v1.5 and later. */
  readonly selector: LabelSelector;

  /** `VirtualMachineInstanceTemplateSpec`. Required. In KubeVirt v1.5 and later. */
  readonly template: VirtualMachineInstanceTemplateSpec;
}
