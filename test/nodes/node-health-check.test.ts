import { App, Chart, Duration, Testing } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  FenceAgent,
  FenceAgentsRemediationTemplate,
  HealthyDelay,
  MachineDeletionRemediationTemplate,
  MachineHealthCheck,
  ManifestCheck,
  Metal3RemediationTemplate,
  NodeHealthCheck,
  type NodeHealthCheckProps,
  NodeSelector,
  Platform,
  RemediationTemplate,
  SelfNodeRemediationTemplate,
} from 'cdk8s-kubevirt';

const WORKERS = {
  matchExpressions: [
    { key: 'node-role.kubernetes.io/control-plane', operator: 'DoesNotExist' },
    { key: 'node-role.kubernetes.io/master', operator: 'DoesNotExist' },
  ],
};
const SELF_NODE_REMEDIATION = {
  apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
  kind: 'SelfNodeRemediationTemplate',
  namespace: 'openshift-workload-availability',
  name: 'self-node-remediation-automatic-strategy-template',
};
const NODES = { 'worker-0': { address: '10.0.0.10' } };

function clusterChart(namespace?: string): Chart {
  const app = Testing.app();
  ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);
  return new Chart(app, 'cluster', { namespace });
}

function synthOne(props: NodeHealthCheckProps = { minHealthy: '51%' }): any {
  const chart = clusterChart();
  new NodeHealthCheck(chart, 'workers', props);
  return Testing.synth(chart)[0];
}

function create(props: NodeHealthCheckProps): () => void {
  return () => new NodeHealthCheck(clusterChart(), 'workers', props);
}

test('lets workers that have been down for five minutes remediate themselves', () => {
  expect(synthOne({ metadata: { name: 'workers' }, minHealthy: '51%' })).toEqual({
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: {
      selector: WORKERS,
      unhealthyConditions: [
        { type: 'Ready', status: 'False', duration: '300s' },
        { type: 'Ready', status: 'Unknown', duration: '300s' },
      ],
      minHealthy: '51%',
      remediationTemplate: SELF_NODE_REMEDIATION,
    },
  });
});

test('has no namespace, whatever its chart says', () => {
  const chart = clusterChart('shop');
  new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', metadata: { name: 'workers', namespace: 'shop' } });
  expect(Testing.synth(chart)[0].metadata).toEqual({ name: 'workers' });
});

