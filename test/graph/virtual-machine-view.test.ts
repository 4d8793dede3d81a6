import { ManifestGraph, type VirtualMachineView } from '../../src/graph';

function machine(spec: object): VirtualMachineView {
  const manifest = { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', metadata: { name: 'web' }, spec };
  return new ManifestGraph([manifest]).virtualMachines[0];
}

function withInterface(networkInterface: object): VirtualMachineView {
  const interfaces = [{ name: 'lan' }, { name: 'default', ...networkInterface }];
  return machine({ networks: [{ name: 'default', pod: {} }], domain: { devices: { interfaces } } });
}

describe('forwarded ports', () => {
  test('every port reaches a guest on the implicit pod network', () => {
    expect(machine({}).forwards(8080)).toBe(true);
  });

  test('no port reaches a guest without the pod network', () => {
    expect(machine({ domain: { devices: { autoattachPodInterface: false } } }).forwards(80)).toBe(false);
    expect(machine({ networks: [{ name: 'lan', multus: { networkName: 'lan' } }] }).forwards(80)).toBe(false);
  });

  test('an interface without a port list forwards every port', () => {
    expect(withInterface({ masquerade: {} }).forwards(8080)).toBe(true);
    expect(withInterface({ masquerade: {}, ports: [] }).forwards(8080)).toBe(true);
  });

  test('a masquerade interface with a port list forwards what it lists', () => {
    const vm = withInterface({
      masquerade: {},
      ports: [
        { name: 'http', port: 80 },
        { port: 53, protocol: 'UDP' },
      ],
    });
    expect(vm.forwards(80)).toBe(true);
    expect(vm.forwards('80')).toBe(true);
    expect(vm.forwards(443)).toBe(false);
    expect(vm.forwards(53)).toBe(false);
    expect(vm.forwards(53, 'UDP')).toBe(true);
  });

  test('a bridge forwards every port, whatever it lists', () => {
    expect(withInterface({ bridge: {}, ports: [{ port: 80 }] }).forwards(443)).toBe(true);
  });

  test('a name is that of a listed port', () => {
    const vm = withInterface({ masquerade: {}, ports: [{ name: 'http', port: 80 }] });
    expect(vm.forwards('http')).toBe(true);
    expect(vm.forwards('http', 'UDP')).toBe(false);
    expect(vm.forwards('web')).toBe(false);
    expect(machine({}).forwards('http')).toBe(false);
  });
});

test('knows the position of the interface of the pod network', () => {
  expect(withInterface({ masquerade: {} }).podConnection).toEqual({ networkInterface: { name: 'default', masquerade: {} }, index: 1 });
  expect(machine({}).podConnection).toEqual({ networkInterface: {}, index: -1 });
});

test('takes lists and objects of a wrong type for empty ones', () => {
  const vm = machine({ domain: 'amd64', networks: 'pod', volumes: [null, 'root', { name: 'root' }] });
  expect(vm.devices).toEqual({});
  expect(vm.networks).toEqual([]);
  expect(vm.volumes).toEqual([{ name: 'root' }]);
});
