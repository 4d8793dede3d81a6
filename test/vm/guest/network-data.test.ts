import { type GuestEthernet, NetworkData } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

test('describes interfaces in version 2 of the format of cloud-init', () => {
  const networkData = NetworkData.fromEthernets([
    { name: 'enp1s0', macAddress: '02:48:09:00:00:10', dhcp6: true },
    {
      name: 'storage',
      macAddress: '02-48-09-00-00-AA',
      addresses: ['192.168.10.5/24', 'fd00::5/64'],
      routes: [{ destination: '10.20.0.0/16', gateway: '192.168.10.1' }],
      nameservers: ['192.168.10.2'],
      searchDomains: ['storage.example.com'],
      mtu: 9000,
    },
  ]);
  expect(networkData._text).toBe(`version: 2
ethernets:
  enp1s0:
    match:
      macaddress: "02:48:09:00:00:10"
    set-name: enp1s0
    dhcp4: true
    dhcp6: true
  storage:
    match:
      macaddress: "02:48:09:00:00:aa"
    set-name: storage
    dhcp4: false
    addresses:
      - "192.168.10.5/24"
      - fd00::5/64
    routes:
      - to: "10.20.0.0/16"
        via: "192.168.10.1"
    nameservers:
      addresses:
        - "192.168.10.2"
      search:
        - storage.example.com
    mtu: 9000
`);
});

test.each<[string, GuestEthernet[], string]>([
  [
    'a name that is longer than Linux takes',
    [{ name: 'storage-network-1' }],
    'ethernets[0].name is "storage-network-1": a name has 1 to 15 letters, digits, ".", "_" or "-", and begins with a letter. Choose a name like "enp2s0" or "storage". (ethernet-name-invalid)',
  ],
  [
    'a name that two interfaces have',
    [{ name: 'enp1s0' }, { name: 'enp1s0' }],
    'ethernets[1].name is "enp1s0": another interface has this name. Choose another name. (ethernet-name-twice)',
  ],
  [
    'a MAC address with dashes and colons',
    [{ name: 'a', macAddress: '02:48-09:00-00:00' }],
    'ethernets[0].macAddress is "02:48-09:00-00:00": a MAC address has six pairs of hexadecimal digits. Write it like "02:48:09:00:00:00". (mac-address-invalid)',
  ],
  [
    'an address without prefix',
    [{ name: 'a', addresses: ['192.168.10.5'] }],
    'ethernets[0].addresses[0] is "192.168.10.5": this is not an address of IPv4 or IPv6 with the length of its prefix. Write it like "192.168.10.5/24". (ip-prefix-invalid)',
  ],
  [
    'a prefix that is too long',
    [{ name: 'a', addresses: ['192.168.10.5/33'] }],
    'ethernets[0].addresses[0] is "192.168.10.5/33": this is not an address of IPv4 or IPv6 with the length of its prefix. Write it like "192.168.10.5/24". (ip-prefix-invalid)',
  ],
  [
    'a gateway that is no address',
    [{ name: 'a', routes: [{ destination: '0.0.0.0/0', gateway: 'router' }] }],
    'ethernets[0].routes[0].gateway is "router": this is not an IP address. Write it like "192.168.10.1". (ip-address-invalid)',
  ],
  [
    'packets that are larger than IP takes',
    [{ name: 'a', mtu: 65536 }],
    'ethernets[0].mtu is 65536: the value must be between 576 and 65535. Pass 65535 or less. (out-of-range)',
  ],
])('refuses %s', (_name, ethernets, message) => {
  expect(thrownBy(() => NetworkData.fromEthernets(ethernets))).toBe(`[NetworkData.fromEthernets] ${message}`);
});
