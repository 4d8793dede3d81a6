// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type {
  DataVolumeCheckpoint,
  DataVolumeSourceGCS,
  DataVolumeSourceImageIO,
  DataVolumeSourceRef,
  DataVolumeSourceRegistry,
  DataVolumeSourceS3,
  NamespacedName,
  StorageSpec,
} from './data-volume';
import type { PersistentVolumeClaimSpec } from './kubernetes';
import { plain } from './plain';
import type { VirtualMachineInstanceSpec } from './virtual-machine-instance';

/** The fields of a `KubeVirtualMachine`. */
export interface KubeVirtualMachineProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachine. */
  readonly spec: VirtualMachineSpec;
}

/** A VirtualMachine of kubevirt.io/v1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachine extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachine. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
  };

  /**
   * The manifest of a VirtualMachine, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineProps): any {
    return { ...KubeVirtualMachine.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachine to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineProps) {
    const { apiVersion, kind } = KubeVirtualMachine.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachine takes, and what one other place takes. */
export interface VirtualMachineSpec {
  /** Disks that are created with the VM and deleted with it; a volume uses one by its name. List of `DataVolumeTemplateSpec`, each may be null. In KubeVirt v1.5 and later. */
  readonly dataVolumeTemplates?: DataVolumeTemplateSpec[];

  /** The instance type that decides processor and memory in place of the template. `InstancetypeMatcher`. In KubeVirt v1.5 and later. */
  readonly instancetype?: InstancetypeMatcher;

  /** The preference that fills in what the template leaves open, such as buses and models of devices. `PreferenceMatcher`. In KubeVirt v1.5 and later. */
  readonly preference?: PreferenceMatcher;

  /** When KubeVirt starts the VM, and starts it again after it has ended. Only `Always` restarts it after every end. String. In KubeVirt v1.5 and later. */
  readonly runStrategy?: string;

  /** Old form of `runStrategy`, which excludes it. `true` is `Always`, `false` is `Halted`. Boolean. In KubeVirt v1.5 and later. */
  readonly running?: boolean;

  /** What each VirtualMachineInstance of the VM is made from. `VirtualMachineInstanceTemplateSpec`. Required. In KubeVirt v1.5 and later. */
  readonly template: VirtualMachineInstanceTemplateSpec;

  /** What happens when a volume is exchanged while the VM runs. `Replacement` waits for a restart, `Migration` copies the data in a live migration. String. In KubeVirt v1.5 and later. */
  readonly updateVolumesStrategy?: string;
}

/** What `spec.instancetype` of a VirtualMachine takes, and what one other place takes. */
export interface InstancetypeMatcher {
  /** The volume whose source says by its labels which one to use; instead of a name. String. In KubeVirt v1.5 and later. */
  readonly inferFromVolume?: string;

  /** What happens when nothing can be inferred. `Reject` refuses the VM, `Ignore` goes on without. String. In KubeVirt v1.5 and later. */
  readonly inferFromVolumeFailurePolicy?: string;

  /** Whether it is one of the namespace or of the whole cluster; without it, of the cluster. String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** Name of the object. String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** The ControllerRevision with a copy of the object, so that the VM stays as it is when the object changes. Written by KubeVirt. String. In KubeVirt v1.5 and later. */
  readonly revisionName?: string;
}

/** What `spec.preference` of a VirtualMachine takes, and what one other place takes. */
export interface PreferenceMatcher {
  /** The volume whose source says by its labels which one to use; instead of a name. String. In KubeVirt v1.5 and later. */
  readonly inferFromVolume?: string;

  /** What happens when nothing can be inferred. `Reject` refuses the VM, `Ignore` goes on without. String. In KubeVirt v1.5 and later. */
  readonly inferFromVolumeFailurePolicy?: string;

  /** Whether it is one of the namespace or of the whole cluster; without it, of the cluster. String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** Name of the object. String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** The ControllerRevision with a copy of the object, so that the VM stays as it is when the object changes. Written by KubeVirt. String. In KubeVirt v1.5 and later. */
  readonly revisionName?: string;
}

/** What `spec.template` of a VirtualMachine takes, and what 2 other places take. */
export interface VirtualMachineInstanceTemplateSpec {
  /** Labels and annotations of the instance and its pod. Services, budgets and affinities select these, not those of the VirtualMachine. Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** The machine itself. `VirtualMachineInstanceSpec`. In KubeVirt v1.5 and later. */
  readonly spec?: VirtualMachineInstanceSpec;
}

/** What `spec.dataVolumeTemplates[]` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSpec {
  /** API version of a DataVolume; not needed. String. In KubeVirt v1.5 and later. */
  readonly apiVersion?: string;

  /** Always `DataVolume`; not needed. String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** Name of the DataVolume, by which a volume refers to it, and its labels. Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** The disk and where its data come from. `DataVolumeTemplateDataVolumeSpec`. Required. In KubeVirt v1.5 and later. */
  readonly spec: DataVolumeTemplateDataVolumeSpec;
}

/** What `spec.dataVolumeTemplates[].spec` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateDataVolumeSpec {
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

  /** Where the data come from. `DataVolumeTemplateSource`. In KubeVirt v1.5 and later. */
  readonly source?: DataVolumeTemplateSource;

  /** A DataSource that says where the data come from, such as the newest image of an operating system. `DataVolumeSourceRef`. In KubeVirt v1.5 and later. */
  readonly sourceRef?: DataVolumeSourceRef;

  /** The claim; access modes, volume mode and overhead are taken from the storage profile where they are not said. `StorageSpec`. In KubeVirt v1.5 and later. */
  readonly storage?: StorageSpec;
}

/** What `spec.dataVolumeTemplates[].spec.source` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSource {
  /** An empty disk. Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly blank?: any;

  /** An object in Google Cloud Storage. `DataVolumeSourceGCS`. In KubeVirt v1.5 and later. */
  readonly gcs?: DataVolumeSourceGCS;

  /** A file behind a URL. `DataVolumeTemplateSourceHTTP`. In KubeVirt v1.5 and later. */
  readonly http?: DataVolumeTemplateSourceHTTP;

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

  /** A disk of vSphere. `DataVolumeTemplateSourceVDDK`. In KubeVirt v1.5 and later. */
  readonly vddk?: DataVolumeTemplateSourceVDDK;
}

/** What `spec.dataVolumeTemplates[].spec.source.http` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSourceHTTP {
  /** ConfigMap with the certificate authority of the server. String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** Headers that are sent along. List of strings. In KubeVirt v1.5 and later. */
  readonly extraHeaders?: string[];

  /** Secrets with headers that nobody should read. List of strings. In KubeVirt v1.5 and later. */
  readonly secretExtraHeaders?: string[];

  /** Secret with `accessKeyId` and `secretKey`, for servers that ask for a password. String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** Where the file is. String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.vddk` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSourceVDDK {
  /** The disk, as vSphere names its file. String. In KubeVirt v1.5 and later. */
  readonly backingFile?: string;

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
