import { App, Chart, Duration, Testing } from 'cdk8s';
import { ManifestCheck, SelfNodeRemediationConfig, type SelfNodeRemediationConfigProps } from 'cdk8s-kubevirt';

function chartOf(): Chart {
  return new Chart(Testing.app(), 'cluster', { namespace: 'shop' });
}

function config(props?: SelfNodeRemediationConfigProps): SelfNodeRemediationConfig {
  return new SelfNodeRemediationConfig(chartOf(), 'config', props);
}

test('changes the one configuration that there is', () => {
  const chart = chartOf();
  new SelfNodeRemediationConfig(chart, 'config', {
    apiCheckInterval: Duration.seconds(10),
    apiServerTimeout: Duration.seconds(4),
    maxApiErrorThreshold: 2,
    peerApiServerTimeout: Duration.seconds(4),
    peerDialTimeout: Duration.seconds(3),
    peerRequestTimeout: Duration.seconds(6),
    peerUpdateInterval: Duration.minutes(5),
    minPeersForRemediation: 2,
    safeTimeToAssumeNodeRebooted: Duration.minutes(5),
    watchdogFilePath: '/dev/watchdog1',
    softwareReboot: false,
    endpointHealthCheckUrl: 'https://10.0.0.1',
    hostPort: 30002,
    agentTolerations: [{ key: 'vms', operator: 'Exists' }],
    agentNodes: [{ key: 'rack', operator: 'In', values: ['a'] }],
  });
  expect(Testing.synth(chart)).toEqual([
    {
      apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
      kind: 'SelfNodeRemediationConfig',
      metadata: { name: 'self-node-remediation-config', namespace: 'openshift-workload-availability' },
      spec: {
        apiCheckInterval: '10s',
        apiServerTimeout: '4s',
        maxApiErrorThreshold: 2,
        peerApiServerTimeout: '4s',
        peerDialTimeout: '3s',
        peerRequestTimeout: '6s',
        peerUpdateInterval: '300s',
        minPeersForRemediation: 2,
        safeTimeToAssumeNodeRebootedSeconds: 300,
        watchdogFilePath: '/dev/watchdog1',
        isSoftwareRebootEnabled: false,
        endpointHealthCheckUrl: 'https://10.0.0.1',
        hostPort: 30002,
        customDsTolerations: [{ key: 'vms', operator: 'Exists' }],
        customDsNodeSelectorRequirements: [{ key: 'rack', operator: 'In', values: ['a'] }],
      },
    },
  ]);
  expect(ManifestCheck.findings(chart)).toEqual([]);
});

test('leaves everything else to the operator', () => {
  const chart = chartOf();
  new SelfNodeRemediationConfig(chart, 'config', { metadata: { namespace: 'operators' } });
  const [{ metadata, spec }] = Testing.synth(chart);
  expect(metadata.namespace).toBe('operators');
  expect(spec).toEqual({});
});

describe('safe time', () => {
  test.each([
    [1, 60, 180],
    [6, 60, 180],
    [7, 60, 186],
    [9, 60, 186],
    [10, 60, 198],
    [100, 60, 294],
    [6, 10, 130],
    [6, 0, 120],
  ])('of %i workers with a watchdog of %i s is %i s', (workers, watchdog, seconds) => {
    expect(config().safeTime(workers, Duration.seconds(watchdog)).toSeconds()).toBe(seconds);
  });

  test('assumes a watchdog of a minute', () => {
    expect(config().safeTime(6).toSeconds()).toBe(180);
  });

  test('follows the settings', () => {
    const props = { apiCheckInterval: Duration.seconds(5), apiServerTimeout: Duration.seconds(5), maxApiErrorThreshold: 2 };
    expect(config(props).safeTime(6).toSeconds()).toBe(2 * 10 + 30 + 60 + 30);
  });

  test('gives a peer the time to ask the API server', () => {
    const props = { apiServerTimeout: Duration.seconds(10), peerRequestTimeout: Duration.seconds(1) };
    expect(config(props).safeTime(9).toSeconds()).toBe(3 * 25 + 3 * (5 + 12) + 60 + 30);
  });

  test('can be longer, not shorter', () => {
    expect(
      config({ safeTimeToAssumeNodeRebooted: Duration.minutes(4) })
        .safeTime(6)
        .toSeconds(),
    ).toBe(240);
    expect(
      config({ safeTimeToAssumeNodeRebooted: Duration.minutes(2) })
        .safeTime(6)
        .toSeconds(),
    ).toBe(180);
  });

  test('needs a worker', () => {
    expect(() => config().safeTime(0)).toThrow(
      '[cluster/config] workers is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
    );
  });
});

test.each([
  [{ apiCheckInterval: Duration.seconds(0) }, 'apiCheckInterval is 0 s: the value must be at least 1 s. Pass 1 s or more. (out-of-range)'],
  [{ apiServerTimeout: Duration.millis(10) }, 'apiServerTimeout is 10 ms: whole seconds only. Use Duration.seconds(1). (whole-seconds)'],
  [
    { peerUpdateInterval: Duration.seconds(9) },
    'peerUpdateInterval is 9 s: the value must be at least 10 s. Pass 10 s or more. (out-of-range)',
  ],
  [{ maxApiErrorThreshold: 0 }, 'maxApiErrorThreshold is 0: the value must be at least 1. Pass 1 or more. (out-of-range)'],
  [{ minPeersForRemediation: -1 }, 'minPeersForRemediation is -1: the value must be at least 0. Pass 0 or more. (out-of-range)'],
  [{ hostPort: 65_536 }, 'hostPort is 65536: the value must be between 1 and 65535. Pass 65535 or less. (out-of-range)'],
])('refuses %j', (props, message) => {
  expect(() => config(props)).toThrow(`[cluster/config] ${message}`);
});

test('another name fails the synth', () => {
  const app = new App();
  new SelfNodeRemediationConfig(new Chart(app, 'cluster'), 'config', { metadata: { name: 'fast' } });
  expect(() => app.synthYaml()).toThrow(
    '[cluster/config] metadata.name is "fast": the operator takes one configuration of a given name, and its webhook refuses any other. Call it self-node-remediation-config. (fails at apply: self-node-remediation-config-name)',
  );
});
