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
  /** List of `DataVolumeTemplateSpec`, each may be null. In KubeVirt v1.5 and later. */
  readonly dataVolumeTemplates?: DataVolumeTemplateSpec[];

  /** `InstancetypeMatcher`. In KubeVirt v1.5 and later. */
  readonly instancetype?: InstancetypeMatcher;

  /** `PreferenceMatcher`. In KubeVirt v1.5 and later. */
  readonly preference?: PreferenceMatcher;

  /** String. In KubeVirt v1.5 and later. */
  readonly runStrategy?: string;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly running?: boolean;

  /** `VirtualMachineInstanceTemplateSpec`. Required. In KubeVirt v1.5 and later. */
  readonly template: VirtualMachineInstanceTemplateSpec;

  /** String. In KubeVirt v1.5 and later. */
  readonly updateVolumesStrategy?: string;
}

/** What `spec.instancetype` of a VirtualMachine takes, and what one other place takes. */
export interface InstancetypeMatcher {
  /** String. In KubeVirt v1.5 and later. */
  readonly inferFromVolume?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly inferFromVolumeFailurePolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly revisionName?: string;
}

/** What `spec.preference` of a VirtualMachine takes, and what one other place takes. */
export interface PreferenceMatcher {
  /** String. In KubeVirt v1.5 and later. */
  readonly inferFromVolume?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly inferFromVolumeFailurePolicy?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly name?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly revisionName?: string;
}

/** What `spec.template` of a VirtualMachine takes, and what one other place takes. */
export interface VirtualMachineInstanceTemplateSpec {
  /** Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** `VirtualMachineInstanceSpec`. In KubeVirt v1.5 and later. */
  readonly spec?: VirtualMachineInstanceSpec;
}

/** What `spec.dataVolumeTemplates[]` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSpec {
  /** String. In KubeVirt v1.5 and later. */
  readonly apiVersion?: string;

  /** String. In KubeVirt v1.5 and later. */
  readonly kind?: string;

  /** Labels, annotations and the like, may be null. In KubeVirt v1.5 and later. */
  readonly metadata?: ApiObjectMetadata;

  /** `DataVolumeTemplateDataVolumeSpec`. Required. In KubeVirt v1.5 and later. */
  readonly spec: DataVolumeTemplateDataVolumeSpec;
}

/** What `spec.dataVolumeTemplates[].spec` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateDataVolumeSpec {
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

  /** `DataVolumeTemplateSource`. In KubeVirt v1.5 and later. */
  readonly source?: DataVolumeTemplateSource;

  /** `DataVolumeSourceRef`. In KubeVirt v1.5 and later. */
  readonly sourceRef?: DataVolumeSourceRef;

  /** `StorageSpec`. In KubeVirt v1.5 and later. */
  readonly storage?: StorageSpec;
}

/** What `spec.dataVolumeTemplates[].spec.source` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSource {
  /** Empty object: being there is what it says. In KubeVirt v1.5 and later. */
  readonly blank?: any;

  /** `DataVolumeSourceGCS`. In KubeVirt v1.5 and later. */
  readonly gcs?: DataVolumeSourceGCS;

  /** `DataVolumeTemplateSourceHTTP`. In KubeVirt v1.5 and later. */
  readonly http?: DataVolumeTemplateSourceHTTP;

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

  /** `DataVolumeTemplateSourceVDDK`. In KubeVirt v1.5 and later. */
  readonly vddk?: DataVolumeTemplateSourceVDDK;
}

/** What `spec.dataVolumeTemplates[].spec.source.http` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSourceHTTP {
  /** String. In KubeVirt v1.5 and later. */
  readonly certConfigMap?: string;

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly extraHeaders?: string[];

  /** List of strings. In KubeVirt v1.5 and later. */
  readonly secretExtraHeaders?: string[];

  /** String. In KubeVirt v1.5 and later. */
  readonly secretRef?: string;

  /** String. Required. In KubeVirt v1.5 and later. */
  readonly url: string;
}

/** What `spec.dataVolumeTemplates[].spec.source.vddk` of a VirtualMachine takes, and what one other place takes. */
export interface DataVolumeTemplateSourceVDDK {
  /** String. In KubeVirt v1.5 and later. */
  readonly backingFile?: string;

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
