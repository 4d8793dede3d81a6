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
  /** Only `DataSource`. String. Required. In KubeVirt v1.5 and later. */
  readonly kind: string;

  /** Name of the DataSource. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Namespace of the DataSource; that of the DataVolume if unset. String. In KubeVirt v1.5 and later. */
  readonly namespace?: string;
}

/** What `spec.dataVolumeTemplates[].spec.storage` of a VirtualMachine takes, and what 2 other places take. */
export interface StorageSpec {
  /** Who may mount it. ReadWriteMany lets the VM migrate. List of strings. In KubeVirt v1.5 and later. */
  readonly accessModes?: string[];

  /** An object of the namespace that fills it. `TypedLocalObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSource?: TypedLocalObjectReference;

  /** An object that fills it, possibly of another namespace. `TypedObjectReference`. In KubeVirt v1.5 and later. */
  readonly dataSourceRef?: TypedObjectReference;

  /** How large it is. `VolumeResourceRequirements`. In KubeVirt v1.5 and later. */
  readonly resources?: VolumeResourceRequirements;

  /** Labels that the PersistentVolume must have. `LabelSelector`. In KubeVirt v1.5 and later. */
  readonly selector?: LabelSelector;

  /** Storage class; the default one if unset. String. In KubeVirt v1.5 and later. */
  readonly storageClassName?: string;

  /** Whether it is a `Block` device or a `Filesystem`. Block is faster. String. In KubeVirt v1.5 and later. */
  readonly volumeMode?: string;

  /** The PersistentVolume that it is bound to. String. In KubeVirt v1.5 and later. */
  readonly volumeName?: string;
}

