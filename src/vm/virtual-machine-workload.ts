import { Names } from 'cdk8s';
import {
  type INetworkPolicyPeer,
  type IPodSelector,
  LabelSelector,
  type NetworkPolicyPeerConfig,
  type PodSelectorConfig,
  Resource,
} from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { type Architecture, ClusterProfile } from '../cluster';
import { Arguments } from '../errors';
import type { Devices, Toleration as KubeToleration, VirtualMachineInstanceSpec, VirtualMachineSpec, Watchdog } from '../imports';
import type { CloudConfigFragment } from './cloud-init';
import { renderCompute } from './compute';
import { renderDeviceOptions } from './device-options';
import type { Disk, RenderedDisk, StorageDefaults } from './disk';
import { GuestSetup } from './guest-setup';
import { renderLifecycle } from './lifecycle';
import type { NetworkInterface, RenderedInterface } from './network-interface';
import { renderPlacement } from './placement';
import { RunStrategy } from './run-strategy';
import { renderToleration, type Toleration } from './toleration';
import type { VirtualMachineWorkloadProps } from './virtual-machine-props';
import { type Aspect, mergeFields, type VmFields } from './vm-fields';

const VM_LABEL = 'cdk8s-kubevirt/vm';

/** What a VM is made of beside its lists of disks, interfaces and tolerations. */
const ASPECTS: readonly Aspect<VirtualMachineWorkloadProps>[] = [renderLifecycle, renderCompute, renderDeviceOptions, renderPlacement];

/**
 * Something that runs virtual machines: one of them, or a pool of equal ones.
 *
 * It can be selected by Services and network policies of cdk8s-plus.
 */
export abstract class VirtualMachineWorkload extends Resource implements IPodSelector, INetworkPolicyPeer {
  /** When the VM is started again. */
  public readonly runStrategy: RunStrategy;
  /** CPU architecture that the devices of the VM are made for. */
  public readonly architecture: Architecture;

  /** @internal */
  protected readonly _args: Arguments;

  private readonly fields: Required<VmFields>;
  private readonly labels: Record<string, string> = {};
  private readonly disks: RenderedDisk[] = [];
  private readonly interfaces: RenderedInterface[] = [];
  private readonly tolerations: KubeToleration[] = [];
  private readonly guestSetup: GuestSetup;
  private placement: VmFields['instance'] = {};
  private watchdog?: Watchdog;

  /**
   * @param scope construct that the workload belongs to
   * @param id id of the construct
   * @param props options
   * @throws when an option is out of its range
   */
  public constructor(scope: Construct, id: string, props: VirtualMachineWorkloadProps = {}) {
    super(scope, id);
    this._args = new Arguments(this.node.path);
    this.runStrategy = props.runStrategy ?? RunStrategy.ALWAYS;
    this.architecture = props.architecture ?? ClusterProfile.of(this).architecture;
    this.fields = mergeFields(ASPECTS.map((render) => render(this._args, props)));
    this.guestSetup = new GuestSetup(this, props.cloudInit);
    ManifestCheck.attachTo(this);
  }

  /** Labels of the pod that the VM runs in, as a copy. */
  public get podLabels(): { [key: string]: string } {
    return { ...this.labels };
  }

  /**
   * Adds a disk behind those that the VM has.
   *
   * @param disk the disk with its volume
   */
  public addDisk(disk: Disk): void {
    this.disks.push(disk._render(this._args, `disks[${this.disks.length}]`, this.name, this._storageDefaults));
  }

  /**
   * Adds a network interface behind those that the VM has.
   *
   * @param networkInterface the interface with its network
   */
  public addInterface(networkInterface: NetworkInterface): void {
    this.interfaces.push(networkInterface._render(this._args, `interfaces[${this.interfaces.length}]`));
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
   * @throws when the pod has the label with another value
   */
  public addPodLabel(key: string, value: string): void {
    const present = this.labels[key];
    if (present !== undefined && present !== value) {
      const rule = `the pod has this label with the value ${JSON.stringify(present)} already`;
      this._args.refuse('pod-label-conflict', `podLabels[${JSON.stringify(key)}]`, JSON.stringify(value), rule, 'Use another label.');
    }
    this.labels[key] = value;
  }

  /** Selects the pod of this VM, for cdk8s-plus Services and disruption budgets. */
  public toPodSelectorConfig(): PodSelectorConfig {
    return { labelSelector: LabelSelector.of({ labels: { [VM_LABEL]: this.labels[VM_LABEL] } }) };
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
    for (const networkInterface of props.interfaces ?? []) {
      this.addInterface(networkInterface);
    }
    for (const toleration of props.tolerations ?? []) {
      this.addToleration(toleration);
    }
  }

  /** @internal */
  public _setWatchdog(args: Arguments, watchdog: Watchdog): void {
    if (this.watchdog !== undefined) {
      args.refuse(
        'watchdog-twice',
        'vm',
        `${this.node.path}, which has a watchdog already`,
        'a VM has one watchdog',
        'Remove one of the two.',
      );
    }
    this.watchdog = watchdog;
  }

  /** @internal */
  public _addCloudConfig(fragment: CloudConfigFragment): void {
    this.guestSetup.add(fragment);
  }

  /**
   * Adds fields of the VirtualMachineInstance spec that say where the VM may run.
   *
   * @internal
   */
  protected _place(fields: VmFields['instance']): void {
    this.placement = { ...this.placement, ...fields };
  }

  /**
   * The VirtualMachine spec.
   *
   * @internal
   */
  protected _renderSpec(): VirtualMachineSpec {
    return {
      ...this.fields.vm,
      dataVolumeTemplates: list(this.disks.flatMap((disk) => disk.dataVolumeTemplate ?? [])),
      template: {
        metadata: { labels: { ...this.labels } },
        spec: this.renderInstanceSpec(),
      },
    };
  }

  private renderInstanceSpec(): VirtualMachineInstanceSpec {
    return {
      ...this.fields.instance,
      ...this.placement,
      domain: { ...this.fields.domain, devices: this.renderDevices() },
      networks: list(this.interfaces.map(({ network }) => network)),
      volumes: list(this.allDisks.map(({ volume }) => volume)),
      tolerations: list(this.tolerations),
    };
  }

  private renderDevices(): Devices {
    return {
      ...this.fields.devices,
      disks: list(this.allDisks.map(({ disk }) => disk)),
      interfaces: list(this.interfaces.map(({ networkInterface }) => networkInterface)),
      watchdog: this.watchdog,
    };
  }

  /** The disks as listed, that of cloud-init last. */
  private get allDisks(): RenderedDisk[] {
    return this.guestSetup.isEmpty ? this.disks : [...this.disks, this.guestSetup];
  }
}

/** Lists that are empty are left out. */
function list<T>(items: T[]): T[] | undefined {
  return items.length > 0 ? items : undefined;
}

/** The workload's name where it can be a label value, else a value made from the construct path. */
function labelValue(vm: VirtualMachineWorkload): string {
  return /^[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/.test(vm.name) ? vm.name : Names.toLabelValue(vm);
}
