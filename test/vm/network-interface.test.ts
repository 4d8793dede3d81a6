import { ApiObject, Chart, Testing } from 'cdk8s';
import { InterfaceProtocol, NetworkInterface, NetworkInterfaceModel, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

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

test.each([
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
