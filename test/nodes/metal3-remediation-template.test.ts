import { Chart, Duration, Testing } from 'cdk8s';
import {
  ClusterProfile,
  MachineHealthCheck,
  ManifestCheck,
  Metal3RemediationTemplate,
  type Metal3RemediationTemplateProps,
  Platform,
  Remediation,
} from 'cdk8s-kubevirt';

function clusterChart(): Chart {
  const app = Testing.app();
  ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 }).applyTo(app);
  return new Chart(app, 'cluster');
}

function synthOne(props?: Metal3RemediationTemplateProps): any {
  const chart = clusterChart();
  new Metal3RemediationTemplate(chart, 'reboot', props);
  return Testing.synth(chart)[0];
}

function create(props: Metal3RemediationTemplateProps): () => void {
  return () => new Metal3RemediationTemplate(clusterChart(), 'reboot', props);
}

test('reboots once within ten minutes by default', () => {
  expect(synthOne({ metadata: { name: 'reboot' } })).toEqual({
    apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
    kind: 'Metal3RemediationTemplate',
    metadata: { name: 'reboot', namespace: 'openshift-machine-api' },
    spec: { template: { spec: { strategy: { type: 'Reboot', timeout: '600s', retryLimit: 1 } } } },
  });
});

test('takes a timeout and a number of attempts', () => {
  const manifest = synthOne({ timeout: Duration.seconds(100), retryLimit: 3 });
  expect(manifest.spec.template.spec.strategy).toEqual({ type: 'Reboot', timeout: '100s', retryLimit: 3 });
});

test('refuses a timeout that the webhook would refuse', () => {
  expect(create({ timeout: Duration.seconds(99) })).toThrow(
    '[cluster/reboot] timeout is 99 s: the value must be at least 100 s. Pass 100 s or more. (out-of-range)',
  );
});

test('refuses no attempts', () => {
  expect(create({ retryLimit: 0 })).toThrow(
    '[cluster/reboot] retryLimit is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  );
});

test('serves a MachineHealthCheck by its name, with nothing to find', () => {
  const chart = clusterChart();
  const template = new Metal3RemediationTemplate(chart, 'reboot');
  new MachineHealthCheck(chart, 'workers', { maxUnhealthy: '40%', remediation: Remediation.metal3Template(template.name) });
  const [, check] = Testing.synth(chart);
  expect(check.spec.remediationTemplate.name).toBe(template.name);
  expect(ManifestCheck.findings(chart)).toEqual([]);
});

test('synthesizes twice to the same bytes', () => {
  const chart = clusterChart();
  new Metal3RemediationTemplate(chart, 'reboot');
  expect(Testing.synth(chart)).toEqual(Testing.synth(chart));
});
