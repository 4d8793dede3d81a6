import { ApiObject, Chart, Testing } from 'cdk8s';
import { InterfaceProtocol, InterfaceState, NetworkInterface, NetworkInterfaceModel, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function rendered(...interfaces: NetworkInterface[]) {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { interfaces });
  const { networks, domain } = ApiObject.of(vm).toJson().spec.template.spec;
  return { networks, interfaces: domain.devices.interfaces };
}

function refused(networkInterface: NetworkInterface): string {
  const chart = new Chart(Testing.app(), 'shop');
  return thrownBy(() => new VirtualMachine(chart, 'web', { interfaces: [networkInterface] }));
}

test('leaves networks to the cluster when none is given', () => {
  expect(rendered()).toEqual({ networks: undefined, interfaces: undefined });
});

test('connects a masquerade interface to the pod network', () => {
  const masquerade = NetworkInterface.masquerade({
    macAddress: '02:48:09:00:00:00',
    model: NetworkInterfaceModel.E1000E,
    bootOrder: 2,
    ports: [
      { port: 80, name: 'http' },
      { port: 53, protocol: InterfaceProtocol.UDP },
    ],
  });
  expect(rendered(masquerade)).toEqual({
    networks: [{ name: 'default', pod: {} }],
    interfaces: [
      {
        name: 'default',
        masquerade: {},
        macAddress: '02:48:09:00:00:00',
        model: 'e1000e',
        bootOrder: 2,
        ports: [
          { port: 80, name: 'http' },
          { port: 53, protocol: 'UDP' },
        ],
      },
    ],
  });
});

test('connects bridges to the pod network and to a network attachment', () => {
  expect(rendered(NetworkInterface.bridge(), NetworkInterface.multus('storage/vlan.10'))).toEqual({
    networks: [
      { name: 'default', pod: {} },
      { name: 'vlan-10', multus: { networkName: 'storage/vlan.10' } },
    ],
    interfaces: [
      { name: 'default', bridge: {} },
      { name: 'vlan-10', bridge: {} },
    ],
  });
});

test('gives an interface a virtual function of a network card, and tells it what it needs to know', () => {
  const sriov = NetworkInterface.sriov('storage/fast', {
    macAddress: '02:48:09:00:00:00',
    acpiIndex: 101,
    pciAddress: '0000:81:01.0',
    tag: 'storage',
  });
  expect(rendered(sriov)).toEqual({
    networks: [{ name: 'fast', multus: { networkName: 'storage/fast' } }],
    interfaces: [{ name: 'fast', sriov: {}, macAddress: '02:48:09:00:00:00', acpiIndex: 101, pciAddress: '0000:81:01.0', tag: 'storage' }],
  });
});

test('lets a network of Multus take the place of the pod network', () => {
  const replacing = NetworkInterface.multus('tenant', { replacesPodNetwork: true, state: InterfaceState.DOWN });
  expect(rendered(replacing)).toEqual({
    networks: [{ name: 'tenant', multus: { networkName: 'tenant', default: true } }],
    interfaces: [{ name: 'tenant', bridge: {}, state: 'down' }],
  });
});

test('connects through binding plugins and passt', () => {
  const plugins = [NetworkInterface.plugin('l2bridge'), NetworkInterface.plugin('macvtap', { networkName: 'lan' })];
  expect(rendered(...plugins, NetworkInterface.passt({ name: 'relay' }))).toEqual({
    networks: [
      { name: 'default', pod: {} },
      { name: 'lan', multus: { networkName: 'lan' } },
      { name: 'relay', pod: {} },
    ],
    interfaces: [
      { name: 'default', binding: { name: 'l2bridge' } },
      { name: 'lan', binding: { name: 'macvtap' } },
      { name: 'relay', passtBinding: {} },
    ],
  });
});

