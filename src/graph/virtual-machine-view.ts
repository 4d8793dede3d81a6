import { isPortName } from '../facts';
import type { Labels } from './label-selector';
import { launcherLabels } from './launcher-labels';
import { isObject, type Manifest, objectsOf } from './manifest';

/** A network of a VM together with the interface that is connected to it. */
export interface Connection {
  /** The interface; an empty object when it is the implicit default one. */
  readonly networkInterface: Record<string, any>;
  /** Position of the interface in `domain.devices.interfaces`; -1 when it is implicit. */
  readonly index: number;
}

/** A probe of a VM. */
export interface MachineProbe {
  /** `readinessProbe` or `livenessProbe`. */
  readonly field: string;
  readonly probe: Record<string, any>;
}

const REPLICATED_KINDS = ['VirtualMachinePool', 'VirtualMachineInstanceReplicaSet'];

/**
 * A virtual machine as the rules see it: the VM template of a VirtualMachine or of a VirtualMachinePool, the template of a
 * VirtualMachineInstanceReplicaSet, or a bare VirtualMachineInstance.
 */
export class VirtualMachineView {
  /** The VirtualMachine spec; undefined where there is none: a VirtualMachineInstance is bare or of a replica set. */
  public readonly vmSpec?: Record<string, any>;
  /** The VirtualMachineInstance spec. */
  public readonly spec: Record<string, any>;
  /** The metadata of the VirtualMachineInstance. */
  public readonly templateMetadata: Readonly<Record<string, any>>;
  /** The labels that end on the virt-launcher pod. */
  public readonly podLabels: Readonly<Record<string, string>>;
  /** The annotations that end on the virt-launcher pod. */
  public readonly podAnnotations: Readonly<Record<string, string>>;

  public readonly domain: Record<string, any>;
  public readonly devices: Record<string, any>;
  public readonly disks: readonly Record<string, any>[];
  public readonly interfaces: readonly Record<string, any>[];
  public readonly networks: readonly Record<string, any>[];
  public readonly volumes: readonly Record<string, any>[];
  public readonly dataVolumeTemplates: readonly Record<string, any>[];
  /** The probes, as far as it has some. */
  public readonly probes: readonly MachineProbe[];
  /** The connection to the pod network: what kubelet probes and Services reach. */
  public readonly podConnection?: Connection;

  private launcher?: Labels;

  public constructor(
    public readonly manifest: Manifest,
    public readonly vmPath: string,
    vmSpec: unknown,
    instance: unknown,
    private readonly launcherHasId = true,
  ) {
    this.vmSpec = isObject(vmSpec) ? vmSpec : undefined;
    const template = objectOr(instance);
    this.templateMetadata = objectOr(template.metadata);
    this.podLabels = objectOr(this.templateMetadata.labels);
    this.podAnnotations = objectOr(this.templateMetadata.annotations);
    this.spec = objectOr(template.spec);
    this.domain = objectOr(this.spec.domain);
    this.devices = objectOr(this.domain.devices);
    this.disks = objectsOf(this.devices.disks);
    this.interfaces = objectsOf(this.devices.interfaces);
    this.networks = objectsOf(this.spec.networks);
    this.volumes = objectsOf(this.spec.volumes);
    this.dataVolumeTemplates = objectsOf(this.vmSpec?.dataVolumeTemplates);
    this.probes = probesOf(this.spec);
    this.podConnection = this.findPodConnection();
  }

  public get name(): string {
    const name: unknown = this.manifest.metadata?.name;
    return typeof name === 'string' ? name : '';
  }

  public get namespace(): string | undefined {
    return this.manifest.metadata?.namespace;
  }

  /** The labels of the pod that the VM runs in: those of its template and those that KubeVirt adds. */
  public get launcherLabels(): Labels {
    this.launcher ??= launcherLabels({
      name: this.isReplicated ? undefined : this.name,
      hostname: typeof this.spec.hostname === 'string' ? this.spec.hostname : undefined,
      labels: this.podLabels,
      hasId: this.launcherHasId,
    });
    return this.launcher;
  }

  /** Annotations of the object itself: what its author wrote about it. */
  public get annotations(): Readonly<Record<string, string>> {
    return this.manifest.metadata?.annotations ?? {};
  }

  /** Manifest path of a field of the VirtualMachine spec, e.g. `spec.runStrategy`. */
  public vmFieldPath(field: string): string {
    return `${this.vmPath}.${field}`;
  }

  /** Manifest path of a field of the VirtualMachineInstance spec, e.g. `spec.template.spec.readinessProbe`. */
  public path(field: string): string {
    return `${this.templatePath}spec.${field}`;
  }

  /** Manifest path of the metadata that becomes the pod's. */
  public templateMetadataPath(field: string): string {
    return `${this.templatePath}metadata.${field}`;
  }

  /** Whether the manifest stands for several VMs, made from one template, with names that it does not tell. */
  public get isReplicated(): boolean {
    return REPLICATED_KINDS.includes(this.manifest.kind);
  }

  private get templatePath(): string {
    return this.manifest.kind === 'VirtualMachineInstance' ? '' : `${this.vmPath}.template.`;
  }

  /** `spec.architecture`; undefined when the cluster decides. */
  public get architecture(): string | undefined {
    return this.spec.architecture || undefined;
  }

  /** Whether KubeVirt adds the pod network by itself because the manifest names no network. */
  public get hasImplicitPodNetwork(): boolean {
    return this.networks.length === 0 && this.interfaces.length === 0 && this.devices.autoattachPodInterface !== false;
  }

  /**
   * Whether traffic to a port of the pod reaches the guest.
   *
   * An interface without ports and port ranges forwards every port; one with some forwards these, unless it is a
   * bridge, which has the pod's address itself. A string is the name of a listed port.
   */
  public forwards(port: unknown, protocol = 'TCP'): boolean {
    const connection = this.podConnection;
    if (connection === undefined) {
      return false;
    }
    const { bridge, portRanges } = connection.networkInterface;
    const ports = objectsOf(connection.networkInterface.ports);
    const ranges = objectsOf(portRanges);
    if (isPortName(port)) {
      return ports.some((listed) => listed.name === port && (listed.protocol || 'TCP') === protocol);
    }
    const forwardsAll = (ports.length === 0 && ranges.length === 0) || bridge !== undefined;
    return (
      forwardsAll ||
      ports.some((listed) => listed.port === Number(port) && (listed.protocol || 'TCP') === protocol) ||
      ranges.some(({ start, end, protocol: ranged }) => start <= Number(port) && Number(port) <= end && ranged === protocol)
    );
  }

  private findPodConnection(): Connection | undefined {
    if (this.hasImplicitPodNetwork) {
      return { networkInterface: {}, index: -1 };
    }
    const network = this.networks.find((candidate) => isObject(candidate.pod));
    const index = this.interfaces.findIndex((candidate) => network !== undefined && candidate.name === network.name);
    return index < 0 ? undefined : { networkInterface: this.interfaces[index], index };
  }
}

function probesOf(spec: Record<string, any>): MachineProbe[] {
  return ['readinessProbe', 'livenessProbe'].filter((field) => isObject(spec[field])).map((field) => ({ field, probe: spec[field] }));
}

function objectOr(value: unknown): Record<string, any> {
  return isObject(value) ? value : {};
}
