import { Chart, Size, Testing } from 'cdk8s';
import {
  ClusterProfile,
  RebootPolicy,
  RunStrategy,
  StartStrategy,
  UpdateVolumesStrategy,
  VirtualMachine,
  type VirtualMachineProps,
} from 'cdk8s-kubevirt';
import { DnsPolicy } from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

function specOf(props: VirtualMachineProps): any {
  const app = Testing.app();
  ClusterProfile.kubevirt('1.9').applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1), ...props });
  return chart.toJson()[0].spec;
}

test('writes host name and DNS', () => {
  const spec = specOf({
    hostname: 'web-1',
    subdomain: 'web',
    dnsPolicy: DnsPolicy.NONE,
    dnsConfig: { nameservers: ['10.0.0.53'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
  });
  const { hostname, subdomain, dnsPolicy, dnsConfig } = spec.template.spec;
  expect({ hostname, subdomain, dnsPolicy, dnsConfig }).toEqual({
    hostname: 'web-1',
    subdomain: 'web',
    dnsPolicy: 'None',
    dnsConfig: { nameservers: ['10.0.0.53'], searches: ['example.com'], options: [{ name: 'ndots', value: '2' }] },
  });
});

test('writes how the VM is scheduled and started', () => {
  const spec = specOf({
    priorityClassName: 'vital',
    schedulerName: 'packing',
    runStrategy: RunStrategy.MANUAL,
    startStrategy: StartStrategy.PAUSED,
    rebootPolicy: RebootPolicy.TERMINATE,
    updateVolumesStrategy: UpdateVolumesStrategy.MIGRATION,
  });
  const { priorityClassName, schedulerName, startStrategy, domain } = spec.template.spec;
  expect([priorityClassName, schedulerName, startStrategy, domain.rebootPolicy, spec.updateVolumesStrategy]).toEqual([
    'vital',
    'packing',
    'Paused',
    'Terminate',
    'Migration',
  ]);
});

test.each([
  [{}, 'web'],
  [{ hostname: 'front' }, 'front'],
])('knows the host name of the guest: %j', (props, hostname) => {
  const chart = new Chart(Testing.app(), 'shop');
  expect(new VirtualMachine(chart, 'vm', { metadata: { name: 'web.shop' }, ...props }).hostname).toBe(hostname);
});

test.each(['hostname', 'subdomain'])('refuses a %s that is no DNS label', (field) => {
  expect(thrownBy(() => specOf({ [field]: 'Web_1' }))).toBe(
    `[shop/vm] ${field} is "Web_1": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)`,
  );
});
