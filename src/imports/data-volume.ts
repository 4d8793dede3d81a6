// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type {
  LabelSelector,
  PersistentVolumeClaimSpec,
  TypedLocalObjectReference,
  TypedObjectReference,
  VolumeResourceRequirements,
} from './kubernetes';
import { plain } from './plain';

/** The fields of a `KubeDataVolume`. */
export interface KubeDataVolumeProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the DataVolume. */
  readonly spec: DataVolumeSpec;
}

/** A DataVolume of cdi.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeDataVolume extends ApiObject {
  /** `apiVersion` and `kind` of a DataVolume. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataVolume',
  };

  /**
   * The manifest of a DataVolume, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeDataVolumeProps): any {
    return { ...KubeDataVolume.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a DataVolume to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeDataVolumeProps) {
    const { apiVersion, kind } = KubeDataVolume.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeDataSource`. */
export interface KubeDataSourceProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the DataSource. */
  readonly spec: DataSourceSpec;
}

/** A DataSource of cdi.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeDataSource extends ApiObject {
  /** `apiVersion` and `kind` of a DataSource. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataSource',
  };

  /**
   * The manifest of a DataSource, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeDataSourceProps): any {
    return { ...KubeDataSource.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a DataSource to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeDataSourceProps) {
    const { apiVersion, kind } = KubeDataSource.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec.dataVolumeTemplates[].spec.sourceRef` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceRef {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly namespace?: string;
}

/** What `spec.dataVolumeTemplates[].spec.storage` of a VirtualMachine takes, and what 2 other places take. */
export interface StorageSpec {
  /** List of strings. In KubeVirt v1.5 and later. */
  readonly accessModes?: string[];

  /** `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSource?: TypedLocalObjectReference;

  /** `TypedObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSourceRef?: TypedObjectReference;

  /** `VolumeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: VolumeResourceRequirements;

  /** `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly selector?: LabelSelector;

  /** String. In KubeVirt v1.5 and later. */
  readonly storageClassName?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeMode?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly volumeName?: string;
}

/** What `spec.dataVolumeTemplates[].spec.checkpoints[]` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeCheckpoint {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly current: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly previous: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.gcs` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceGCS {
  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.imageio` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceImageIO {
  /** String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly diskId: string;

  /** Boolean. Since KubeVirt v1.8. */
  readonly insecureSkipVerify?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.pvc` of a VirtualMachine takes, and what 8 other places take. */
export interface NamespacedName {
  /** String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly namespace: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.registry` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceRegistry {
  /** String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly imageStream?: string;

  /** `PlatformOptions`. Since KubeVirt v1.8. */
  readonly platform?: PlatformOptions;

  /** String. In KubeVirt v1.5 and later. */
  readonly pullMethod?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly url?: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.s3` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceS3 {
  /** String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.registry.platform` of a VirtualMachine takes, and what 2 other places take. */
export interface PlatformOptions {
  /** String. Since KubeVirt v1.8. */
  readonly architecture?: string;
}

/** What `spec` of a DataVolume takes. */
export interface DataVolumeSpec {
  /** List of `DataVolumeCheckpoint`. In KubeVirt v1.5 and later. */
  readonly checkpoints?: DataVolumeCheckpoint[];

  /** String, one of `kubevirt`, `archive`. In KubeVirt v1.5 and later. */
  readonly contentType?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly finalCheckpoint?: boolean;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly preallocation?: boolean;

  /** String. In KubeVirt v1.5 and later. */
  readonly priorityClassName?: string;

  /** `PersistentVolumeClaimSpec`. In KubeVirt v1.5 and later. */
  readonly pvc?: PersistentVolumeClaimSpec;

  /** String. Since KubeVirt v1.8. */
  readonly serviceAccountName?: string;

  /** `DataVolumeSource`. In KubeVirt v1.5 and later. */
  readonly source?: DataVolumeSource;

  /** `DataVolumeSourceRef`. In KubeVirt v1.5 and later. */
  readonly sourceRef?: DataVolumeSourceRef;

  /** `StorageSpec`. In KubeVirt v1.5 and later. */
  readonly storage?: StorageSpec;
}

/** What `spec.source` of a DataVolume takes. */
export interface DataVolumeSource {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly blank?: any;

  /** `DataVolumeSourceGCS`. In KubeVirt v1.5 and later. */
  readonly gcs?: DataVolumeSourceGCS;

  /** `DataVolumeSourceHTTP`. In KubeVirt v1.5 and later. */
  readonly http?: DataVolumeSourceHTTP;

  /** `DataVolumeSourceImageIO`. In KubeVirt v1.5 and later. */
  readonly imageio?: DataVolumeSourceImageIO;

  /** `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly pvc?: NamespacedName;

  /** `DataVolumeSourceRegistry`. In KubeVirt v1.5 and later. */
  readonly registry?: DataVolumeSourceRegistry;

  /** `DataVolumeSourceS3`. In KubeVirt v1.5 and later. */
  readonly s3?: DataVolumeSourceS3;

  /** `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly snapshot?: NamespacedName;

  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly upload?: any;

  /** `DataVolumeSourceVDDK`. In KubeVirt v1.5 and later. */
  readonly vddk?: DataVolumeSourceVDDK;
}

/** What `spec.source.http` of a DataVolume takes. */
export interface DataVolumeSourceHTTP {
  /** String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** String. Since KubeVirt v1.8. */
  readonly checksum?: string;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly extraHeaders?: string[];

  /** Boolean. Since KubeVirt v1.9. */
  readonly insecureSkipVerify?: boolean;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly secretExtraHeaders?: string[];

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.source.vddk` of a DataVolume takes. */
export interface DataVolumeSourceVDDK {
  /** String. In KubeVirt v1.5 and later. */
  readonly backingFile?: string;

  /** String. Since KubeVirt v1.9. */
  readonly certConfigMap?: string;

  /** String. Since KubeVirt v1.8. */
  readonly extraArgs?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly initImageURL?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly thumbprint?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly url?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly uuid?: string;
}

/** What `spec` of a DataSource takes. */
export interface DataSourceSpec {
  /** `DataSourceSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: DataSourceSource;
}

/** What `spec.source` of a DataSource takes. */
export interface DataSourceSource {
  /** `NamespacedName`. Since KubeVirt v1.8. */
  readonly dataSource?: NamespacedName;

  /** `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly pvc?: NamespacedName;

  /** `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly snapshot?: NamespacedName;
}
