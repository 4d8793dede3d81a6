import type { LRParser } from '@lezer/lr';
import { ApiObject, App, Chart, Cron, Size } from 'cdk8s';
import {
  ClusterProfile,
  HighlyAvailableVM,
  MachineHealthCheck,
  NodeHealthCheck,
  PanicDevice,
  Probe,
  ScheduledSnapshot,
  VirtualMachineAlerts,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';

// The types of the package are for ES modules only; its code is for both.
const { parser }: { parser: LRParser } = require('@prometheus-io/lezer-promql');

/** The places of an expression that PromQL does not allow; empty: none. */
function syntaxErrors(expression: string): string[] {
  const errors: string[] = [];
  parser.parse(expression).iterate({
    enter: ({ type, from, to }) => {
      if (type.isError) {
        errors.push(`${from}-${to}: ${expression.slice(from, to + 10)}`);
      }
    },
  });
  return errors;
}

function everyRule(): { alert: string; expr: string }[] {
  const app = new App();
  ClusterProfile.kubevirt('1.9').applyTo(app);
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const memory = Size.gibibytes(1);
  const readiness = Probe.fromTcpSocket({ port: 80 });
  const vm = new HighlyAvailableVM(chart, 'web.v2', { metadata: { name: 'web.v2' }, memory, readiness });
  const pool = new VirtualMachinePool(chart, 'pool', { memory, readiness, replicas: 2 });
  for (const workload of [vm, pool]) {
    new PanicDevice(workload, 'Panic');
  }
  const alerts = new VirtualMachineAlerts(chart, 'alerts', {
    vms: [vm, pool],
    snapshotCronJobs: [new ScheduledSnapshot(chart, 'nightly', { vm, schedule: Cron.daily() }).cronJob],
    nodeHealthChecks: [new NodeHealthCheck(chart, 'nodes', { minHealthy: '51%' })],
    machineHealthChecks: [new MachineHealthCheck(chart, 'machines', { maxUnhealthy: '40%' })],
  });
  return ApiObject.of(alerts)
    .toJson()
    .spec.groups.flatMap(({ rules }: any) => rules);
}

test('every alert is PromQL', () => {
  const rules = everyRule();
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(8);
  expect(rules.flatMap(({ expr }) => syntaxErrors(expr))).toEqual([]);
});

test.each(['sum by (a (up)', 'up{namespace="shop"', 'up or', 'rate(up[5m)'])('%j is not PromQL', (expression) => {
  expect(syntaxErrors(expression)).not.toEqual([]);
});
