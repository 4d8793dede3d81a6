import type { DhcpOptions } from './dhcp-options';

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

/** Whether an interface is there and connected. */
export enum InterfaceState {
  /** Connected. */
  UP = 'up',

  /** There, with its link down: the guest sees an unplugged cable. */
  DOWN = 'down',

  /** To be unplugged from the running VM. KubeVirt does so with bridges on secondary networks only. */
  ABSENT = 'absent',
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

/** Ports in a row that are forwarded from the pod to the guest. */
export interface InterfacePortRange {
  /** First port, 1 to 65535. */
  readonly first: number;

  /** Last port, not below the first. */
  readonly last: number;

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

  /**
   * What the guest is told by DHCP. Only interfaces on the pod network and bridges with an address of their own have
   * a DHCP server of KubeVirt's.
   *
   * Sets `dhcpOptions`.
   *
   * @default - its address, gateway and name servers
   */
  readonly dhcpOptions?: DhcpOptions;

  /**
   * Whether the interface is there and connected. A change of it takes effect while the VM runs.
   *
   * Sets `state`.
   *
   * @default - connected
   */
  readonly state?: InterfaceState;

  /**
   * Number by which the firmware knows the interface, 1 to 16383: Linux names it `eno<index>` then, whatever the order
   * of the devices is.
   *
   * Sets `acpiIndex`.
   *
   * @default - none
   */
  readonly acpiIndex?: number;

  /**
   * PCI address in the guest, e.g. `0000:81:01.0`.
   *
   * Sets `pciAddress`.
   *
   * @default - the next free one
   */
  readonly pciAddress?: string;

  /**
   * Tag by which the guest finds the interface in the metadata of its config drive.
   *
   * Sets `tag`.
   *
   * @default - none
   */
  readonly tag?: string;
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

/** Options of an interface behind NAT. */
export interface MasqueradeInterfaceOptions extends PodInterfaceOptions {
  /**
   * Ranges of ports that are forwarded to the guest, ten at most, instead of `ports`. Since KubeVirt 1.9.
   *
   * Sets `portRanges`.
   *
   * @default - all ports are forwarded
   */
  readonly portRanges?: InterfacePortRange[];

  /**
   * Network between pod and guest. It has to differ from the networks that the guest talks to.
   *
   * Sets `networks[].pod.vmNetworkCIDR`.
   *
   * @default - 10.0.2.0/24, KubeVirt's default
   */
  readonly guestCidr?: string;

  /**
   * Network between pod and guest on clusters with IPv6.
   *
   * Sets `networks[].pod.vmIPv6NetworkCIDR`.
   *
   * @default - fd10:0:2::/120, KubeVirt's default
   */
  readonly guestIpv6Cidr?: string;
}

/** Options of a bridge on a network of Multus. */
export interface MultusInterfaceOptions extends NetworkInterfaceOptions {
  /**
   * Whether this network takes the place of the pod network. HTTP and TCP probes are refused then, and Services reach
   * what the network attachment lets them reach.
   *
   * Sets `networks[].multus.default`.
   *
   * @default false
   */
  readonly replacesPodNetwork?: boolean;
}

/** Options of an interface with a binding plugin. */
export interface PluginInterfaceOptions extends PodInterfaceOptions {
  /**
   * NetworkAttachmentDefinition of the network, `name` or `namespace/name`.
   *
   * Sets `networks[].multus.networkName`.
   *
   * @default - the pod network
   */
  readonly networkName?: string;
}
