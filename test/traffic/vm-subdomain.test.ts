import { ApiObject, Chart, Size, Testing } from 'cdk8s';
import { Probe, VirtualMachine, VmSubdomain } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function chartOf(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function vmOf(chart: Chart, name: string): VirtualMachine {
  return new VirtualMachine(chart, name, { metadata: { name }, memory: Size.gibibytes(1), readiness: Probe.fromTcpSocket({ port: 22 }) });
}

test('gives VMs names that lead to them', () => {
  const chart = chartOf();
  const vms = ['one', 'two'].map((name) => vmOf(chart, name));
  const subdomain = new VmSubdomain(chart, 'subdomain', { metadata: { name: 'db' }, vms });
  expect(vms.map((vm) => subdomain.addressOf(vm))).toEqual(['one.db.shop.svc', 'two.db.shop.svc']);
  const [one, , service] = Testing.synth(chart);
  expect(one.spec.template.spec.subdomain).toBe('db');
  expect(one.spec.template.metadata.labels).toEqual({ 'cdk8s-kubevirt/vm': 'one', 'subdomain.cdk8s-kubevirt/db': 'member' });
  expect(service).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'db', namespace: 'shop' },
    spec: { clusterIP: 'None', publishNotReadyAddresses: true, selector: { 'subdomain.cdk8s-kubevirt/db': 'member' } },
  });
});

test('lists ports for SRV records', () => {
  const chart = chartOf();
  const subdomain = new VmSubdomain(chart, 'db', {
    metadata: { name: 'db' },
    vms: [vmOf(chart, 'one')],
    ports: [{ name: 'mysql', port: 3306 }],
    publishNotReadyAddresses: false,
  });
  const { spec } = ApiObject.of(subdomain).toJson();
  expect(spec.ports).toEqual([{ name: 'mysql', port: 3306 }]);
  expect([spec.clusterIP, spec.publishNotReadyAddresses]).toEqual(['None', false]);
});

test('names a VM without a namespace', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const vm = vmOf(chart, 'one');
  expect(new VmSubdomain(chart, 'db', { metadata: { name: 'db' }, vms: [vm] }).addressOf(vm)).toBe('one.db');
});

test('refuses a VM that is in another subdomain', () => {
  const chart = chartOf();
  const vm = vmOf(chart, 'one');
  new VmSubdomain(chart, 'first', { metadata: { name: 'first' }, vms: [vm] });
  expect(thrownBy(() => new VmSubdomain(chart, 'second', { metadata: { name: 'second' }, vms: [vm] }))).toBe(
    '[shop/second] vms is "second": shop/one is in the subdomain "first" already. A VM has one subdomain: remove it from the other. (subdomain-twice)',
  );
});

test('refuses a name that no Service can have', () => {
  expect(thrownBy(() => new VmSubdomain(chartOf(), 'x', { metadata: { name: '1db' }, vms: [] }))).toBe(
    '[shop/x] metadata.name is "1db": the name of a Service has 1 to 63 lower-case letters, digits or "-", and begins with a letter. Choose a name such as "db". (subdomain-name-invalid)',
  );
});

test('refuses a VM of another namespace', () => {
  const chart = chartOf();
  const vm = vmOf(new Chart(Testing.app(), 'bank', { namespace: 'bank' }), 'one');
  expect(thrownBy(() => new VmSubdomain(chart, 'db', { metadata: { name: 'db' }, vms: [vm] }))).toBe(
    '[shop/db] vms is bank/one in the namespace bank: a Service selects only VMs of its own namespace, shop. Create the subdomain in the namespace bank. (vm-in-other-namespace)',
  );
});