/** What `spec.dataVolumeTemplates[].spec.checkpoints[]` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeCheckpoint {
  /** The snapshot that this step goes to. String. Required. In KubeVirt v1.5 and later. */
  readonly current: string;

  /** The snapshot that this step starts from. String. Required. In KubeVirt v1.5 and later. */
  readonly previous: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.gcs` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceGCS {
  /** Secret with the key of a service account. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Where the object is. String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.imageio` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceImageIO {
  /** ConfigMap with the certificate authority of the engine. String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** ID of the disk. String. Required. In KubeVirt v1.5 and later. */
  readonly diskId: string;

  /** Takes any certificate. Boolean. Since KubeVirt v1.8. */
  readonly insecureSkipVerify?: boolean;

  /** Secret with user and password. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Where the API of the engine is. String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.pvc` of a VirtualMachine takes, and what 8 other places take. */
export interface NamespacedName {
  /** Name of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly name: string;

  /** Namespace of the object. String. Required. In KubeVirt v1.5 and later. */
  readonly namespace: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.registry` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceRegistry {
  /** ConfigMap with the certificate authority of the registry. String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** An ImageStream of the namespace, instead of a URL. String. In KubeVirt v1.5 and later. */
  readonly imageStream?: string;

  /** Which one of an image for several platforms. `PlatformOptions`. Since KubeVirt v1.8. */
  readonly platform?: PlatformOptions;

  /** Who fetches the image, `pod` or `node`. String. In KubeVirt v1.5 and later. */
  readonly pullMethod?: string;

  /** Secret with `accessKeyId` and `secretKey`. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** The image, with `docker://` in front. String. In KubeVirt v1.5 and later. */
  readonly url?: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.s3` of a VirtualMachine takes, and what 2 other places take. */
export interface DataVolumeSourceS3 {
  /** ConfigMap with the certificate authority of the server. String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** Secret with `accessKeyId` and `secretKey`. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Where the object is. String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.registry.platform` of a VirtualMachine takes, and what 2 other places take. */
export interface PlatformOptions {
  /** Processor architecture, such as `amd64`. String. Since KubeVirt v1.8. */
  readonly architecture?: string;
}

/** What `spec` of a DataVolume takes. */
export interface DataVolumeSpec {
  /** Steps of a warm import from vSphere or oVirt. List of `DataVolumeCheckpoint`. In KubeVirt v1.5 and later. */
  readonly checkpoints?: DataVolumeCheckpoint[];

  /** What is put into the claim. `kubevirt` is a disk, `archive` a tar file that is unpacked. String, one of `kubevirt`, `archive`. In KubeVirt v1.5 and later. */
  readonly contentType?: string;

  /** Whether the last of the checkpoints ends the import. Boolean. In KubeVirt v1.5 and later. */
  readonly finalCheckpoint?: boolean;

  /** Writes the whole disk at once, so that the storage cannot run full later. Boolean. In KubeVirt v1.5 and later. */
  readonly preallocation?: boolean;

  /** PriorityClass of the pods that fill the claim. String. In KubeVirt v1.5 and later. */
  readonly priorityClassName?: string;

  /** The claim, with everything said by hand. `PersistentVolumeClaimSpec`. In KubeVirt v1.5 and later. */
  readonly pvc?: PersistentVolumeClaimSpec;

  /** ServiceAccount of the pods that fill the claim. String. Since KubeVirt v1.8. */
  readonly serviceAccountName?: string;

  /** Where the data come from. `DataVolumeSource`. In KubeVirt v1.5 and later. */
  readonly source?: DataVolumeSource;

  /** A DataSource that says where the data come from, such as the newest image of an operating system. `DataVolumeSourceRef`. In KubeVirt v1.5 and later. */
  readonly sourceRef?: DataVolumeSourceRef;

  /** The claim; access modes, volume mode and overhead are taken from the storage profile where they are not said. `StorageSpec`. In KubeVirt v1.5 and later. */
  readonly storage?: StorageSpec;
}

/** What `spec.source` of a DataVolume takes. */
export interface DataVolumeSource {
  /** An empty disk. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly blank?: any;

  /** An object in Google Cloud Storage. `DataVolumeSourceGCS`. In KubeVirt v1.5 and later. */
  readonly gcs?: DataVolumeSourceGCS;

  /** A file behind a URL. `DataVolumeSourceHTTP`. In KubeVirt v1.5 and later. */
  readonly http?: DataVolumeSourceHTTP;

  /** A disk of oVirt. `DataVolumeSourceImageIO`. In KubeVirt v1.5 and later. */
  readonly imageio?: DataVolumeSourceImageIO;

  /** A claim that is cloned. `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly pvc?: NamespacedName;

  /** An image in a container registry. `DataVolumeSourceRegistry`. In KubeVirt v1.5 and later. */
  readonly registry?: DataVolumeSourceRegistry;

  /** An object in S3 storage. `DataVolumeSourceS3`. In KubeVirt v1.5 and later. */
  readonly s3?: DataVolumeSourceS3;

  /** A VolumeSnapshot that is cloned. `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly snapshot?: NamespacedName;

  /** Waits for `virtctl image-upload`. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly upload?: any;

  /** A disk of vSphere. `DataVolumeSourceVDDK`. In KubeVirt v1.5 and later. */
  readonly vddk?: DataVolumeSourceVDDK;
}

/** What `spec.source.http` of a DataVolume takes. */
export interface DataVolumeSourceHTTP {
  /** ConfigMap with the certificate authority of the server. String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** What the file has to add up to, such as `sha256:…`. String. Since KubeVirt v1.8. */
  readonly checksum?: string;

  /** Headers that are sent along. List of strings. In KubeVirt v1.5 and later. */
  readonly extraHeaders?: string[];

  /** Takes any certificate. Boolean. Since KubeVirt v1.9. */
  readonly insecureSkipVerify?: boolean;

  /** Secrets with headers that nobody should read. List of strings. In KubeVirt v1.5 and later. */
  readonly secretExtraHeaders?: string[];

  /** Secret with `accessKeyId` and `secretKey`, for servers that ask for a password. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Where the file is. String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.source.vddk` of a DataVolume takes. */
export interface DataVolumeSourceVDDK {
  /** The disk, as vSphere names its file. String. In KubeVirt v1.5 and later. */
  readonly backingFile?: string;

  /** ConfigMap with the certificate authority of vSphere. String. Since KubeVirt v1.9. */
  readonly certConfigMap?: string;

  /** ConfigMap with further arguments. String. Since KubeVirt v1.8. */
  readonly extraArgs?: string;

  /** Image with VMware's VDDK library. String. In KubeVirt v1.5 and later. */
  readonly initImageURL?: string;

  /** Secret with user and password. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Thumbprint of the certificate of vSphere. String. In KubeVirt v1.5 and later. */
  readonly thumbprint?: string;

  /** Where vCenter or the host is. String. In KubeVirt v1.5 and later. */
  readonly url?: string;

  /** UUID of the VM in vSphere. String. In KubeVirt v1.5 and later. */
  readonly uuid?: string;
}

/** What `spec` of a DataSource takes. */
export interface DataSourceSpec {
  /** What it stands for. `DataSourceSource`. Required. In KubeVirt v1.5 and later. */
  readonly source: DataSourceSource;
}

/** What `spec.source` of a DataSource takes. */
export interface DataSourceSource {
  /** Another DataSource. `NamespacedName`. Since KubeVirt v1.8. */
  readonly dataSource?: NamespacedName;

  /** A claim. `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly pvc?: NamespacedName;

  /** A VolumeSnapshot. `NamespacedName`. In KubeVirt v1.5 and later. */
  readonly snapshot?: NamespacedName;
}
