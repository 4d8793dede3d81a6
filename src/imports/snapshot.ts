// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { TypedLocalObjectReference } from './kubernetes';
import { plain } from './plain';

/** The fields of a `KubeVirtualMachineSnapshot`. */
export interface KubeVirtualMachineSnapshotProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineSnapshot. */
  readonly spec: VirtualMachineSnapshotSpec;
}

/** A VirtualMachineSnapshot of snapshot.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineSnapshot extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineSnapshot. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineSnapshot',
  };

  /**
   * The manifest of a VirtualMachineSnapshot, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineSnapshotProps): any {
    return { ...KubeVirtualMachineSnapshot.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineSnapshot to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineSnapshotProps) {
    const { apiVersion, kind } = KubeVirtualMachineSnapshot.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeVirtualMachineRestore`. */
export interface KubeVirtualMachineRestoreProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineRestore. */
  readonly spec: VirtualMachineRestoreSpec;
}

/** A VirtualMachineRestore of snapshot.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineRestore extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineRestore. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'snapshot.kubevirt.io/v1beta1',
    kind: 'VirtualMachineRestore',
  };

  /**
   * The manifest of a VirtualMachineRestore, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineRestoreProps): any {
    return { ...KubeVirtualMachineRestore.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineRestore to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineRestoreProps) {
    const { apiVersion, kind } = KubeVirtualMachineRestore.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeVirtualMachineClone`. */
export interface KubeVirtualMachineCloneProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineClone. */
  readonly spec: VirtualMachineCloneSpec;
}

/** A VirtualMachineClone of clone.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineClone extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineClone. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'clone.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClone',
  };

  /**
   * The manifest of a VirtualMachineClone, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineCloneProps): any {
    return { ...KubeVirtualMachineClone.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineClone to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineCloneProps) {
    const { apiVersion, kind } = KubeVirtualMachineClone.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachineSnapshot takes. */
export interface VirtualMachineSnapshotSpec {
  /** What becomes of the content when the snapshot is deleted. `retain` keeps it. String. In KubeVirt v1.5 and later. */
  readonly deletionPolicy?: string;

  /** How long it may take before it counts as failed. String. In KubeVirt v1.5 and later. */
  readonly failureDeadline?: string;

  /** The VM. `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly source: TypedLocalObjectReference;
}

/** What `spec` of a VirtualMachineRestore takes. */
export interface VirtualMachineRestoreSpec {
  /** JSON patches for the restored VM, each as a string. List of strings. In KubeVirt v1.5 and later. */
  readonly patches?: string[];

  /** The VM that is restored; one of another name is created. `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly target: TypedLocalObjectReference;

  /**
   * What happens when the target still runs. String, one of `StopTarget`, `WaitGracePeriod`, `FailImmediate`, `WaitEventually`. In KubeVirt v1.5 and later.
   *
   * @default "WaitGracePeriod"
   */
  readonly targetReadinessPolicy?: string;

  /** The snapshot. String. Required. In KubeVirt v1.5 and later. */
  readonly virtualMachineSnapshotName: string;

  /** Whether the restored claims belong to the VM. String. Since KubeVirt v1.8. */
  readonly volumeOwnershipPolicy?: string;

  /** Names, labels and annotations of restored claims. List of `VolumeRestoreOverride`. Since KubeVirt v1.8. */
  readonly volumeRestoreOverrides?: VolumeRestoreOverride[];

  /** What restored claims are called. String. Since KubeVirt v1.8. */
  readonly volumeRestorePolicy?: string;
}

/** What `spec.volumeRestoreOverrides[]` of a VirtualMachineRestore takes. */
export interface VolumeRestoreOverride {
  /** Annotations of the restored claim. Map of strings. Since KubeVirt v1.8. */
  readonly annotations?: { readonly [key: string]: string };

  /** Labels of the restored claim. Map of strings. Since KubeVirt v1.8. */
  readonly labels?: { readonly [key: string]: string };

  /** Name of the restored claim. String. Since KubeVirt v1.8. */
  readonly restoreName?: string;

  /** The volume that is meant. String. Since KubeVirt v1.8. */
  readonly volumeName?: string;
}

/** What `spec` of a VirtualMachineClone takes. */
export interface VirtualMachineCloneSpec {
  /** Which annotations are copied; `!` in front leaves out, `*` stands for anything. List of strings. In KubeVirt v1.5 and later. */
  readonly annotationFilters?: string[];

  /** Which labels are copied; `!` in front leaves out, `*` stands for anything. List of strings. In KubeVirt v1.5 and later. */
  readonly labelFilters?: string[];

  /** MAC addresses of the copy, by name of the interface; chosen if unset. Map of strings. In KubeVirt v1.5 and later. */
  readonly newMacAddresses?: { readonly [key: string]: string };

  /** Serial number of the copy. String. In KubeVirt v1.5 and later. */
  readonly newSMBiosSerial?: string;

  /** JSON patches for the copy, each as a string. List of strings. Since KubeVirt v1.8. */
  readonly patches?: string[];

  /** The VM, or a snapshot of one. `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly source: TypedLocalObjectReference;

  /** The copy. `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly target?: TypedLocalObjectReference;

  /** What is copied into the template of the copy. `VirtualMachineCloneTemplateFilters`. In KubeVirt v1.5 and later. */
  readonly template?: VirtualMachineCloneTemplateFilters;

  /** What the claims of the copy are called. String, one of `RandomizeNames`, `PrefixTargetName`. Since KubeVirt v1.8. */
  readonly volumeNamePolicy?: string;
}

/** What `spec.template` of a VirtualMachineClone takes. */
export interface VirtualMachineCloneTemplateFilters {
  /** Which annotations of the template are copied. List of strings. In KubeVirt v1.5 and later. */
  readonly annotationFilters?: string[];

  /** Which labels of the template are copied. List of strings. In KubeVirt v1.5 and later. */
  readonly labelFilters?: string[];
}
