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
  /** Labels that the target node must have beyond those that the VM asks for. Map of strings. Since KubeVirt v1.8. */
  readonly addedNodeSelector?: { readonly [key: string]: string };

  /** Which migrations come first when many wait. String. Since KubeVirt v1.8. */
  readonly priority?: string;

  /** Makes it the receiving end of a migration from another cluster. `MigrationTarget`. Since KubeVirt v1.8. */
  readonly receive?: MigrationTarget;

  /** Makes it the sending end of a migration to another cluster. `MigrationSource`. Since KubeVirt v1.8. */
  readonly sendTo?: MigrationSource;

  /** The instance that is migrated. String. In KubeVirt v1.5 and later. */
  readonly vmiName?: string;
}

/** What `spec.receive` of a VirtualMachineInstanceMigration takes. */
export interface MigrationTarget {
  /** Name that both ends agree on. String. Required. Since KubeVirt v1.8. */
  readonly migrationID: string;
}

/** What `spec.sendTo` of a VirtualMachineInstanceMigration takes. */
export interface MigrationSource {
  /** Where the other cluster listens. String. Required. Since KubeVirt v1.8. */
  readonly connectURL: string;

  /** Name that both ends agree on. String. Required. Since KubeVirt v1.8. */
  readonly migrationID: string;
}

/** What `spec` of a MigrationPolicy takes. */
export interface MigrationPolicySpec {
  /** Slows the guest down when its memory changes faster than it is copied. Boolean. In KubeVirt v1.5 and later. */
  readonly allowAutoConverge?: boolean;

  /** Starts the guest on the target before its memory has arrived, when time is up. If either node fails then, the guest is lost. Boolean. In KubeVirt v1.5 and later. */
  readonly allowPostCopy?: boolean;

  /** Pauses the guest, or uses post-copy, when time is up, so that the migration ends. Boolean. In KubeVirt v1.5 and later. */
  readonly allowWorkloadDisruption?: boolean;

  /** How much of the network one migration may use, per second; 0 is all. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly bandwidthPerMigration?: Quantity;

  /** Seconds for each GiB of the guest after which a migration has taken too long. Integer. In KubeVirt v1.5 and later. */
  readonly completionTimeoutPerGiB?: number;

  /** Settings that may change or go. `ExperimentalMigrationOptions`. Since KubeVirt v1.9. */
  readonly experimental?: ExperimentalMigrationOptions;

  /** Milliseconds that the guest may stand still at the end. Integer, 1 to 2000000. Since KubeVirt v1.9. */
  readonly maxDowntimeMs?: number;

  /** The VMs that the policy is for; of several policies the one that matches most labels counts. `MigrationPolicySelectors`. Required. In KubeVirt v1.5 and later. */
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
  /** Labels of the namespace; all of them have to match. Map of strings. In KubeVirt v1.5 and later. */
  readonly namespaceSelector?: { readonly [key: string]: string };

  /** Labels of the instance, from the template of the VM; all of them have to match. Map of strings. In KubeVirt v1.5 and later. */
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
