import { ApiObject, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import {
  ClusterMigrationSettings,
  Disk,
  EvictionStrategy,
  Migration,
  MigrationFallback,
  MigrationPolicy,
  NetworkInterface,
  NodeLabel,
  PodDisruptionBudget,
  SettingsOwner,
  VirtualMachine,
  VirtualMachineGroup,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';
import { HorizontalPodAutoscaler, Metric, MetricTarget, PercentOrAbsolute } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { BuiltApp } from './build-app';
import type { Fault } from './faults';

const memory = Size.gibibytes(1);
const disks = [Disk.fromPersistentVolumeClaim('x', { claimName: 'x' })];
const machine = { memory, interfaces: [NetworkInterface.masquerade()] };

function add(construct: Construct, path: string, value: unknown): void {
  ApiObject.of(construct).addJsonPatch(JsonPatch.add(path, value));
}

function stoppedByDrain({ chart }: BuiltApp, ...names: string[]): VirtualMachine[] {
  return names.map((name) => new VirtualMachine(chart, name, { ...machine, evictionStrategy: EvictionStrategy.NONE }));
}

/** Mistakes in groups and pools of VMs, in where they run, and in how they are migrated. */
export const GROUP_FAULTS: readonly Fault[] = [
  { code: 'out-of-range', plant: ({ chart }) => new VirtualMachineGroup(chart, 'x', { ...machine, size: 0 }) },
  { code: 'claim-shared', plant: ({ chart }) => new VirtualMachineGroup(chart, 'x', { memory, disks }) },
  { code: 'claim-shared', plant: ({ chart }) => new VirtualMachinePool(chart, 'x', { memory, disks }) },
  { code: 'hostname-shared', plant: ({ chart }) => new VirtualMachinePool(chart, 'x', { memory, hostname: 'x' }) },
  {
    code: 'max-unavailable-invalid',
    plant: ({ chart }) => new VirtualMachinePool(chart, 'x', { memory, maxUnavailable: PercentOrAbsolute.percent(0) }),
  },
  { code: 'vms-missing', plant: ({ chart }) => new PodDisruptionBudget(chart, 'x', { vms: [], minAvailable: 1 }) },
  {
    code: 'vm-in-other-namespace',
    plant: ({ app, vms }) => new PodDisruptionBudget(new Chart(app, 'x', { namespace: 'x' }), 'y', { vms, minAvailable: 1 }),
  },
  { code: 'node-label-values-missing', plant: () => NodeLabel.oneOf('x', []) },
  { code: 'weight-of-condition', plant: ({ vms: [vm] }) => vm.placement.separate(vm, { required: true, weight: 1 }) },
  {
    code: 'disruption-budget-blocks-drain',
    plant: (built) => new PodDisruptionBudget(built.chart, 'x', { vms: stoppedByDrain(built, 'y', 'z'), minAvailable: 2 }),
  },
  {
    code: 'disruption-budget-not-absolute',
    plant: (built) => {
      const budget = new PodDisruptionBudget(built.chart, 'x', { vms: stoppedByDrain(built, 'y', 'z'), minAvailable: 1 });
      add(budget, '/spec/minAvailable', '50%');
    },
  },
  {
    code: 'pool-selector-mismatch',
    plant: ({ chart }) => add(new VirtualMachinePool(chart, 'x', { memory }), '/spec/selector/matchLabels/other', 'x'),
  },
  {
    code: 'pool-max-unavailable-invalid',
    since: '1.8',
    plant: ({ chart }) => add(new VirtualMachinePool(chart, 'x', { memory }), '/spec/maxUnavailable', 0),
  },
  {
    code: 'pool-strategy-not-unique',
    since: '1.8',
    plant: ({ chart }) => add(new VirtualMachinePool(chart, 'x', { memory }), '/spec/updateStrategy', { proactive: {}, opportunistic: {} }),
  },
  {
    code: 'autoscaler-finds-no-pods',
    plant: ({ chart }) => {
      const pool = new VirtualMachinePool(chart, 'x', { memory });
      const metrics = [Metric.resourceCpu(MetricTarget.averageValue(1))];
      new HorizontalPodAutoscaler(chart, 'y', { target: pool, maxReplicas: 3, metrics });
      add(pool, '/spec/virtualMachineTemplate/spec/template/metadata/labels', { other: 'x' });
    },
  },
  {
    code: 'toleration-invalid',
    plant: ({ vms: [vm] }) => vm.addToleration({ key: 'x', duration: Duration.minutes(1) }),
  },
  {
    code: 'setting-not-in-hyperconverged',
    plant: ({ chart }) =>
      new ClusterMigrationSettings(chart, 'x', { owner: SettingsOwner.HYPER_CONVERGED, fallback: MigrationFallback.PAUSE }),
  },
  { code: 'migration-of-other-kind', plant: ({ chart, service }) => new Migration(chart, 'x', { vm: service }) },
  {
    code: 'vm-in-other-namespace',
    plant: ({ app, vms: [vm] }) => new Migration(new Chart(app, 'x', { namespace: 'x' }), 'y', { vm }),
  },
  {
    code: 'migration-of-blocked-vm',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', { memory, interfaces: [NetworkInterface.bridge()] });
      new Migration(chart, 'y', { vm });
    },
  },
  {
    code: 'migration-policy-value-negative',
    plant: ({ chart }) => add(new MigrationPolicy(chart, 'x', { podLabels: { x: 'y' } }), '/spec/completionTimeoutPerGiB', -1),
  },
  { code: 'whole-mebibytes', plant: ({ chart }) => new MigrationPolicy(chart, 'x', { bandwidth: Size.kibibytes(1500) }) },
];
