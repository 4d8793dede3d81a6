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
  /** Annotations for each instance. Map of strings. In KubeVirt v1.5 and later. */
  readonly annotations?: { readonly [key: string]: string };

  /** Number and kind of processors. `CPUInstancetype`. Required. In KubeVirt v1.5 and later. */
  readonly cpu: CPUInstancetype;

  /** Graphics processors of the host; a VM with one cannot migrate. List of `Gpu`. In KubeVirt v1.5 and later. */
  readonly gpus?: Gpu[];

  /** Other devices of the host; a VM with one cannot migrate. List of `HostDevice`. In KubeVirt v1.5 and later. */
  readonly hostDevices?: HostDevice[];

  /** How many threads work on disks, when the policy is `supplementalPool`. `DiskIOThreads`. Since KubeVirt v1.8. */
  readonly ioThreads?: DiskIOThreads;

  /** Which threads work on disks. String. In KubeVirt v1.5 and later. */
  readonly ioThreadsPolicy?: string;

  /** Memory encryption of confidential VMs; they cannot migrate. `LaunchSecurity`. In KubeVirt v1.5 and later. */
  readonly launchSecurity?: LaunchSecurity;

  /** How much memory the guest sees. `MemoryInstancetype`. Required. In KubeVirt v1.5 and later. */
  readonly memory: MemoryInstancetype;

  /** Labels that a node must have to run the VM. Map of strings. In KubeVirt v1.5 and later. */
  readonly nodeSelector?: { readonly [key: string]: string };

  /** Scheduler that picks the node. String. In KubeVirt v1.5 and later. */
  readonly schedulerName?: string;
}

/** What `spec.cpu` of a VirtualMachineInstancetype takes, and what one other place takes. */
export interface CPUInstancetype {
  /** Gives each processor of the guest one of the host for itself. Boolean. In KubeVirt v1.5 and later. */
  readonly dedicatedCPUPlacement?: boolean;

  /** Number of processors; the preference says whether they are sockets, cores or threads. Integer. Required. In KubeVirt v1.5 and later. */
  readonly guest: number;

  /** One more processor of the host for QEMU itself. Boolean. In KubeVirt v1.5 and later. */
  readonly isolateEmulatorThread?: boolean;

  /** Sockets up to which processors can be added while the VM runs. Integer. In KubeVirt v1.5 and later. */
  readonly maxSockets?: number;

  /** Processor that the guest sees. String. In KubeVirt v1.5 and later. */
  readonly model?: string;

  /** NUMA topology of the guest. `Numa`. In KubeVirt v1.5 and later. */
  readonly numa?: Numa;

  /** Scheduling for guests with deadlines. `Realtime`. In KubeVirt v1.5 and later. */
  readonly realtime?: Realtime;
}

/** What `spec.memory` of a VirtualMachineInstancetype takes, and what one other place takes. */
export interface MemoryInstancetype {
  /** Memory that the guest sees. Quantity, such as `500m` or `4Gi`. Required. In KubeVirt v1.5 and later. */
  readonly guest: Quantity;

  /** Backs the guest's memory with huge pages of the node. `Hugepages`. In KubeVirt v1.5 and later. */
  readonly hugepages?: Hugepages;

  /** Memory up to which it can be grown while the VM runs. Quantity, such as `500m` or `4Gi`. In KubeVirt v1.5 and later. */
  readonly maxGuest?: Quantity;

  /** By how many percent less is requested than the guest sees. Integer, 0 to 100. In KubeVirt v1.5 and later. */
  readonly overcommitPercent?: number;
}
