import { Chart, Size, Testing } from 'cdk8s';
import {
  Architecture,
  ClusterProfile,
  GuestAgentSource,
  MachineIdentity,
  Probe,
  VirtualMachine,
  VirtualMachineGroup,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';
import { synthesize } from '../../support/synthesize';
import { thrownBy } from '../../support/thrown';

const MACHINE = {
  metadata: { name: 'web' },
  memory: Size.gibibytes(1),
  liveness: Probe.fromGuestAgentPing(),
  guestAgent: GuestAgentSource.IMAGE,
};

function shop(): Chart {
  return new Chart(Testing.app(), 'shop', { namespace: 'shop' });
}

function instancesOf(chart: Chart): any[] {
  return synthesize(chart.node.root as any)
    .filter(({ kind }) => kind === 'VirtualMachine')
    .map(({ spec }) => spec.template.spec);
}

test('says what KubeVirt would draw, the same each time', () => {
  const chart = shop();
  new VirtualMachine(chart, 'vm', MACHINE);
  MachineIdentity.ofCluster('paris').applyTo(chart);
  const [instance] = instancesOf(chart);
  expect(instance.domain.firmware).toEqual({
    uuid: '35443069-2d20-5ae8-ab46-0008d549da74',
    serial: '1af1ee1a-de96-511c-9350-3eabd6dde0fb',
  });
  expect(instance.architecture).toBeUndefined();
});

test('says the architecture of the cluster where somebody has said it', () => {
  const chart = shop();
  ClusterProfile.kubevirt('1.8', { architecture: Architecture.ARM64 }).applyTo(chart);
  new VirtualMachine(chart, 'vm', MACHINE);
  MachineIdentity.ofCluster('paris').applyTo(chart);
  expect(instancesOf(chart)[0].architecture).toBe('arm64');
});

test('differs from cluster to cluster, from namespace to namespace and from VM to VM', () => {
  const uuids = ['paris', 'rome'].flatMap((cluster) =>
    ['shop', 'stock'].flatMap((namespace) => {
      const chart = new Chart(Testing.app(), 'shop', { namespace });
      new VirtualMachineGroup(chart, 'web', { ...MACHINE, size: 2 });
      MachineIdentity.ofCluster(cluster).applyTo(chart);
      return instancesOf(chart).flatMap(({ domain: { firmware } }) => [firmware.uuid, firmware.serial]);
    }),
  );
  expect(new Set(uuids).size).toBe(16);
});

test('leaves what a VM says itself', () => {
  const chart = shop();
  const firmwareUuid = '5d307ca9-b3ef-428c-8861-06e72d69f223';
  new VirtualMachine(chart, 'vm', { ...MACHINE, firmwareUuid, firmwareSerial: 'A-1', architecture: Architecture.S390X });
  MachineIdentity.ofCluster('paris').applyTo(chart);
  const [instance] = instancesOf(chart);
  expect(instance.domain.firmware).toEqual({ uuid: firmwareUuid, serial: 'A-1' });
  expect(instance.architecture).toBe('s390x');
});

test('leaves pools alone, whose VMs have one template', () => {
  const chart = shop();
  new VirtualMachinePool(chart, 'pool', { ...MACHINE, replicas: 2 });
  MachineIdentity.ofCluster('paris').applyTo(chart);
  const [{ spec }] = synthesize(chart.node.root as any);
  expect(spec.virtualMachineTemplate.spec.template.spec.domain.firmware).toBeUndefined();
});

test('is of one cluster', () => {
  const chart = shop();
  MachineIdentity.ofCluster('paris').applyTo(chart);
  MachineIdentity.ofCluster('paris').applyTo(chart);
  expect(thrownBy(() => MachineIdentity.ofCluster('rome').applyTo(chart))).toBe(
    '[MachineIdentity.applyTo] scope is "rome": the VMs of this app have identities of the cluster "paris" already. Write one app per cluster. (machine-identity-twice)',
  );
  expect(thrownBy(() => MachineIdentity.ofCluster('Paris'))).toContain('(object-name-invalid)');
});
