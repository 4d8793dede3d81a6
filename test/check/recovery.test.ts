import { ApiObject, App, Chart, Duration, JsonPatch, Lazy, Size } from 'cdk8s';
import {
  ClusterProfile,
  Disk,
  FailureClass,
  HighlyAvailableVM,
  type HighlyAvailableVMProps,
  NodeHealthCheck,
  Probe,
  Recovery,
  RecoveryVerdict,
  StepOrigin,
  VirtualMachine,
  VirtualMachinePool,
} from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

const SHARED = Disk.fromDataSource('root', { name: 'rhel9', size: Size.gibibytes(60) });

function newApp(): App {
  const app = new App();
  ClusterProfile.openshift('4.20', { workers: 6 }).applyTo(app);
  return app;
}

function web(scope: Chart, props: HighlyAvailableVMProps = {}, id = 'web'): HighlyAvailableVM {
  return new HighlyAvailableVM(scope, id, {
    metadata: { name: id },
    memory: Size.gibibytes(8),
    disks: [SHARED],
    liveness: Probe.fromTcpSocket({ port: 80, period: Duration.seconds(10), failureThreshold: 6 }),
    bootTime: Duration.minutes(2),
    ...props,
  });
}

function fenced(chart: Chart, minHealthy = '51%'): NodeHealthCheck {
  return new NodeHealthCheck(chart, 'workers', { metadata: { name: 'workers' }, minHealthy });
}

describe('the recovery of a VM', () => {
  it('has the bounds, the verdict, and the steps that make the worst case', () => {
    const chart = new Chart(newApp(), 'shop', { namespace: 'shop' });
    fenced(chart);
    const recovery = web(chart, { recoveryObjectives: { nodeLoss: Duration.minutes(5) } }).recovery(FailureClass.NODE_LOSS);

    expect(recovery.worst.toSeconds()).toBe(716);
    expect(recovery.best.toSeconds()).toBe(524);
    expect(recovery.isBounded).toBe(true);
    expect(recovery.never).toBeUndefined();
    expect(recovery.objective?.toSeconds()).toBe(300);
    expect(recovery.verdict).toBe(RecoveryVerdict.MISSED);
    expect(recovery.vm).toEqual({ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', namespace: 'shop', name: 'web' });
    expect(recovery.constructPath).toBe('shop/web');
    expect(recovery.assumptions.map(({ id }) => id)).toContain('selected');

    const told = recovery.criticalPath.map(({ id, worst }) => `${id} ${worst}`);
    expect(told).toEqual([
      'node-unknown 55.4',
      'unhealthy 301',
      'self-node-remediation 181',
      'pods-gone 26.5',
      'next-instance 2',
      'started 30',
      'answers 120',
    ]);
    expect(recovery.criticalPath[1]).toMatchObject({
      actor: 'NodeHealthCheck workers',
      what: 'The node has been unhealthy for long enough, and is remediated',
      begin: 55.4,
      best: 300,
      isCritical: true,
      origin: StepOrigin.FIELD,
      decidedBy: 'unhealthyConditions[1].duration 300s',
      object: { kind: 'NodeHealthCheck', name: 'workers' },
      manifestPath: 'spec.unhealthyConditions[1].duration',
    });
    expect(recovery.criticalPath[1].reference).toMatch(/^https:/);
    expect(recovery.criticalPath[2].origin).toBe(StepOrigin.DEFAULT);
    expect(recovery.steps.filter(({ isCritical }) => !isCritical).map(({ id }) => id)).toContain('evicted');
  });

  it('is never where nothing fences, and says what would change it', () => {
    const chart = new Chart(newApp(), 'shop');
    const recovery = web(chart).recovery(FailureClass.NODE_LOSS);

    expect(recovery.isBounded).toBe(false);
    expect(recovery.never).toMatchObject({ id: 'no-fencing', isCertain: false });
    expect(recovery.criticalPath.at(-1)?.worst).toBeUndefined();
    expect(recovery.objective).toBeUndefined();
    expect(recovery.verdict).toBeUndefined();
    expect(thrownBy(() => recovery.worst)).toBe(
      `[shop/web] worst is never: after the loss of its node the VM may not come back: ${recovery.never?.because}. ${recovery.never?.change} (recovery-unbounded)`,
    );
    expect(thrownBy(() => recovery.best)).toMatch(/^\[shop\/web\] best is never/);
  });

  it('is zero where the service stays', () => {
    const chart = new Chart(newApp(), 'shop');
    expect(web(chart).recovery(FailureClass.CONTROL_PLANE).worst.toSeconds()).toBe(0);
  });

  it('is of now: what is added between two calls counts', () => {
    const chart = new Chart(newApp(), 'shop');
    const vm = web(chart);
    expect(vm.recovery(FailureClass.NODE_LOSS).isBounded).toBe(false);
    const check = fenced(chart);
    expect(vm.recovery(FailureClass.NODE_LOSS).worst.toSeconds()).toBe(716);
    ApiObject.of(check).addJsonPatch(JsonPatch.replace('/spec/unhealthyConditions/1/duration', '60s'));
    expect(vm.recovery(FailureClass.NODE_LOSS).worst.toSeconds()).toBe(476);
  });

  it('refuses what is no VM any more, and an app that cannot be rendered', () => {
    const chart = new Chart(newApp(), 'shop');
    const vm = web(chart);
    const patched = web(chart, {}, 'patched');
    ApiObject.of(patched).addJsonPatch(JsonPatch.replace('/kind', 'Machine'));
    expect(thrownBy(() => patched.recovery(FailureClass.NODE_LOSS))).toMatch(/^\[shop\/patched\] vm is no virtual machine: .*kind/);
    expect(Recovery.of(chart).some(({ constructPath }) => constructPath === 'shop/patched')).toBe(false);

    const produce = () => {
      throw new Error('not yet');
    };
    new ApiObject(chart, 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce }) });
    expect(thrownBy(() => vm.recovery(FailureClass.NODE_LOSS))).toMatch(/^\[shop\/broken\] manifest is missing: .*not yet/);
    expect(thrownBy(() => Recovery.of(chart))).toMatch(/^\[shop\/broken\] manifest is missing/);
  });
});

