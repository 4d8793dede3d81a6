import { Arguments } from '../../errors';
import { canonicalMacAddress } from '../../facts';
import { ipAddress, ipPrefix } from '../network/ip-arguments';
import { checkedMacAddress } from '../network/mac-address';

/** A route of the guest. */
export interface GuestRoute {
  /** Destination with its prefix, e.g. `10.20.0.0/16`. */
  readonly destination: string;

  /** Address of the gateway. */
  readonly gateway: string;
}

/** An interface as the guest sees it. */
export interface GuestEthernet {
  /**
   * Name of the interface in the guest, e.g. `enp2s0`, 15 characters at most. Which name a card gets by itself depends
   * on the guest: with a `macAddress` it is found by that and gets this name, whatever it was.
   *
   * Sets `ethernets.<name>`, and `set-name` with a MAC address.
   */
  readonly name: string;

  /**
   * MAC address by which the interface is found: the `macAddress` of the VM's NetworkInterface.
   *
   * Sets `ethernets.<name>.match.macaddress`.
   *
   * @default - the interface is found by its name
   */
  readonly macAddress?: string;

  /**
   * Addresses with their prefixes, e.g. `192.168.10.5/24`.
   *
   * Sets `ethernets.<name>.addresses`.
   *
   * @default - none
   */
  readonly addresses?: string[];

  /**
   * Whether to ask for an IPv4 address by DHCP.
   *
   * Sets `ethernets.<name>.dhcp4`.
   *
   * @default - when there are no addresses
   */
  readonly dhcp4?: boolean;

  /**
   * Whether to ask for an IPv6 address by DHCP.
   *
   * Sets `ethernets.<name>.dhcp6`.
   *
   * @default false
   */
  readonly dhcp6?: boolean;

  /**
   * Routes through this interface. A default route is `0.0.0.0/0`: the VM should have one only.
   *
   * Sets `ethernets.<name>.routes`.
   *
   * @default - none
   */
  readonly routes?: GuestRoute[];

  /**
   * Addresses of name servers.
   *
   * Sets `ethernets.<name>.nameservers.addresses`.
   *
   * @default - none
   */
  readonly nameservers?: string[];

  /**
   * Domains in which short names are looked up.
   *
   * Sets `ethernets.<name>.nameservers.search`.
   *
   * @default - none
   */
  readonly searchDomains?: string[];

  /**
   * Largest packet in bytes, 576 to 65535: that of the network, 9000 for storage traffic with jumbo frames.
   *
   * Sets `ethernets.<name>.mtu`.
   *
   * @default - the guest's default
   */
  readonly mtu?: number;
}

const NAME = /^[A-Za-z][A-Za-z0-9._-]{0,14}$/;

/** Checks an interface and renders it in version 2 of cloud-init's format. */
export function renderEthernet(factory: string, argument: string, ethernet: GuestEthernet, others: Record<string, unknown>): unknown {
  const args = new Arguments(factory);
  checkName(args, `${argument}.name`, ethernet.name, others);
  const addresses = ethernet.addresses?.map((address, index) => ipPrefix(args, `${argument}.addresses[${index}]`, address));
  return {
    ...match(args, `${argument}.macAddress`, ethernet),
    dhcp4: ethernet.dhcp4 ?? (addresses === undefined || addresses.length === 0),
    dhcp6: ethernet.dhcp6,
    addresses,
    routes: ethernet.routes?.map((route, index) => renderRoute(args, `${argument}.routes[${index}]`, route)),
    nameservers: nameservers(args, argument, ethernet),
    mtu: args.integer(`${argument}.mtu`, ethernet.mtu, { min: 576, max: 65535 }),
  };
}

function checkName(args: Arguments, argument: string, name: string, others: Record<string, unknown>): void {
  const rule = 'a name has 1 to 15 letters, digits, ".", "_" or "-", and begins with a letter';
  args.matching(argument, name, NAME, rule, 'Choose a name like "enp2s0" or "storage".', 'ethernet-name-invalid');
  if (Object.hasOwn(others, name)) {
    args.refuse('ethernet-name-twice', argument, JSON.stringify(name), 'another interface has this name', 'Choose another name.');
  }
}

function match(args: Arguments, argument: string, { name, macAddress }: GuestEthernet) {
  const checked = checkedMacAddress(args, argument, macAddress);
  return checked === undefined ? {} : { match: { macaddress: canonicalMacAddress(checked) }, 'set-name': name };
}

function renderRoute(args: Arguments, argument: string, { destination, gateway }: GuestRoute) {
  return { to: ipPrefix(args, `${argument}.destination`, destination), via: ipAddress(args, `${argument}.gateway`, gateway) };
}

function nameservers(args: Arguments, argument: string, { nameservers: servers, searchDomains }: GuestEthernet) {
  const addresses = servers?.map((server, index) => ipAddress(args, `${argument}.nameservers[${index}]`, server));
  return addresses === undefined && searchDomains === undefined ? undefined : { addresses, search: searchDomains };
}
