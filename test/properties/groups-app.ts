import { Chart } from 'cdk8s';
import {
  ClusterMigrationSettings,
  Migration,
  MigrationPolicy,
  Probe,
  ProbedService,
  VirtualMachineGroup,
  VirtualMachinePool,
  type VirtualMachineWorkload,
} from 'cdk8s-kubevirt';
import { HorizontalPodAutoscaler, Metric, MetricTarget, Topology } from 'cdk8s-plus-27';
import { type GroupsScenario, groupsFor } from './groups-scenario';
import type { Scenario } from './scenario';

const probe = Probe.fromTcpSocket({ port: 80 });
const probes = { readiness: probe, liveness: probe };
const ports = [{ name: 'http', port: 80 }];

/** Adds the pool, the group, the placement of a VM relative to them, and the migration settings of the scenario. */
export function buildGroups(chart: Chart, vm: VirtualMachineWorkload, { cluster, groups }: Scenario): void {
  const scenario = groupsFor(cluster, groups);
  vm.placement.requireNodes(...scenario.nodes);
  vm.placement.preferNodes([...scenario.nodes], 50);
  vm.placement.spread({ labels: vm.podLabels, topology: Topology.custom('row') });
  buildPool(chart, vm, scenario);
  buildGroup(chart, vm, scenario);
  if (scenario.policy !== undefined) {
    new MigrationPolicy(chart, 'policy', scenario.policy);
  }
  if (scenario.settings !== undefined) {
    new ClusterMigrationSettings(new Chart(chart.node.root, 'settings'), 'migration', scenario.settings);
  }
}

function buildPool(chart: Chart, vm: VirtualMachineWorkload, { pool: props, autoscaled, served, distance }: GroupsScenario): void {
  if (props === undefined) {
    return;
  }
  const pool = new VirtualMachinePool(chart, 'pool', { ...props, ...probes, replicas: autoscaled ? undefined : props.replicas });
  vm.placement.separate(pool, distance);
  if (autoscaled) {
    const metrics = [Metric.resourceCpu(MetricTarget.averageValue(1))];
    new HorizontalPodAutoscaler(chart, 'autoscaler', { target: pool, minReplicas: 1, maxReplicas: 6, metrics });
  }
  if (served) {
    new ProbedService(chart, 'pool-service', { vms: [pool], ports });
  }
}

function buildGroup(chart: Chart, vm: VirtualMachineWorkload, scenario: GroupsScenario): void {
  const { group: props, served, distance, targetNodeLabels } = scenario;
  if (props === undefined) {
    return;
  }
  const group = new VirtualMachineGroup(chart, 'group', { ...props, ...probes, service: served ? { ports } : undefined });
  vm.placement.colocate(group.member(0), distance);
  new Migration(chart, 'move', { vm: group.member(0), targetNodeLabels });
}
