import { ApiObject, App, Chart, Duration, JsonPatch, Lazy, Size } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  Disk,
  type EscalationStep,
  FailureClass,
  HighlyAvailableVM,
  type HighlyAvailableVMProps,
  ManifestCheck,
  NodeHealthCheck,
  type NodeHealthCheckProps,
  Probe,
  SelfNodeRemediationTemplate,
} from 'cdk8s-kubevirt';

const seconds = Duration.seconds;

function newApp(): App {
  const app = new App();
  ClusterProfile.openshift('4.20', { workers: 6 }).applyTo(app);
  return app;
}

function healthCheck(app: App, props: NodeHealthCheckProps = {}, id = 'workers'): NodeHealthCheck {
  return new NodeHealthCheck(new Chart(app, id), id, { metadata: { name: id }, minHealthy: '51%', ...props });
}

/** A VM that is away for 715.9 s when its node is lost, with the usual patience of 300 s. */
function machine(app: App, props: HighlyAvailableVMProps, id = 'web'): HighlyAvailableVM {
  return new HighlyAvailableVM(new Chart(app, id, { namespace: 'shop' }), id, {
    metadata: { name: id },
    memory: Size.gibibytes(8),
    disks: [Disk.fromDataSource('root', { name: 'rhel9', size: Size.gibibytes(60) })],
    liveness: Probe.fromTcpSocket({ port: 80 }),
    bootTime: Duration.minutes(2),
    ...props,
  });
}

function durations(check: NodeHealthCheck): string[] {
  return ApiObject.of(check)
    .toJson()
    .spec.unhealthyConditions.map(({ duration }: any) => duration);
}

const USUAL = ['300s', '300s'];

/** The findings about objectives. */
function told(app: App): string[] {
  return ManifestCheck.findings(app)
    .filter(({ code }) => code.startsWith('recovery-objective'))
    .map(({ code, message }) => `${code}: ${message}`);
}