describe('selector', () => {
  test('takes a pool of workers by their labels', () => {
    const { selector } = synthOne({ minHealthy: '51%', selector: NodeSelector.workersWith({ rack: 'a' }) }).spec;
    expect(selector).toEqual({ matchLabels: { rack: 'a' }, ...WORKERS });
  });

  test('takes the control plane', () => {
    const { selector } = synthOne({ minHealthy: '51%', selector: NodeSelector.controlPlane() }).spec;
    expect(selector).toEqual({ matchExpressions: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' }] });
  });

  test('refuses a pool without labels', () => {
    expect(() => NodeSelector.workersWith({})).toThrow(
      '[NodeSelector.workersWith] labels is {}: a pool of workers is told from the others by a label. Pass at least one label, or use NodeSelector.workers(). (node-labels-empty)',
    );
  });
});

describe('limits', () => {
  test.each([
    ['2', 2],
    ['0', 0],
    ['51%', '51%'],
  ])('writes minHealthy %s as %p', (minHealthy, written) => {
    expect(synthOne({ minHealthy }).spec.minHealthy).toBe(written);
  });

  test('takes maxUnhealthy instead', () => {
    const { spec } = synthOne({ maxUnhealthy: '2' });
    expect(spec).toMatchObject({ maxUnhealthy: 2 });
    expect(spec).not.toHaveProperty('minHealthy');
  });

  test.each(['', '101%', '51 %', '1.5', '-1', 'half'])('refuses "%s"', (minHealthy) => {
    expect(create({ minHealthy })).toThrow(
      `[cluster/workers] minHealthy is "${minHealthy}": only a number of nodes or a percentage up to 100% is allowed. Pass a string such as '2' or '51%'. (node-count-invalid)`,
    );
  });

  test('refuses all nodes as the minimum', () => {
    expect(create({ minHealthy: '100%' })).toThrow(
      '[cluster/workers] minHealthy is "100%": the first unhealthy node would be one too few, so that nothing is ever remediated. Pass less, such as \'51%\'. (min-healthy-all)',
    );
  });

  test.each(['0', '0%', '00%'])('refuses %s as the maximum', (maxUnhealthy) => {
    expect(create({ maxUnhealthy })).toThrow(
      `[cluster/workers] maxUnhealthy is "${maxUnhealthy}": the first unhealthy node would be one too many, so that nothing is ever remediated. Pass at least 1, such as '2' or '40%'. (max-unhealthy-zero)`,
    );
  });

  test('needs one of them at synth', () => {
    const app = new App();
    new NodeHealthCheck(new Chart(app, 'cluster'), 'workers', {});
    expect(() => app.synthYaml()).toThrow(
      '[cluster/workers] spec.minHealthy is not set: the webhook of the operator asks for it or for spec.maxUnhealthy, and neither is set. Set it, e.g. to 51%, so that a network fault that hides most nodes remediates none of them. (fails at apply: remediation-limit-not-exactly-one)',
    );
  });
});

describe('remediation', () => {
  test.each([
    ['SelfNodeRemediationTemplate', (chart: Chart) => new SelfNodeRemediationTemplate(chart, 'x')],
    [
      'FenceAgentsRemediationTemplate',
      (chart: Chart) => new FenceAgentsRemediationTemplate(chart, 'x', { agent: FenceAgent.ipmiLan(), nodes: NODES }),
    ],
    ['MachineDeletionRemediationTemplate', (chart: Chart) => new MachineDeletionRemediationTemplate(chart, 'x')],
    ['Metal3RemediationTemplate', (chart: Chart) => new Metal3RemediationTemplate(chart, 'x')],
  ])('refers to a %s of the app', (kind, createTemplate) => {
    const chart = clusterChart();
    const template = createTemplate(chart);
    new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', remediation: template });
    const [written, check] = Testing.synth(chart);
    const { apiVersion, metadata } = written;
    expect(check.spec.remediationTemplate).toEqual({ apiVersion, kind, namespace: metadata.namespace, name: metadata.name });
  });

  test('refers to a template that is in the cluster already', () => {
    const reference = { apiVersion: 'remediation.example.com/v1', kind: 'ReprovisionTemplate', namespace: 'remediators' };
    const remediation = RemediationTemplate.fromAttributes({ ...reference, templateName: 'hosts' });
    expect(synthOne({ minHealthy: '51%', remediation }).spec.remediationTemplate).toEqual({ ...reference, name: 'hosts' });
  });

  test('finds the operator in another namespace', () => {
    const remediation = SelfNodeRemediationTemplate.fromOperator('openshift-operators');
    const { remediationTemplate } = synthOne({ minHealthy: '51%', remediation }).spec;
    expect(remediationTemplate).toEqual({ ...SELF_NODE_REMEDIATION, namespace: 'openshift-operators' });
  });
});

describe('escalation', () => {
  const template = SelfNodeRemediationTemplate.fromOperator();

  test('numbers its steps and needs no other remediation', () => {
    const chart = clusterChart();
    const fencing = new FenceAgentsRemediationTemplate(chart, 'ipmi', {
      agent: FenceAgent.ipmiLan(),
      nodes: NODES,
    });
    const check = new NodeHealthCheck(chart, 'workers', {
      minHealthy: '51%',
      escalation: [{ template: fencing, timeout: fencing.fencingTime() }],
    });
    check.addEscalationStep({ template, timeout: Duration.minutes(5) });
    const { spec } = Testing.synth(chart)[1];
    expect(spec).not.toHaveProperty('remediationTemplate');
    expect(spec.escalatingRemediations).toEqual([
      { order: 1, timeout: '320s', remediationTemplate: expect.objectContaining({ kind: 'FenceAgentsRemediationTemplate' }) },
      { order: 2, timeout: '300s', remediationTemplate: SELF_NODE_REMEDIATION },
    ]);
    expect(ManifestCheck.findings(chart)).toEqual([]);
  });

  test('refuses a step of less than a minute', () => {
    expect(create({ minHealthy: '51%', escalation: [{ template, timeout: Duration.seconds(59) }] })).toThrow(
      '[cluster/workers] escalation[0].timeout is 59 s: the value must be at least 60 s. Pass 60 s or more. (out-of-range)',
    );
  });

  test('warns of a step that is cut off', () => {
    const chart = clusterChart();
    new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', escalation: [{ template, timeout: Duration.minutes(3) }] });
    expect(ManifestCheck.findings(chart).map(({ text }) => text)).toEqual([
      'spec.escalatingRemediations[0].timeout is "180s": self node remediation waits 180 s until the node is certain to have rebooted, and needs up to a minute more to free its VMs, so the step may be given up before it has freed the VMs. Use 240s or more. (escalation-step-cut-off)',
    ]);
  });

  test('beside a remediation fails the synth', () => {
    const app = new App();
    new NodeHealthCheck(new Chart(app, 'cluster'), 'workers', {
      minHealthy: '51%',
      remediation: template,
      escalation: [{ template, timeout: Duration.minutes(5) }],
    });
    expect(() => app.synthYaml()).toThrow(/\(fails at apply: remediation-not-exactly-one\)/);
  });
});

describe('timing and pauses', () => {
  test('are written as the operator takes them', () => {
    const { spec } = synthOne({
      minHealthy: '51%',
      healthyDelay: HealthyDelay.after(Duration.minutes(2)),
      stormCooldown: Duration.minutes(10),
      pauseRequests: ['firmware update'],
    });
    expect(spec).toMatchObject({ healthyDelay: '120s', stormCooldownDuration: '600s', pauseRequests: ['firmware update'] });
  });

  test('a node can wait for somebody to confirm that it is healthy', () => {
    expect(synthOne({ minHealthy: '51%', healthyDelay: HealthyDelay.untilConfirmed() }).spec.healthyDelay).toBe('-1s');
  });

  test('a reason for a pause can be added', () => {
    const chart = clusterChart();
    const pauseRequests = ['firmware update'];
    const check = new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', pauseRequests });
    check.addPauseRequest('move of rack a');
    expect(Testing.synth(chart)[0].spec.pauseRequests).toEqual(['firmware update', 'move of rack a']);
    expect(pauseRequests).toEqual(['firmware update']);
  });

  test('refuse fractions of a second', () => {
    expect(create({ minHealthy: '51%', stormCooldown: Duration.millis(1500) })).toThrow(
      '[cluster/workers] stormCooldown is 1500 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)',
    );
    expect(() => HealthyDelay.after(Duration.millis(1500))).toThrow(
      '[HealthyDelay.after] delay is 1500 ms: whole seconds only. Use Duration.seconds(1) or Duration.seconds(2). (whole-seconds)',
    );
  });

  test('refuse a pause of no time after a storm', () => {
    expect(create({ minHealthy: '51%', stormCooldown: Duration.seconds(0) })).toThrow(
      '[cluster/workers] stormCooldown is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)',
    );
  });
});

describe('unhealthy conditions', () => {
  test('can be added to the default ones', () => {
    const chart = clusterChart();
    const check = new NodeHealthCheck(chart, 'workers', { minHealthy: '51%' });
    check.addUnhealthyCondition({ type: 'KernelDeadlock', status: ConditionStatus.TRUE, timeout: Duration.minutes(1) });
    expect(Testing.synth(chart)[0].spec.unhealthyConditions).toEqual([
      { type: 'Ready', status: 'False', duration: '300s' },
      { type: 'Ready', status: 'Unknown', duration: '300s' },
      { type: 'KernelDeadlock', status: 'True', duration: '60s' },
    ]);
  });

  test('replace the default ones when they are given', () => {
    const unhealthyConditions = [{ type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.minutes(2) }];
    expect(synthOne({ minHealthy: '51%', unhealthyConditions }).spec.unhealthyConditions).toEqual([
      { type: 'Ready', status: 'Unknown', duration: '120s' },
    ]);
  });
});

describe('in an app', () => {
  test('with the defaults there is nothing to find', () => {
    const chart = clusterChart();
    new NodeHealthCheck(chart, 'workers', { minHealthy: '51%' });
    expect(ManifestCheck.findings(chart)).toEqual([]);
  });

  test('a MachineHealthCheck beside it fails the synth', () => {
    const app = new App();
    ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);
    const chart = new Chart(app, 'cluster');
    new NodeHealthCheck(chart, 'nodes', { minHealthy: '51%' });
    new MachineHealthCheck(chart, 'machines', { maxUnhealthy: '40%' });
    expect(() => app.synthYaml()).toThrow(/\(fails at run: machine-health-check-disables-node-health-checks\)/);
  });

  test('too few workers fail the synth', () => {
    const app = new App();
    ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 2 }).applyTo(app);
    new NodeHealthCheck(new Chart(app, 'cluster'), 'workers', { minHealthy: '51%' });
    expect(() => app.synthYaml()).toThrow(
      '[cluster/workers] spec.minHealthy is "51%": 2 of 2 workers would have to be healthy, so the first unhealthy node is one too many and nothing is ever remediated. Use 1, or at most 50%. (fails at run: min-healthy-never-met)',
    );
  });

  test('synthesizes twice to the same bytes', () => {
    const app = Testing.app();
    const chart = new Chart(app, 'cluster', { namespace: 'shop' });
    const check = new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', pauseRequests: ['why'] });
    check.addEscalationStep({ template: SelfNodeRemediationTemplate.fromOperator(), timeout: Duration.minutes(5) });
    expect(app.synthYaml()).toBe(app.synthYaml());
  });
});
