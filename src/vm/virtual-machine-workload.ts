import {
  type INetworkPolicyPeer,
  type IPodSelector,
  LabelSelector,
  type NetworkPolicyPeerConfig,
  type PodSelectorConfig,
  Resource,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type LiveMigratability, ManifestCheck, Recovery } from '../check';
import { liveMigratabilities } from '../check/live-migratability';
import { type Architecture, ClusterProfile } from '../cluster';
import { Arguments } from '../errors';
import { entryPath } from '../facts';
import type { FailureClass } from '../facts/failure-classes';
import { withoutUndefined } from '../graph';
import type {
  Devices,
  Toleration as KubeToleration,
  PanicDevice,
  VirtualMachineInstanceSpec,
  VirtualMachineSpec,
  Watchdog,
} from '../imports';
import { renderAspects } from './aspects';
import { FailureDevices } from './compute/failure-devices';
import type { CloudConfigByArchitecture } from './guest/cloud-config';
import { declareGuestAgent } from './guest/guest-agent';
import { GuestSetup } from './guest/guest-setup';
import { labelValue } from './label-value';
import { RunStrategy } from './lifecycle/run-strategy';
import type { NetworkInterface, RenderedInterface } from './network/network-interface';
import { NodeLabel } from './placement/node-label';
import { Placement } from './placement/placement';
import type { DedicatedNodes } from './placement/placement-options';
import { renderToleration, TaintEffect, type Toleration } from './placement/toleration';
import type { StorageDefaults } from './storage/data-volume-options';
import type { Disk } from './storage/disk';
import type { Filesystem } from './storage/filesystem';
import { type MachineContext, MachineStorage } from './storage/machine-storage';
import type { VirtualMachineWorkloadProps } from './virtual-machine-props';
import type { VmFields } from './vm-fields';

const VM_LABEL = 'cdk8s-kubevirt/vm';

/**
 * Something that runs virtual machines: one of them, or a pool of equal ones.
 *
 * It can be selected by Services and network policies of cdk8s-plus.
 */
export abstract class VirtualMachineWorkload extends Resource implements IPodSelector, INetworkPolicyPeer {
  /**
   * Whether VMs can be moved to another node while they run, in the order in which they are given: what `liveMigratability`
   * says of each, with the app rendered once for all of them.
   *
   * @param vms the VMs, and pools of them
   * @throws when a JSON patch has changed the kind of one of the objects (`kind-patched`), or an object of the app cannot be rendered
   * (`app-not-rendered`)
   */
  public static liveMigratabilityOf(vms: VirtualMachineWorkload[]): LiveMigratability[] {
    return liveMigratabilities(vms.map(({ apiObject }) => apiObject));
  }

  /** When the VM is started again. */
  public readonly runStrategy: RunStrategy;

  /** @internal */
  protected readonly _args: Arguments;

  private readonly fields: Required<VmFields>;
  private readonly labels = new Map<string, string>();
  private readonly podAnnotations?: Record<string, string>;
  private readonly storage = new MachineStorage();
  private readonly interfaces: RenderedInterface[] = [];
  private readonly tolerations: KubeToleration[] = [];
  private readonly guestSetup: GuestSetup;
  private readonly failureDevices: FailureDevices;
  private placed?: Placement;
  private subdomain?: string;

  /**
   * @param scope construct that the workload belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineWorkloadProps = {}) {
    super(scope, id);
    this._args = new Arguments(() => this.node.path);
    this._args.metadata(props.metadata);
    this._args.annotations('podAnnotations', props.podAnnotations);
    this.runStrategy = props.runStrategy ?? RunStrategy.ALWAYS;
    this.fields = renderAspects(this._args, props, () => this.architecture);
    this.failureDevices = new FailureDevices(this);
    this.guestSetup = new GuestSetup(this, props);
    this.podAnnotations = props.podAnnotations && { ...props.podAnnotations };
    ManifestCheck.attachTo(this);
  }

  /**
   * CPU architecture that the devices of the VM are made for: its own, else that of the ClusterProfile as it is when this is
   * read.
   */
  public get architecture(): Architecture {
    return this._ownArchitecture ?? ClusterProfile.of(this).architecture;
  }

