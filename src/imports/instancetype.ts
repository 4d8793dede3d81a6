// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR
import { ApiObject, type ApiObjectMetadata, type GroupVersionKind } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Gpu, HostDevice } from './devices';
import type { Hugepages, LaunchSecurity, Numa, Realtime } from './guest';
import { plain } from './plain';
import type { Quantity } from './quantity';
import type { DiskIOThreads } from './virtual-machine-instance';

/** The fields of a `KubeVirtualMachineInstancetype`. */
export interface KubeVirtualMachineInstancetypeProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineInstancetype. */
  readonly spec: VirtualMachineInstancetypeSpec;
}

/** A VirtualMachineInstancetype of instancetype.kubevirt.io/v1beta1, in a namespace, as it stands in the manifest. */
export class KubeVirtualMachineInstancetype extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineInstancetype. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineInstancetype',
  };

  /**
   * The manifest of a VirtualMachineInstancetype, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineInstancetypeProps): any {
    return { ...KubeVirtualMachineInstancetype.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineInstancetype to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineInstancetypeProps) {
    const { apiVersion, kind } = KubeVirtualMachineInstancetype.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** The fields of a `KubeVirtualMachineClusterInstancetype`. */
export interface KubeVirtualMachineClusterInstancetypeProps {
  /**
   * Name, namespace, labels and annotations.
   *
   * @default - a name made from the construct's path
   */
  readonly metadata?: ApiObjectMetadata;

  /** The `spec` of the VirtualMachineClusterInstancetype. */
  readonly spec: VirtualMachineInstancetypeSpec;
}

/** A VirtualMachineClusterInstancetype of instancetype.kubevirt.io/v1beta1, for the whole cluster, as it stands in the manifest. */
export class KubeVirtualMachineClusterInstancetype extends ApiObject {
  /** `apiVersion` and `kind` of a VirtualMachineClusterInstancetype. */
  public static readonly GVK: GroupVersionKind = {
    apiVersion: 'instancetype.kubevirt.io/v1beta1',
    kind: 'VirtualMachineClusterInstancetype',
  };

  /**
   * The manifest of a VirtualMachineClusterInstancetype, to put into other manifests.
   *
   * @param props the fields
   */
  public static manifest(props: KubeVirtualMachineClusterInstancetypeProps): any {
    return { ...KubeVirtualMachineClusterInstancetype.GVK, ...(plain(props) as object) };
  }

  /**
   * Adds a VirtualMachineClusterInstancetype to a chart.
   *
   * @param scope where to add it
   * @param id its id in the scope
   * @param props the fields
   */
  public constructor(scope: Construct, id: string, props: KubeVirtualMachineClusterInstancetypeProps) {
    const { apiVersion, kind } = KubeVirtualMachineClusterInstancetype.GVK;
    super(scope, id, { apiVersion, kind, ...props });
  }
}

/** What `spec` of a VirtualMachineInstancetype takes, and what one other place takes. */
export interface VirtualMachineInstancetypeSpec {
  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly annotations?: { readonly [key: string]: string };

  /** `CPUInstancetype`. Required. In KubeVirt v1.5 and later. */
  readonly cpu: CPUInstancetype;

  /** List of `Gpu`. In KubeVirt v1.5 and later. */
  readonly gpus?: Gpu[];

  /** List of `HostDevice`. In KubeVirt v1.5 and later. */
  readonly hostDevices?: HostDevice[];

  /** `DiskIOThreads`. Since KubeVirt v1.8. */
  readonly ioThreads?: DiskIOThreads;

  /** String. In KubeVirt v1.5 and later. */
  readonly ioThreadsPolicy?: string;

  /** `LaunchSecurity`. In KubeVirt v1.5 and later. */
  readonly launchSecurity?: LaunchSecurity;

  /** `MemoryInstancetype`. Required. In KubeVirt v1.5 and later. */
  readonly memory: MemoryInstancetype;

  /** Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** String. In KubeVirt v1.5 and later. */
  readonly schedulerName?: string;
}

/** What `spec.cpu` of a VirtualMachineInstancetype takes, and what one other place takes. */
export interface CPUInstancetype {
  /** Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedCPUPlacement?: boolean;

  /** Integer. Required. In KubeVirt v1.5 and later. */
  readonly guest: number;

  /** Boolean. In KubeVirt v1.5 and later. */
  readonly isolateEmulatorThread?: boolean;

  /** Integer. In KubeVirt v1.5 and later. */
  readonly maxSockets?: number;

  /** String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** `Numa`. In KubeVirt v1.5 and later. */
  readonly numa?: Numa;

  /** `Realtime`. In KubeVirt v1.5 and later. */
  readonly realtime?: Realtime;
}

/** What `spec.memory` of a VirtualMachineInstancetype takes, and what one other place takes. */
export interface MemoryInstancetype {
  /** Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly guest: Quantity;

  /** `Hugepages`. In KubeVirt v1.5 and later. */
  readonly hugepages?: Hugepages;

  /** Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** Integer, 0 to 100. In KubeVirt v1.5 and later. */
  readonly overcommitPercent?: number;
}