test('chooses the network between pod and guest, what is forwarded and what DHCP tells', () => {
  const masquerade = NetworkInterface.masquerade({
    guestCidr: '10.99.0.0/24',
    guestIpv6Cidr: 'fd99::/120',
    portRanges: [
      { first: 80, last: 90 },
      { first: 53, last: 53, protocol: InterfaceProtocol.UDP },
    ],
    dhcpOptions: {
      bootFileName: 'boot.img',
      tftpServerName: 'tftp.example.com',
      ntpServers: ['192.0.2.10'],
      privateOptions: [{ code: 224, value: 'a' }],
    },
  });
  expect(rendered(masquerade)).toEqual({
    networks: [{ name: 'default', pod: { vmNetworkCIDR: '10.99.0.0/24', vmIPv6NetworkCIDR: 'fd99::/120' } }],
    interfaces: [
      {
        name: 'default',
        masquerade: {},
        portRanges: [
          { start: 80, end: 90, protocol: 'TCP' },
          { start: 53, end: 53, protocol: 'UDP' },
        ],
        dhcpOptions: {
          bootFileName: 'boot.img',
          tftpServerName: 'tftp.example.com',
          ntpServers: ['192.0.2.10'],
          privateOptions: [{ option: 224, value: 'a' }],
        },
      },
    ],
  });
});

test.each([
  [
    'an IPv6 network where an IPv4 one is meant',
    NetworkInterface.masquerade({ guestCidr: 'fd10:0:2::/120' }),
    '[shop/web] interfaces[0].guestCidr is "fd10:0:2::/120": this is not an address of IPv4 with the length of its prefix. Write it like "10.0.2.0/24". (ip-prefix-invalid)',
  ],
  [
    'an IPv6 network without prefix',
    NetworkInterface.masquerade({ guestIpv6Cidr: 'fd10:0:2::' }),
    '[shop/web] interfaces[0].guestIpv6Cidr is "fd10:0:2::": this is not an address of IPv6 with the length of its prefix. Write it like "fd10:0:2::/120". (ip-prefix-invalid)',
  ],
  [
    'a PCI address without domain',
    NetworkInterface.sriov('fast', { pciAddress: '81:01.0' }),
    '[shop/web] interfaces[0].pciAddress is "81:01.0": a PCI address has domain, bus, slot and function. Write it like "0000:81:01.0". (pci-address-invalid)',
  ],
  [
    'an ACPI index that does not exist',
    NetworkInterface.sriov('fast', { acpiIndex: 16384 }),
    '[shop/web] interfaces[0].acpiIndex is 16384: the value must be between 1 and 16383. Pass 16383 or less. (out-of-range)',
  ],
  [
    'a DHCP option that is not private',
    NetworkInterface.masquerade({ dhcpOptions: { privateOptions: [{ code: 66, value: 'a' }] } }),
    '[shop/web] interfaces[0].dhcpOptions.privateOptions[0].code is 66: the value must be between 224 and 254. Pass 224 or more. (out-of-range)',
  ],
  [
    'a time server by name',
    NetworkInterface.masquerade({ dhcpOptions: { ntpServers: ['time.example.com'] } }),
    '[shop/web] interfaces[0].dhcpOptions.ntpServers[0] is "time.example.com": this is not an IPv4 address. Write it like "192.0.2.10". (ipv4-address-invalid)',
  ],
  [
    'a port range above the last port',
    NetworkInterface.masquerade({ portRanges: [{ first: 80, last: 65536 }] }),
    '[shop/web] interfaces[0].portRanges[0].last is 65536: the value must be between 1 and 65535. Pass 65535 or less. (out-of-range)',
  ],
  [
    'a MAC address that is too short',
    NetworkInterface.masquerade({ macAddress: '02:48:09' }),
    '[shop/web] interfaces[0].macAddress is "02:48:09": a MAC address has six pairs of hexadecimal digits. Write it like "02:48:09:00:00:00". (mac-address-invalid)',
  ],
  [
    'a name with a dot',
    NetworkInterface.masquerade({ name: 'eth.0' }),
    '[shop/web] interfaces[0].name is "eth.0": a name has letters, digits, "_" or "-" only. Choose a name like "storage". (interface-name-invalid)',
  ],
  [
    'a port of zero',
    NetworkInterface.masquerade({ ports: [{ port: 0 }] }),
    '[shop/web] interfaces[0].ports[0].port is 0: the value must be between 1 and 65535. Pass 1 or more. (out-of-range)',
  ],
])('refuses %s', (_name, networkInterface, message) => {
  expect(refused(networkInterface)).toBe(message);
});