describe('the recoveries of a scope', () => {
  it('are those of each VM below it, whatever made it, failure by failure', () => {
    const app = newApp();
    const chart = new Chart(app, 'shop');
    fenced(new Chart(app, 'cluster'));
    web(chart);
    new VirtualMachinePool(chart, 'pool', { replicas: 2 });
    const other = new Chart(app, 'erp');
    new VirtualMachine(other, 'db');
    new ApiObject(other, 'raw', {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: { name: 'raw' },
      spec: { template: { spec: {} } },
    });

    const pathsOf = (recoveries: Recovery[]) => [...new Set(recoveries.map(({ constructPath }) => constructPath))];
    expect(pathsOf(Recovery.of(app))).toEqual(['shop/web', 'shop/pool', 'erp/db', 'erp/raw']);
    expect(pathsOf(Recovery.of(chart))).toEqual(['shop/web', 'shop/pool']);
    expect(
      Recovery.of(other)
        .slice(0, 12)
        .map(({ failure }) => failure),
    ).toEqual(Object.values(FailureClass));
    // The health check of another chart counts.
    expect(
      Recovery.of(chart)
        .find(({ failure }) => failure === FailureClass.NODE_LOSS)
        ?.worst.toSeconds(),
    ).toBe(716);
  });

  it('say what a VM says for itself', () => {
    const chart = new Chart(newApp(), 'shop');
    fenced(chart);
    const vm = web(chart, { recoveryObjective: Duration.minutes(15) });
    expect(Recovery.of(vm)).toEqual(Object.values(FailureClass).map((failure) => vm.recovery(failure)));
  });

  it('render the app once', () => {
    const chart = new Chart(newApp(), 'shop');
    let rendered = 0;
    new ApiObject(chart, 'counted', {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: Lazy.any({ produce: () => ({ times: `${++rendered}` }) }),
    });
    web(chart);
    web(chart, {}, 'db');
    expect(Recovery.of(chart)).toHaveLength(2 * Object.values(FailureClass).length);
    expect(rendered).toBe(1);
  });
});
