import { Chart, Size, Testing } from 'cdk8s';
import {
  ClusterProfile,
  ManifestCheck,
  Migration,
  type MigrationProps,
  NetworkInterface,
  VirtualMachine,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

const memory = Size.gibibytes(1);

function chartOf(release = '1.8', namespace = 'shop') {
  const app = Testing.app();
  ClusterProfile.kubevirt(release).applyTo(app);
  return new Chart(app, 'shop', { namespace });
}

function migration(chart: Chart, props: Partial<MigrationProps> = {}, interfaces = [NetworkInterface.masquerade()]) {
  const vm = new VirtualMachine(chart, 'vm', { metadata: { name: 'web' }, memory, interfaces });
  return new Migration(chart, 'migration', { metadata: { name: 'move-web' }, vm, ...props });
}

test('moves a VM', () => {
  const chart = chartOf();
  migration(chart);
  expect(Testing.synth(chart)[1]).toEqual({
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachineInstanceMigration',
    metadata: { name: 'move-web', namespace: 'shop' },
    spec: { vmiName: 'web' },
  });
});

test('moves a VM to certain nodes', () => {
  const chart = chartOf();
  migration(chart, { targetNodeLabels: { rack: 'b' } });
  expect(Testing.synth(chart)[1].spec).toEqual({ vmiName: 'web', addedNodeSelector: { rack: 'b' } });
});

test('asked for certain nodes on a release without it, is refused at synth', () => {
  const chart = chartOf('1.5');
  const made = migration(chart, { targetNodeLabels: { rack: 'b' } });
  expect(ManifestCheck.findings(made).map(({ code }) => code)).toEqual(['field-newer-than-cluster']);
});

test('of a VM that cannot be migrated is refused at synth', () => {
  const made = migration(chartOf(), {}, [NetworkInterface.bridge()]);
  expect(ManifestCheck.findings(made).map(({ code }) => code)).toEqual(['migration-of-blocked-vm']);
});

test('refuses a pool', () => {
  const chart = chartOf();
  const pool = new VirtualMachinePool(chart, 'pool', { memory });
  expect(thrownBy(() => new Migration(chart, 'migration', { vm: pool }))).toBe(
    '[shop/migration] vm is the VirtualMachinePool shop/pool: a migration moves one running VM. Pass a VirtualMachine. (migration-of-other-kind)',
  );
});

test('refuses a VM of another namespace', () => {
  const chart = chartOf();
  const vm = new VirtualMachine(new Chart(chart.node.root, 'lab', { namespace: 'lab' }), 'vm', { memory });
  expect(thrownBy(() => new Migration(chart, 'migration', { vm }))).toBe(
    '[shop/migration] vm is lab/vm in the namespace lab: a migration moves only VMs of its own namespace, shop. Create the migration in the namespace lab. (vm-in-other-namespace)',
  );
});
