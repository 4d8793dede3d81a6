import type { Arguments } from '../errors';
import type { Interface, Network } from '../imports';

/** Network card that the guest sees. */
export enum NetworkInterfaceModel {
  /** Paravirtualized: the fastest; Windows needs its driver. */
  VIRTIO = 'virtio',
  /** Intel 82545EM. */
  E1000 = 'e1000',
  /** Intel 82574L. */
  E1000E = 'e1000e',
  /** Intel 82576. */
  IGB = 'igb',
  /** Realtek RTL8029. */
  NE2K_PCI = 'ne2k_pci',
  /** AMD PCnet. */
  PCNET = 'pcnet',
  /** Realtek RTL8139. */
  RTL8139 = 'rtl8139',
}

/** Transport protocol of a forwarded port. */
export enum InterfaceProtocol {
  /** TCP. */
  TCP = 'TCP',
  /** UDP. */
  UDP = 'UDP',
}

/** A port that is forwarded from the pod to the guest. */
export interface InterfacePort {
  /** Port, 1 to 65535, the same on pod and guest. */
  readonly port: number;

  /**
   * Name of the port, for probes and Services that refer to it.
   *
   * @default - no name
   */
  readonly name?: string;

  /**
   * Transport protocol.
   *
   * @default InterfaceProtocol.TCP
   */
  readonly protocol?: InterfaceProtocol;
}

/** Options of any interface. */
export interface NetworkInterfaceOptions {
  /**
   * Name of the interface and of its network within the VM.
   *
   * @default - `default` on the pod network, the name of the network attachment otherwise
   */
  readonly name?: string;

  /**
   * MAC address, e.g. `02:48:09:00:00:00`. Two VMs with the same one on a network lose traffic: the rules refuse it.
   *
   * Sets `macAddress`.
   *
   * @default - the cluster chooses one
   */
  readonly macAddress?: string;

  /**
   * Network card that the guest sees.
   *
   * Sets `model`.
   *
   * @default - `virtio`, KubeVirt's default
   */
  readonly model?: NetworkInterfaceModel;

  /**
   * Place in the boot order, 1 first; unique among the disks and interfaces of a VM.
   *
   * Sets `bootOrder`.
   *
   * @default - not in the boot order
   */
  readonly bootOrder?: number;
}

/** Options of an interface on the pod network. */
export interface PodInterfaceOptions extends NetworkInterfaceOptions {
  /**
   * Ports that are forwarded to the guest. With a list, everything else is dropped: ports of probes and Services
   * have to be listed.
   *
   * Sets `ports`.
   *
   * @default - all ports are forwarded
   */
  readonly ports?: InterfacePort[];
}

/** An interface in the two places of a VM manifest where it appears. */
export interface RenderedInterface {
  readonly networkInterface: Interface;
  readonly network: Network;
}

const MAC_ADDRESS = /^([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$/;
const NAME = /^[A-Za-z0-9_-]+$/;

/**
 * A network interface of a virtual machine together with the network that it is connected to.
 *
 * @see https://kubevirt.io/user-guide/network/interfaces_and_networks/
 */
export class NetworkInterface {
  /**
   * On the pod network behind NAT: Services, probes and live migration work. The one to use for highly available VMs.
   *
   * Sets `masquerade`.
   *
   * @param options name, address, ports
   */
  public static masquerade(options: PodInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface('default', options, { masquerade: {} }, { pod: {} }, options.ports);
  }

  /**
   * On the pod network with the pod's own address. A VM with such an interface cannot be live-migrated.
   *
   * Sets `bridge`.
   *
   * @param options name, address, ports
   */
  public static bridge(options: PodInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface('default', options, { bridge: {} }, { pod: {} }, options.ports);
  }

  /**
   * On a secondary network, bridged. Services and HTTP or TCP probes do not reach it; it does not hinder live migration.
   *
   * Sets `bridge` and `networks[].multus.networkName`.
   *
   * @param networkName NetworkAttachmentDefinition, `name` or `namespace/name`
   * @param options name, address
   */
  public static multus(networkName: string, options: NetworkInterfaceOptions = {}): NetworkInterface {
    const name = networkName.slice(networkName.lastIndexOf('/') + 1).replace(/\./g, '-');
    return new NetworkInterface(name, options, { bridge: {} }, { multus: { networkName } });
  }

  /** Name of the interface and of its network within the VM. */
  public readonly name: string;

  private constructor(
    defaultName: string,
    private readonly options: NetworkInterfaceOptions,
    private readonly binding: Pick<Interface, 'masquerade' | 'bridge'>,
    private readonly network: Pick<Network, 'pod' | 'multus'>,
    private readonly ports?: InterfacePort[],
  ) {
    this.name = options.name ?? defaultName;
  }

  /**
   * Checks the interface as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(args: Arguments, argument: string): RenderedInterface {
    const { macAddress, model, bootOrder } = this.options;
    const rule = 'a MAC address has six pairs of hexadecimal digits';
    args.matching(
      `${argument}.name`,
      this.name,
      NAME,
      'a name has letters, digits, "_" or "-" only',
      'Choose a name like "storage".',
      'interface-name-invalid',
    );
    return {
      networkInterface: {
        name: this.name,
        ...this.binding,
        macAddress: args.matching(
          `${argument}.macAddress`,
          macAddress,
          MAC_ADDRESS,
          rule,
          'Write it like "02:48:09:00:00:00".',
          'mac-address-invalid',
        ),
        model,
        bootOrder: args.integer(`${argument}.bootOrder`, bootOrder, { min: 1 }),
        ports: this.ports?.map((port, index) => ({
          name: port.name,
          port: args.integer(`${argument}.ports[${index}].port`, port.port, { min: 1, max: 65535 }),
          protocol: port.protocol,
        })),
      },
      network: { name: this.name, ...this.network },
    };
  }
}
