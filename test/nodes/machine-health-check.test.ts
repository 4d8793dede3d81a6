import { App, Chart, Duration, Testing } from 'cdk8s';
import {
  ClusterProfile,
  ConditionStatus,
  MachineHealthCheck,
  type MachineHealthCheckProps,
  MachineSelector,
  ManifestCheck,
  Platform,
  Remediation,
} from 'cdk8s-kubevirt';

const STRATEGY = 'machine.openshift.io/remediation-strategy';

function clusterChart(platform: Platform = Platform.AWS): Chart {
  const app = Testing.app();
  ClusterProfile.openshift('4.20', { platform, workers: 6 }).applyTo(app);
  return new Chart(app, 'cluster');
}

function synthOne(props: Partial<MachineHealthCheckProps> = {}, platform?: Platform): any {
  const chart = clusterChart(platform);
  new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%', ...props });
  return Testing.synth(chart)[0];
}

function create(props: Partial<MachineHealthCheckProps>): () => void {
  return () => new MachineHealthCheck(clusterChart(), 'workers', { maxUnhealthy: '40%', ...props });
}

test('power cycles the workers of a bare metal cluster after five minutes', () => {
  expect(synthOne({ metadata: { name: 'workers' } }, Platform.BARE_METAL_IPI)).toEqual({
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'MachineHealthCheck',
    metadata: {
      name: 'workers',
      namespace: 'openshift-machine-api',
      annotations: { 'machine.openshift.io/remediation-strategy': 'external-baremetal' },
    },
    spec: {
      selector: {
        matchLabels: {
          'machine.openshift.io/cluster-api-machine-role': 'worker',
          'machine.openshift.io/cluster-api-machine-type': 'worker',
        },
      },
      unhealthyConditions: [
        { type: 'Ready', status: 'False', timeout: '300s' },
        { type: 'Ready', status: 'Unknown', timeout: '300s' },
      ],
      maxUnhealthy: '40%',
    },
  });
});

test('deletes Machines on a cloud, without an annotation', () => {
  const manifest = synthOne();
  expect(manifest.metadata).toEqual({ name: 'cluster-workers-c813d0e7', namespace: 'openshift-machine-api' });
  expect(manifest.spec).not.toHaveProperty('remediationTemplate');
});

test('looks at the cluster profile at synthesis, also at one that is applied later', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'cluster');
  new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%' });
  ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI }).applyTo(app);
  expect(Testing.synth(chart)[0].metadata.annotations).toEqual({ [STRATEGY]: 'external-baremetal' });
});

describe('remediation', () => {
  test('deletes on bare metal when that is asked for', () => {
    const manifest = synthOne({ remediation: Remediation.machineDeletion() }, Platform.BARE_METAL_IPI);
    expect(manifest.metadata).not.toHaveProperty('annotations');
  });

  test('refers to a Metal3 template instead of an annotation', () => {
    const manifest = synthOne({ remediation: Remediation.metal3Template('reboot') }, Platform.BARE_METAL_IPI);
    expect(manifest.metadata).not.toHaveProperty('annotations');
    expect(manifest.spec.remediationTemplate).toEqual({
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'Metal3RemediationTemplate',
      namespace: 'openshift-machine-api',
      name: 'reboot',
    });
  });

  test('leaves a strategy that the metadata gives', () => {
    const metadata = { annotations: { [STRATEGY]: 'external-baremetal', team: 'infra' } };
    const manifest = synthOne({ metadata, remediation: Remediation.machineDeletion() }, Platform.BARE_METAL_IPI);
    expect(manifest.metadata.annotations).toEqual({ [STRATEGY]: 'external-baremetal', team: 'infra' });
  });

  test('refuses what cannot be the name of a template', () => {
    expect(() => Remediation.metal3Template('Reboot it')).toThrow(
      '[Remediation.metal3Template] name is "Reboot it": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
    );
  });
});

describe('selector', () => {
  test('takes the Machines of a machine set', () => {
    expect(synthOne({ selector: MachineSelector.machineSet('rack-a') }).spec.selector).toEqual({
      matchLabels: { 'machine.openshift.io/cluster-api-machineset': 'rack-a' },
    });
  });

  test('takes labels', () => {
    expect(synthOne({ selector: MachineSelector.labels({ pool: 'vms' }) }).spec.selector).toEqual({ matchLabels: { pool: 'vms' } });
  });

  test('refuses no labels', () => {
    expect(() => MachineSelector.labels({})).toThrow(
      '[MachineSelector.labels] labels is {}: an empty selector selects every Machine, those of the control plane too. Pass at least one label, or use MachineSelector.workers(). (machine-labels-empty)',
    );
  });

  test('refuses what cannot be the name of a machine set', () => {
    expect(() => MachineSelector.machineSet('')).toThrow(
      '[MachineSelector.machineSet] name is "": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
    );
  });
});

