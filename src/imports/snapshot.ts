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
  /** String. In KubeVirt v1.5 and later. */
  readonly deletionPolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly failureDeadline?: string;

  /** `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly source: TypedLocalObjectReference;
}

/** What `spec` of a VirtualMachineRestore takes. */
export interface VirtualMachineRestoreSpec {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly patches?: string[];

  /** `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly target: TypedLocalObjectReference;

  /**
   * String, one of `StopTarget`, `WaitGracePeriod`, `FailImmediate`, `WaitEventually`. In KubeVirt v1.5 and later.
   *
   * @default "WaitGracePeriod"
   */
  readonly targetReadinessPolicy?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly virtualMachineSnapshotName: string;

  /** String. Since KubeVirt v1.8. */
  readonly volumeOwnershipPolicy?: string;

  /** List of `VolumeRestoreOverride`. Since KubeVirt v1.8. */
  readonly volumeRestoreOverrides?: VolumeRestoreOverride[];

  /** String. Since KubeVirt v1.8. */
  readonly volumeRestorePolicy?: string;
}

/** What `spec.volumeRestoreOverrides[]` of a VirtualMachineRestore takes. */
export interface VolumeRestoreOverride {
  /** Map of strings. Since KubeVirt v1.8. */
  readonly annotations?: { readonly [key: string]: string };

  /** Map of strings. Since KubeVirt v1.8. */
  readonly labels?: { readonly [key: string]: string };

  /** String. Since KubeVirt v1.8. */
  readonly restoreName?: string;

  /** String. Since KubeVirt v1.8. */
  readonly volumeName?: string;
}

/** What `spec` of a VirtualMachineClone takes. */
export interface VirtualMachineCloneSpec {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly annotationFilters?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly labelFilters?: string[];

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly newMacAddresses?: { readonly [key: string]: string };

  /** String. In KubeVirt v1.5 and later. */
  readonly newSMBiosSerial?: string;

  /** List of strings. Since KubeVirt v1.8. */
  readonly patches?: string[];

  /** `TypedLocalObjectReference`. Required. In KubeVirt v1.5 and later. */
  readonly source: TypedLocalObjectReference;

  /** `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly target?: TypedLocalObjectReference;

  /** `VirtualMachineCloneTemplateFilters`. In KubeVirt v1.5 and later. */
  readonly template?: VirtualMachineCloneTemplateFilters;

  /** String, one of `RandomizeNames`, `PrefixTargetName`. Since KubeVirt v1.8. */
  readonly volumeNamePolicy?: string;
}

/** What `spec.template` of a VirtualMachineClone takes. */
export interface VirtualMachineCloneTemplateFilters {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly annotationFilters?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly labelFilters?: string[];
}