  /** Where the VM runs, relative to nodes and to other VMs. */
  public get placement(): Placement {
    this.placed ??= Placement._of(this, this._args);
    return this.placed;
  }

  /** Labels of the pod that the VM runs in, as a copy. */
  public get podLabels(): { [key: string]: string } {
    return Object.fromEntries(this.labels);
  }

  /**
   * Adds a disk behind those that the VM has.
   *
   * @param disk the disk with its volume
   */
  public addDisk(disk: Disk): void {
    this.storage.addDisk(disk, this.machineContext);
  }

  /**
   * Adds a file system behind those that the VM has.
   *
   * @param filesystem the file system with its volume
   */
  public addFilesystem(filesystem: Filesystem): void {
    this.storage.addFilesystem(filesystem, this.machineContext);
  }

  /**
   * Adds a network interface behind those that the VM has.
   *
   * @param networkInterface the interface with its network
   */
  public addInterface(networkInterface: NetworkInterface): void {
    this.interfaces.push(withoutUndefined(networkInterface._render(this._args, `interfaces[${this.interfaces.length}]`)));
  }

  /**
   * Adds a taint of nodes that the VM tolerates.
   *
   * @param toleration the taint
   */
  public addToleration(toleration: Toleration): void {
    this.tolerations.push(renderToleration(this._args, `tolerations[${this.tolerations.length}]`, toleration));
  }

  /**
   * Adds a label to the pod that the VM runs in.
   *
   * @param key key of the label
   * @param value value of the label
   * @throws when key or value are none of a label (`label-invalid`), or the pod has the label with another value (`pod-label-conflict`)
   */
  public addPodLabel(key: string, value: string): void {
    this._args.label('podLabels', key, value);
    const present = this.labels.get(key);
    if (present !== undefined && present !== value) {
      const rule = `the pod has this label with the value ${JSON.stringify(present)} already`;
      this._args.refuse('pod-label-conflict', entryPath('podLabels', key), JSON.stringify(value), rule, 'Use another label.');
    }
    this.labels.set(key, value);
  }

  /**
   * Whether the VM can be moved to another node while it runs, judged by the manifests of the whole app as they come out
   * after JSON patches. With `EvictionStrategy.LIVE_MIGRATE`, which a `HighlyAvailableVM` has, each blocker is an error at
   * synth.
   *
   * Each call renders the app anew, so that the verdict is of now: ask for several VMs at once with `liveMigratabilityOf`.
   *
   * @throws when a JSON patch has changed the kind of the object (`kind-patched`), or an object of the app cannot be rendered
   * (`app-not-rendered`)
   */
  public liveMigratability(): LiveMigratability {
    return VirtualMachineWorkload.liveMigratabilityOf([this])[0];
  }

  /**
   * How long the VM is down after a failure, and why. Each call renders the app anew: `Recovery.of` answers for all VMs and failures.
   *
   * @param failure what fails
   * @throws as `liveMigratability` does
   */
  public recovery(failure: FailureClass): Recovery {
    return Recovery._ofObject(this.apiObject, failure);
  }

  /** Selects the pod of this VM, for cdk8s-plus Services and disruption budgets. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return { labelSelector: LabelSelector.of({ labels: this._ownLabel }) };
  }

  /** This VM as a peer of a cdk8s-plus NetworkPolicy. */
  public toNetworkPolicyPeerConfig(): NetworkPolicyPeerConfig {
    return { podSelector: this.toPodSelectorConfig() };
  }

  /** The VM itself: a network policy can apply to it. */
  public toPodSelector(): IPodSelector | undefined {
    return this;
  }

  /**
   * The label by which the pods of this workload are told from all others.
   *
   * @internal
   */
  protected get _ownLabel(): Record<string, string> {
    return { [VM_LABEL]: labelValue(this) };
  }

  /**
   * Storage asked of volumes that do not say otherwise.
   *
   * @internal
   */
  protected get _storageDefaults(): StorageDefaults {
    return {};
  }

