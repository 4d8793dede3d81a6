import { Chart, Size, Testing } from 'cdk8s';
import {
  Disk,
  EvictionStrategy,
  HighlyAvailableVM,
  ManifestCheck,
  Probe,
  VirtualMachineGroup,
  type VirtualMachineGroupProps,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

const size = Size.gibibytes(10);
const probe = Probe.fromTcpSocket({ port: 5432 });
const vm = { memory: Size.gibibytes(4), readiness: probe, liveness: probe };

function group(props: VirtualMachineGroupProps = {}) {
  const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });
  return new VirtualMachineGroup(chart, 'db', { metadata: { name: 'db' }, ...vm, ...props });
}

function synthesized(made: VirtualMachineGroup): any[] {
  return Testing.synth(Chart.of(made));
}

test('makes two VMs with numbered names and disks of their own', () => {
  const manifests = synthesized(group({ disks: [Disk.blank('data', { size })] }));
  expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual(['VirtualMachine db-0', 'VirtualMachine db-1']);
  expect(manifests.map(({ spec }) => spec.dataVolumeTemplates[0].metadata.name)).toEqual(['db-0-data', 'db-1-data']);
});

test('makes its VMs highly available and spreads them', () => {
  const [first] = synthesized(group());
  expect(first.metadata.annotations).toMatchObject({ 'cdk8s-kubevirt/high-availability': 'true' });
  expect(first.spec.template.metadata.labels).toMatchObject({ 'cdk8s-kubevirt/group': 'db' });
  expect(first.spec.template.spec.topologySpreadConstraints).toHaveLength(2);
});

test('has a name made from its path, which its VMs share', () => {
  const chart = new Chart(Testing.app(), 'shop');
  const unnamed = new VirtualMachineGroup(chart, 'web', { size: 3, ...vm });
  expect(unnamed.name).toBe('shop-web-c80b2a96');
  expect(unnamed.members.map(({ name }) => name)).toEqual([0, 1, 2].map((index) => `${unnamed.name}-${index}`));
  expect(synthesized(unnamed).map(({ metadata }) => metadata.name)).toEqual(unnamed.members.map(({ name }) => name));
});

test('puts a Service in front of all its VMs', () => {
  const made = group({ service: { ports: [{ name: 'sql', port: 5432 }] } });
  const [first, second, service] = synthesized(made);
  expect(service).toMatchObject({ kind: 'Service', metadata: { name: 'db', namespace: 'shop' } });
  for (const { spec } of [first, second]) {
    expect(spec.template.metadata.labels).toMatchObject(service.spec.selector);
  }
  expect(made.service.name).toBe('db');
});

test('keeps everything in the namespace that it is told', () => {
  const metadata = { name: 'db', namespace: 'data' };
  const made = group({ metadata, service: { ports: [{ name: 'sql', port: 5432 }] }, evictionStrategy: EvictionStrategy.NONE });
  expect(synthesized(made).map(({ metadata: { namespace } }) => namespace)).toEqual(['data', 'data', 'data', 'data']);
});

test('calls the Service as it is told', () => {
  const made = group({ service: { metadata: { name: 'sql' }, ports: [{ name: 'sql', port: 5432 }] } });
  expect(made.service.name).toBe('sql');
});

test('lets a member be changed without the others', () => {
  const made = group();
  made.member(1).addDisk(Disk.fromPersistentVolumeClaim('old', { claimName: 'old-data' }));
  const [first, second] = synthesized(made);
  expect(first.spec.template.spec.volumes).toBeUndefined();
  expect(second.spec.template.spec.volumes).toEqual([{ name: 'old', persistentVolumeClaim: { claimName: 'old-data' } }]);
  expect(made.member(0)).toBeInstanceOf(HighlyAvailableVM);
});

test('gives a copy of its members and the label that they share', () => {
  const made = group();
  made.members.pop();
  expect(made.members).toHaveLength(2);
  expect(made.podLabels).toEqual({ 'cdk8s-kubevirt/group': 'db' });
});

test.each([
  [EvictionStrategy.NONE, 3, undefined, 2],
  [EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE, 2, undefined, 1],
  [EvictionStrategy.NONE, 5, 2, 2],
])('with the eviction strategy %s, %d VMs and minAvailable %s has a budget of %d', (evictionStrategy, members, minAvailable, expected) => {
  const made = group({ evictionStrategy, size: members, minAvailable });
  const budget = synthesized(made).find(({ kind }) => kind === 'PodDisruptionBudget');
  expect(budget).toMatchObject({ metadata: { name: 'db' }, spec: { minAvailable: expected } });
  expect(made.disruptionBudget?.name).toBe('db');
});

test.each([
  [undefined, 3],
  [EvictionStrategy.LIVE_MIGRATE, 3],
  [EvictionStrategy.EXTERNAL, 3],
  [EvictionStrategy.NONE, 1],
])('with the eviction strategy %s and %d VMs has no budget', (evictionStrategy, members) => {
  expect(group({ evictionStrategy, size: members }).disruptionBudget).toBeUndefined();
});

test('lets a single VM have a claim and a host name', () => {
  const disks = [Disk.fromPersistentVolumeClaim('data', { claimName: 'data' })];
  const [only] = synthesized(group({ size: 1, disks, hostname: 'db' }));
  expect(only.spec.template.spec.hostname).toBe('db');
});

test('leaves it to a rule to say that a budget has no effect', () => {
  const messages = ManifestCheck.findings(Chart.of(group({ minAvailable: 1 }))).map(({ text }) => text);
  expect(messages).toEqual([expect.stringMatching(/^spec\.selector is .*\(disruption-budget-without-effect\)$/)]);
});

test.each<[string, VirtualMachineGroupProps, string]>([
  ['no VM', { size: 0 }, '[shop/db] size is 0: the value must be at least 1. Pass 1 or more. (out-of-range)'],
  [
    'a budget that lets no VM go',
    { minAvailable: 2, evictionStrategy: EvictionStrategy.NONE },
    '[shop/db] minAvailable is 2: the value must be between 1 and 1. Pass 1 or less. (out-of-range)',
  ],
  [
    'a claim that all VMs would write',
    { disks: [Disk.fromPersistentVolumeClaim('data', { claimName: 'data' })] },
    '[shop/db] disks[0] is a disk on the claim "data": all 2 VMs of the group would write it, which destroys its file system. Give each VM a claim of its own, as in group.member(0).addDisk(…). (claim-shared)',
  ],
  [
    'a host name for all VMs',
    { hostname: 'db' },
    '[shop/db] hostname is "db": all 2 VMs of the group would have this host name. Leave it out: each VM is called by its own name. (hostname-shared)',
  ],
])('refuses %s', (_name, props, message) => {
  expect(thrownBy(() => group(props))).toBe(message);
});

test('refuses a member that there is not', () => {
  expect(thrownBy(() => group().member(2))).toBe('[shop/db] index is 2: the value must be between 0 and 1. Pass 1 or less. (out-of-range)');
});

test('a group without Service says so', () => {
  const made = new VirtualMachineGroup(new Chart(Testing.app(), 'shop'), 'db', { memory: Size.gibibytes(1) });
  expect(() => made.service).toThrow(
    '[shop/db] service is not set: the group has no Service. Make the group with service: { ports: [{ name: "http", port: 80 }] }. (group-without-service)',
  );
});
