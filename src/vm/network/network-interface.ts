import type { Arguments } from '../../errors';
import { ACPI_INDEXES, INTERFACE_NAME, PORTS } from '../../facts';
import type { Interface, Network } from '../../imports';
import { checkedPciAddress } from '../pci-address';
import { whenTrue } from '../vm-fields';
import { renderDhcpOptions } from './dhcp-options';
import {
  InterfaceProtocol,
  type MasqueradeInterfaceOptions,
  type MultusInterfaceOptions,
  type NetworkInterfaceOptions,
  type PluginInterfaceOptions,
  type PodInterfaceOptions,
} from './interface-options';
import { ipv4Network, ipv6Network } from './ip-arguments';
import { checkedMacAddress } from './mac-address';

/** An interface in the two places of a VM manifest where it appears. */
export interface RenderedInterface {
  readonly networkInterface: Interface;
  readonly network: Network;
}

/** What distinguishes one kind of interface from another. */
interface Kind {
  readonly defaultName: string;
  readonly binding: Pick<Interface, 'masquerade' | 'bridge' | 'sriov' | 'binding' | 'passtBinding'>;
  readonly network: Pick<Network, 'pod' | 'multus'>;
}

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
  public static masquerade(options: MasqueradeInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface({ binding: { masquerade: {} }, ...POD }, options);
  }

  /**
   * On the pod network with the pod's own address. A VM with such an interface cannot be live-migrated.
   *
   * Sets `bridge`.
   *
   * @param options name, address, ports
   */
  public static bridge(options: PodInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface({ binding: { bridge: {} }, ...POD }, options);
  }

  /**
   * On the pod network through passt, a relay in user space: like masquerade, with the pod's own address in the guest.
   * Since KubeVirt 1.8, where the cluster enables the feature gate.
   *
   * Sets `passtBinding`.
   *
   * @param options name, address, ports
   */
  public static passt(options: PodInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface({ binding: { passtBinding: {} }, ...POD }, options);
  }

  /**
   * On a secondary network, bridged. Services and HTTP or TCP probes do not reach it; it does not hinder live migration.
   *
   * Sets `bridge` and `networks[].multus.networkName`.
   *
   * @param networkName NetworkAttachmentDefinition, `name` or `namespace/name`
   * @param options name, address
   */
  public static multus(networkName: string, options: MultusInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface({ ...multus(networkName, options.replacesPodNetwork), binding: { bridge: {} } }, options);
  }

  /**
   * On a secondary network, with a virtual function of the node's network card of its own: the quickest, for storage
   * and replication. The VM runs on nodes with a function to spare only; it can be live-migrated to such a node.
   *
   * Sets `sriov` and `networks[].multus.networkName`.
   *
   * @param networkName NetworkAttachmentDefinition, `name` or `namespace/name`
   * @param options name, address
   */
  public static sriov(networkName: string, options: NetworkInterfaceOptions = {}): NetworkInterface {
    return new NetworkInterface({ ...multus(networkName), binding: { sriov: {} } }, options);
  }

  /**
   * Through a binding plugin that the cluster has registered. On the pod network a VM can be live-migrated only if the
   * plugin is registered as one that migrates: the manifest does not tell.
   *
   * Sets `binding.name`.
   *
   * @param pluginName name under which the KubeVirt object lists the plugin, e.g. `l2bridge`
   * @param options name, address, network
   */
  public static plugin(pluginName: string, options: PluginInterfaceOptions = {}): NetworkInterface {
    const place = options.networkName === undefined ? POD : multus(options.networkName);
    return new NetworkInterface({ ...place, binding: { binding: { name: pluginName } } }, options);
  }

  /** Name of the interface and of its network within the VM. */
  public readonly name: string;

  private constructor(
    private readonly kind: Kind,
    private readonly options: MasqueradeInterfaceOptions,
  ) {
    this.name = options.name ?? kind.defaultName;
  }

  /**
   * Checks the interface as an argument of a VM and renders it.
   *
   * @internal
   */
  public _render(args: Arguments, argument: string): RenderedInterface {
    const rule = 'a name has letters, digits, "_" or "-" only';
    args.matching(`${argument}.name`, this.name, INTERFACE_NAME.pattern, rule, 'Choose a name like "storage".', 'interface-name-invalid');
    return {
      networkInterface: {
        name: this.name,
        dhcpOptions: renderDhcpOptions(args, `${argument}.dhcpOptions`, this.options.dhcpOptions),
        state: this.options.state,
        tag: this.options.tag,
        ...this.kind.binding,
        ...renderCard(args, argument, this.options),
        ...renderPorts(args, argument, this.options),
      },
      network: { name: this.name, ...this.kind.network, ...(this.kind.network.pod && this.renderPod(args, argument)) },
    };
  }

  private renderPod(args: Arguments, argument: string): Pick<Network, 'pod'> {
    const { guestCidr, guestIpv6Cidr } = this.options;
    return {
      pod: {
        vmNetworkCIDR: ipv4Network(args, `${argument}.guestCidr`, guestCidr),
        vmIPv6NetworkCIDR: ipv6Network(args, `${argument}.guestIpv6Cidr`, guestIpv6Cidr),
      },
    };
  }
}

const POD = { defaultName: 'default', network: { pod: {} } };

function multus(networkName: string, isDefault?: boolean): Omit<Kind, 'binding'> {
  const defaultName = networkName.slice(networkName.lastIndexOf('/') + 1).replace(/\./g, '-');
  return { defaultName, network: { multus: { networkName, default: whenTrue(isDefault) } } };
}

/** The card as the guest sees it. */
function renderCard(args: Arguments, argument: string, options: NetworkInterfaceOptions): Partial<Interface> {
  const { macAddress, model } = options;
  return {
    macAddress: checkedMacAddress(args, `${argument}.macAddress`, macAddress),
    model,
    pciAddress: checkedPciAddress(args, `${argument}.pciAddress`, options.pciAddress),
    bootOrder: args.integer(`${argument}.bootOrder`, options.bootOrder, { min: 1 }),
    acpiIndex: args.integer(`${argument}.acpiIndex`, options.acpiIndex, ACPI_INDEXES),
  };
}

function renderPorts(args: Arguments, argument: string, options: MasqueradeInterfaceOptions): Partial<Interface> {
  const port = (name: string, value: number) => args.integer(`${argument}.${name}`, value, PORTS);
  return {
    ports: options.ports?.map((listed, index) => ({
      name: listed.name,
      port: port(`ports[${index}].port`, listed.port),
      protocol: listed.protocol,
    })),
    portRanges: options.portRanges?.map(({ first, last, protocol }, index) => ({
      start: port(`portRanges[${index}].first`, first),
      end: port(`portRanges[${index}].last`, last),
      protocol: protocol ?? InterfaceProtocol.TCP,
    })),
  };
}