  /**
   * Adds what the options list. A workload calls it once it has its API object, whose name the volumes carry.
   *
   * @internal
   */
  protected _addListed(props: VirtualMachineWorkloadProps): void {
    for (const [key, value] of Object.entries({ [VM_LABEL]: labelValue(this), ...props.podLabels })) {
      this.addPodLabel(key, value);
    }
    for (const disk of props.disks ?? []) {
      this.addDisk(disk);
    }
    for (const filesystem of props.filesystems ?? []) {
      this.addFilesystem(filesystem);
    }
    for (const networkInterface of props.interfaces ?? []) {
      this.addInterface(networkInterface);
    }
    for (const toleration of props.tolerations ?? []) {
      this.addToleration(toleration);
    }
    declareGuestAgent(this.metadata, props.guestAgent);
    if (props.requiredNodes !== undefined) {
      this.placement.requireNodes(...props.requiredNodes);
    }
    if (props.dedicatedNodes !== undefined) {
      this.dedicate(props.dedicatedNodes);
    }
  }

  /**
   * CPU architecture that the VM asks for; undefined where that of the cluster counts.
   *
   * @internal
   */
  public get _ownArchitecture(): Architecture | undefined {
    return this.fields.instance.architecture as Architecture | undefined;
  }

  /** @internal */
  public _setWatchdog(args: Arguments, watchdog: Watchdog): void {
    this.failureDevices.setWatchdog(args, watchdog);
  }

  /** @internal */
  public _addPanicDevice(args: Arguments, device: PanicDevice): void {
    this.failureDevices.addPanicDevice(args, device);
  }

  /** @internal */
  public _joinSubdomain(args: Arguments, subdomain: string): void {
    const present = this.subdomain ?? this.fields.instance.subdomain ?? subdomain;
    if (present !== subdomain) {
      const rule = `${this.node.path} is in the subdomain ${JSON.stringify(present)} already`;
      args.refuse('subdomain-twice', 'vms', JSON.stringify(subdomain), rule, 'A VM has one subdomain: remove it from the other.');
    }
    this.subdomain = subdomain;
  }

  /** @internal */
  public _addCloudConfig(fragments: CloudConfigByArchitecture): void {
    this.guestSetup.add(fragments);
  }

  /**
   * The VirtualMachine spec.
   *
   * @internal
   */
  protected _renderSpec(): VirtualMachineSpec {
    return {
      dataVolumeTemplates: list(this.storage.dataVolumeTemplates),
      template: {
        metadata: { labels: this.podLabels, annotations: this.podAnnotations },
        spec: this.renderInstanceSpec(),
      },
      ...this.fields.vm,
    };
  }

  private dedicate({ key, value, effect }: DedicatedNodes): void {
    this.placement.requireNodes(value === undefined ? NodeLabel.exists(key) : NodeLabel.of(key, value));
    this.addToleration({ key, value, effect: effect ?? TaintEffect.NO_SCHEDULE });
  }

  private renderInstanceSpec(): VirtualMachineInstanceSpec {
    return {
      subdomain: this.subdomain,
      domain: { devices: this.renderDevices(), ...this.fields.domain },
      networks: list(this.interfaces.map(({ network }) => network)),
      volumes: list([...this.storage.volumes, ...this.guestSetups.map(({ volume }) => volume)]),
      tolerations: list(this.tolerations),
      ...this.fields.instance,
      ...this.placed?._render(),
    };
  }

  private renderDevices(): Devices {
    return {
      disks: list([...this.storage.diskDevices, ...this.guestSetups.map(({ disk }) => disk)]),
      filesystems: list(this.storage.filesystemDevices),
      interfaces: list(this.interfaces.map(({ networkInterface }) => networkInterface)),
      ...this.fields.devices,
      ...this.failureDevices.render(),
    };
  }

  /** The disk of cloud-init, which comes last, if there is one. */
  private get guestSetups(): GuestSetup[] {
    return this.guestSetup.isEmpty ? [] : [this.guestSetup];
  }

  private get machineContext(): MachineContext {
    const { _args: args, name: machineName, _storageDefaults: defaults } = this;
    return { args, machineName, namespace: this.metadata.namespace, defaults, hasPreference: this.fields.vm.preference !== undefined };
  }
}

/** Lists that are empty are left out. */
function list<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}