describe('the patience of a health check that does not say one', () => {
  it.each([
    ['is the usual one without an objective', {}, USUAL],
    ['is the usual one where that keeps the objective', { recoveryObjective: seconds(716) }, USUAL],
    ['is what the objective leaves, in steps of ten seconds', { recoveryObjective: seconds(715) }, ['290s', '290s']],
    ['is what the objective of the loss of a node leaves', { recoveryObjectives: { nodeLoss: seconds(600) } }, ['180s', '180s']],
    ['is what the objective of a partition leaves', { recoveryObjectives: { networkPartition: seconds(600) } }, ['180s', '180s']],
    // Pods that are not marked for deletion yet take 5 s more.
    [
      'is shorter where that costs time elsewhere',
      { recoveryObjectives: { nodeLoss: seconds(537) }, nodeFailureToleration: seconds(300) },
      ['110s', '110s'],
    ],
    ['is a minute at least', { recoveryObjectives: { nodeLoss: seconds(481) } }, ['60s', '60s']],
    ['is the usual one where no patience keeps the objective', { recoveryObjectives: { nodeLoss: seconds(400) } }, USUAL],
    ['is the usual one where the loss is accepted', { recoveryObjective: seconds(600), acceptedLosses: remediated() }, USUAL],
  ] as const)('%s', (_name, props, expected) => {
    const app = newApp();
    const check = healthCheck(app);
    machine(app, props as HighlyAvailableVMProps);
    expect(durations(check)).toEqual(expected);
  });

  it('keeps the objective, and no longer one would', () => {
    const app = newApp();
    const check = healthCheck(app);
    const vm = machine(app, { recoveryObjective: seconds(600) });
    expect(durations(check)).toEqual(['180s', '180s']);
    expect(vm.recovery(FailureClass.NODE_LOSS).worst.toSeconds()).toBeLessThanOrEqual(600);
    expect(told(app)).toEqual([]);
    ApiObject.of(check).addJsonPatch(JsonPatch.replace('/spec/unhealthyConditions/1/duration', '190s'));
    expect(told(app).join()).toMatch(/^recovery-objective-at-risk: after the loss of its node .* may be down for 605.9 s/);
  });

  it('is told as ever where it cannot keep the objective', () => {
    const app = newApp();
    healthCheck(app);
    machine(app, { recoveryObjectives: { nodeLoss: seconds(400) } });
    expect(told(app).join()).toMatch(/^recovery-objective-missed: after the loss of its node the VM may be down for 715.9 s/);
  });

  it('follows the strictest objective that can be kept', () => {
    const app = newApp();
    machine(app, { recoveryObjectives: { nodeLoss: seconds(650) } }, 'web');
    machine(app, { recoveryObjectives: { nodeLoss: seconds(550) } }, 'db');
    machine(app, { recoveryObjectives: { nodeLoss: seconds(100) } }, 'hopeless');
    expect(durations(healthCheck(app))).toEqual(['130s', '130s']);
  });

  it('takes nothing away from an objective that is kept with the usual one', () => {
    const app = newApp();
    const check = healthCheck(app);
    // Sooner remediated, a host whose kubelet is dead takes its VMs down before they have been evicted.
    machine(app, { recoveryObjectives: { nodeLoss: seconds(490), kubelet: seconds(360) }, nodeFailureToleration: seconds(300) });
    expect(durations(check)).toEqual(USUAL);
  });

  it('is decided when it is rendered, in whatever order the app is made', () => {
    const app = newApp();
    const check = healthCheck(app);
    expect(durations(check)).toEqual(USUAL);
    const vm = machine(app, { recoveryObjective: seconds(600) });
    expect(durations(check)).toEqual(['180s', '180s']);
    ApiObject.of(vm).addJsonPatch(JsonPatch.replace('/metadata/annotations/cdk8s-kubevirt~1boot-time', '60s'));
    expect(durations(check)).toEqual(['240s', '240s']);
    const written = app.synthYaml();
    expect(written).toContain('duration: 240s');
    expect(written).not.toContain('duration: 300s');
  });

  it('is that of its own conditions, not of those that are added', () => {
    const app = newApp();
    machine(app, { recoveryObjective: seconds(600) });
    const check = healthCheck(app);
    check.addUnhealthyCondition({ type: 'DiskPressure', status: ConditionStatus.TRUE, timeout: Duration.minutes(10) });
    expect(durations(check)).toEqual(['180s', '180s', '600s']);
  });

  it('is left to the author who says one', () => {
    const app = newApp();
    machine(app, { recoveryObjective: seconds(600) });
    const unhealthyConditions = [{ type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: seconds(300) }];
    expect(durations(healthCheck(app, { unhealthyConditions }))).toEqual(['300s']);
  });

  it('is derived behind an escalation too, whose steps stay as they are', () => {
    const app = newApp();
    machine(app, { recoveryObjective: seconds(600) });
    const escalation: EscalationStep[] = [{ template: SelfNodeRemediationTemplate.fromOperator(), timeout: seconds(300) }];
    const { spec } = ApiObject.of(healthCheck(app, { escalation })).toJson();
    expect(spec.escalatingRemediations.map(({ timeout }: any) => timeout)).toEqual(['300s']);
    expect(spec.unhealthyConditions[0].duration).toBe('180s');
    expect(told(app)).toEqual([]);
  });

  it('is the usual one in an app that cannot be rendered, which says so itself', () => {
    const app = newApp();
    machine(app, { recoveryObjective: seconds(600) });
    const check = healthCheck(app);
    const produce = () => {
      throw new Error('not yet');
    };
    new ApiObject(check, 'broken', { apiVersion: 'v1', kind: 'ConfigMap', data: Lazy.any({ produce }) });
    expect(durations(check)).toEqual(USUAL);
    expect(() => app.synthYaml()).toThrow('not yet');
  });

  it('is derived for two health checks without going in circles', () => {
    const app = newApp();
    machine(app, { recoveryObjective: seconds(600) });
    const checks = ['one', 'two'].map((id) => healthCheck(app, {}, id));
    for (const check of checks) {
      expect(durations(check)).toHaveLength(2);
    }
  });
});

function remediated(): FailureClass[] {
  return [FailureClass.NODE_LOSS, FailureClass.NETWORK_PARTITION, FailureClass.KUBELET];
}