describe('unhealthy conditions', () => {
  test('replace the default ones when they are given', () => {
    const manifest = synthOne({
      unhealthyConditions: [{ type: 'DiskPressure', status: ConditionStatus.TRUE, timeout: Duration.minutes(10) }],
    });
    expect(manifest.spec.unhealthyConditions).toEqual([{ type: 'DiskPressure', status: 'True', timeout: '600s' }]);
  });

  test('can be added to the default ones', () => {
    const chart = clusterChart();
    const check = new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%' });
    check.addUnhealthyCondition({ type: 'KernelDeadlock', status: ConditionStatus.TRUE, timeout: Duration.seconds(0) });
    expect(Testing.synth(chart)[0].spec.unhealthyConditions).toEqual([
      { type: 'Ready', status: 'False', timeout: '300s' },
      { type: 'Ready', status: 'Unknown', timeout: '300s' },
      { type: 'KernelDeadlock', status: 'True', timeout: '0s' },
    ]);
  });

  test('refuse fractions of a second', () => {
    const unhealthyConditions = [{ type: 'Ready', status: ConditionStatus.UNKNOWN, timeout: Duration.millis(90500) }];
    expect(create({ unhealthyConditions })).toThrow(
      '[cluster/workers] unhealthyConditions[0].timeout is 90500 ms: whole seconds only. Use Duration.seconds(90) or Duration.seconds(91). (whole-seconds)',
    );
  });
});

describe('maxUnhealthy', () => {
  test.each([
    ['2', 2],
    ['20%', '20%'],
    ['100%', '100%'],
  ])('writes %s as %p', (maxUnhealthy, written) => {
    expect(synthOne({ maxUnhealthy }).spec.maxUnhealthy).toBe(written);
  });

  test.each(['', '101%', '40 %', '1.5', '-1', 'two'])('refuses "%s"', (maxUnhealthy) => {
    expect(create({ maxUnhealthy })).toThrow(
      `[cluster/workers] maxUnhealthy is "${maxUnhealthy}": only a number of nodes or a percentage up to 100% is allowed. Pass a string such as '2' or '51%'. (node-count-invalid)`,
    );
  });

  test.each(['0', '0%', '00%'])('refuses %s, which blocks every remediation', (maxUnhealthy) => {
    expect(create({ maxUnhealthy })).toThrow(
      `[cluster/workers] maxUnhealthy is "${maxUnhealthy}": the first unhealthy Machine would be one too many, so that nothing is ever remediated. Pass at least 1, such as '2' or '40%'. (max-unhealthy-zero)`,
    );
  });
});

describe('node startup timeout', () => {
  test.each([
    [Duration.minutes(20), '1200s'],
    [Duration.seconds(0), '0s'],
  ])('is written in seconds', (nodeStartupTimeout, written) => {
    expect(synthOne({ nodeStartupTimeout }).spec.nodeStartupTimeout).toBe(written);
  });

  test('refuses fractions of a second', () => {
    expect(create({ nodeStartupTimeout: Duration.millis(100) })).toThrow(
      '[cluster/workers] nodeStartupTimeout is 100 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)',
    );
  });
});

describe('in an app', () => {
  test.each([Platform.BARE_METAL_IPI, Platform.AWS])('with the defaults there is nothing to find on %s', (platform) => {
    const chart = clusterChart(platform);
    new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%' });
    expect(ManifestCheck.findings(chart)).toEqual([]);
  });

  test('another namespace fails the synth', () => {
    const app = new App();
    ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI }).applyTo(app);
    new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', { maxUnhealthy: '40%', metadata: { namespace: 'shop' } });
    expect(() => app.synthYaml()).toThrow(
      '[cluster/workers] metadata.namespace is "shop": the controller looks for Machines in this namespace and finds none, so no node is remediated. Use the namespace openshift-machine-api. (fails at run: machine-health-check-namespace-unwatched)',
    );
  });

  test('the namespace of the chart does not matter', () => {
    const chart = new Chart(clusterChart(), 'health', { namespace: 'shop' });
    new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%' });
    expect(Testing.synth(chart)[0].metadata.namespace).toBe('openshift-machine-api');
  });

  test('synthesizes twice to the same bytes', () => {
    const app = Testing.app();
    ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI }).applyTo(app);
    const check = new MachineHealthCheck(new Chart(app, 'cluster'), 'workers', { maxUnhealthy: '40%' });
    check.addUnhealthyCondition({ type: 'KernelDeadlock', status: ConditionStatus.TRUE, timeout: Duration.minutes(1) });
    expect(app.synthYaml()).toBe(app.synthYaml());
  });
});
