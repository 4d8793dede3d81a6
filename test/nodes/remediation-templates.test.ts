import { Chart, Testing } from 'cdk8s';
import {
  ClusterProfile,
  MachineDeletionRemediationTemplate,
  ManifestCheck,
  Metal3RemediationTemplate,
  NodeHealthCheck,
  Platform,
  SelfNodeRemediationStrategy,
  SelfNodeRemediationTemplate,
} from 'cdk8s-kubevirt';

function clusterChart(platform = Platform.AWS): Chart {
  const app = Testing.app();
  ClusterProfile.openshift('4.20', { platform, workers: 6 }).applyTo(app);
  return new Chart(app, 'cluster', { namespace: 'shop' });
}

describe('self node remediation', () => {
  test('frees VMs as the operator thinks best', () => {
    const chart = clusterChart();
    new SelfNodeRemediationTemplate(chart, 'own', { metadata: { name: 'own' } });
    expect(Testing.synth(chart)).toEqual([
      {
        apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
        kind: 'SelfNodeRemediationTemplate',
        metadata: { name: 'own', namespace: 'openshift-workload-availability' },
        spec: { template: { spec: { remediationStrategy: 'Automatic' } } },
      },
    ]);
  });

  test('takes a strategy and the namespace of the operator', () => {
    const chart = clusterChart();
    const template = new SelfNodeRemediationTemplate(chart, 'own', {
      metadata: { namespace: 'operators' },
      strategy: SelfNodeRemediationStrategy.OUT_OF_SERVICE_TAINT,
    });
    const [{ metadata, spec }] = Testing.synth(chart);
    expect([template.namespace, metadata.namespace]).toEqual(['operators', 'operators']);
    expect(spec.template.spec).toEqual({ remediationStrategy: 'OutOfServiceTaint' });
  });

  test('tells of volumes that stay attached', () => {
    const chart = clusterChart();
    new SelfNodeRemediationTemplate(chart, 'own', { strategy: SelfNodeRemediationStrategy.RESOURCE_DELETION });
    expect(ManifestCheck.findings(chart).map(({ code, severity }) => [code, severity])).toEqual([
      ['resource-deletion-delays-volumes', 'info'],
    ]);
  });
});

describe('machine deletion', () => {
  test('has nothing to say but where it is', () => {
    const chart = clusterChart();
    new MachineDeletionRemediationTemplate(chart, 'replace', { metadata: { name: 'replace' } });
    expect(Testing.synth(chart)).toEqual([
      {
        apiVersion: 'machine-deletion-remediation.medik8s.io/v1alpha1',
        kind: 'MachineDeletionRemediationTemplate',
        metadata: { name: 'replace', namespace: 'openshift-workload-availability' },
        spec: { template: { spec: {} } },
      },
    ]);
  });

  test('replaces hosts of a cloud, with nothing to find', () => {
    const chart = clusterChart();
    const remediation = new MachineDeletionRemediationTemplate(chart, 'replace');
    new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', remediation });
    expect(ManifestCheck.findings(chart)).toEqual([]);
  });

  test.each([
    [Platform.BARE_METAL_IPI, 'bare-metal-machine-deletion'],
    [Platform.BARE_METAL_UPI, 'machine-deletion-without-machine-api'],
  ])('is not for %s', (platform, code) => {
    const chart = clusterChart(platform);
    const remediation = new MachineDeletionRemediationTemplate(chart, 'replace');
    new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', remediation });
    expect(ManifestCheck.findings(chart).map((finding) => finding.code)).toEqual([code]);
  });
});

test('a Metal3 template serves a NodeHealthCheck where it serves the Machine API', () => {
  const chart = clusterChart(Platform.BARE_METAL_IPI);
  const remediation = new Metal3RemediationTemplate(chart, 'reboot');
  new NodeHealthCheck(chart, 'workers', { minHealthy: '51%', remediation });
  expect(remediation.namespace).toBe('openshift-machine-api');
  expect(ManifestCheck.findings(chart)).toEqual([]);
});
