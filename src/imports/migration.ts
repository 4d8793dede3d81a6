// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import { plain } from './plain';
import type { Quantity } from './quantity';

/** The fields of a `KubeVirtualMachineInstanceMigration`. */
export interface KubeVirtualMachineInstanceMigrationProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineInstanceMigration. */
  readonly spec: VirtualMachineInstanceMigrationSpec;
}

/** A VirtualMachineInstanceMigration of kubevirt.io/v1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineInstanceMigration extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineInstanceMigration. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
  };

  /**
   * The manifest of a VirtualMachineInstanceMigration, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineInstanceMigrationProps): any {
    return { ...KubeVirtualMachineInstanceMigration.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineInstanceMigration to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineInstanceMigrationProps) {
    const { apiVersion, kind } = KubeVirtualMachineInstanceMigration.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeMigrationPolicy`. */
export interface KubeMigrationPolicyProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the MigrationPolicy. */
  readonly spec: MigrationPolicySpec;
}

/** A MigrationPolicy of migrations.kubevirt.io/v1alpha1, for the whole cluster, as it stands in the manifest. */
export class KubeMigrationPolicy extends ApiObject {
  /** `apiVersion` and `kind` of a MigrationPolicy. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'migrations.kubevirt.io/v1alpha1',
    kind: 'MigrationPolicy',
  };

  /**
   * The manifest of a MigrationPolicy, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeMigrationPolicyProps): any {
    return { ...KubeMigrationPolicy.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a MigrationPolicy to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeMigrationPolicyProps) {
    const { apiVersion, kind } = KubeMigrationPolicy.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachineInstanceMigration takes. */
export interface VirtualMachineInstanceMigrationSpec {
  /** Map of strings. Since KubeVirt v1.8. */
  readonly addedNodeSelector?: { readonly [key: string]: string };

  /** String. Since KubeVirt v1.8. */
  readonly priority?: string;

  /** `MigrationTarget`. Since KubeVirt v1.8. */
  readonly receive?: MigrationTarget;

  /** `MigrationSource`. Since KubeVirt v1.8. */
  readonly sendTo?: MigrationSource;

  /** String. In KubeVirt v1.5 and later. */
  readonly vmiName?: string;
}

/** What `spec.receive` of a VirtualMachineInstanceMigration takes. */
export interface MigrationTarget {
  /** String. Required. Since KubeVirt v1.8. */
  readonly migrationID: string;
}

/** What `spec.sendTo` of a VirtualMachineInstanceMigration takes. */
export interface MigrationSource {
  /** String. Required. Since KubeVirt v1.8. */
  readonly connectURL: string;

  /** String. Required. Since KubeVirt v1.8. */
  readonly migrationID: string;
}

/** What `spec` of a MigrationPolicy takes. */
export interface MigrationPolicySpec {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowAutoConverge?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowPostCopy?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly allowWorkloadDisruption?: boolean;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly bandwidthPerMigration?: Quantity;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly completionTimeoutPerGiB?: number;

  /** `ExperimentalMigrationOptions`. Since KubeVirt v1.9. */
  readonly experimental?: ExperimentalMigrationOptions;

  /** Integer, 1 to 2000000. Since KubeVirt v1.9. */
  readonly maxDowntimeMs?: number;

  /** `MigrationPolicySelectors`. Required. In KubeVirt v1.5 and later. */
  readonly selectors: MigrationPolicySelectors;
}

/** What `spec.experimental` of a MigrationPolicy takes. */
export interface ExperimentalMigrationOptions {
  /** String, one of `none`, `zstd`. Since KubeVirt v1.9. */
  readonly compression?: string;

  /** `StallDetector`. Since KubeVirt v1.9. */
  readonly stallDetector?: StallDetector;
}

/** What `spec.selectors` of a MigrationPolicy takes. */
export interface MigrationPolicySelectors {
  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly namespaceSelector?: { readonly [key: string]: string };

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly virtualMachineInstanceSelector?: { readonly [key: string]: string };
}

/** What `spec.experimental.stallDetector` of a MigrationPolicy takes. */
export interface StallDetector {
  /** String. Since KubeVirt v1.9. */
  readonly completionTimeoutFactor?: string;

  /** String. Since KubeVirt v1.9. */
  readonly ewmaAlpha?: string;

  /** String. Since KubeVirt v1.9. */
  readonly patienceWindowDecayFactor?: string;

  /** String. Since KubeVirt v1.9. */
  readonly precopyPossibleFactor?: string;

  /** Boolean. Since KubeVirt v1.9. */
  readonly searchLocalMinima?: boolean;

  /** Integer, 0 to 100. Since KubeVirt v1.9. */
  readonly stallMargin?: number;

  /** Integer. Since KubeVirt v1.9. */
  readonly stallProgressTimeout?: number;

  /** Integer. Since KubeVirt v1.9. */
  readonly switchoverTimeout?: number;
}
