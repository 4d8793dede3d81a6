import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile } from 'cdk8s-kubevirt';
import { loadAll } from 'js-yaml';
import { dumpedCluster, profileText } from '../../src/profile';

const EXPECTED = 'expected.yaml';

/** What kubectl printed for a cluster, a file for some kinds each. */
function dumpOf(folder: string): unknown[] {
  const files = readdirSync(join(__dirname, folder)).filter((name) => name !== EXPECTED);
  return files.flatMap((name) => loadAll(readFileSync(join(__dirname, folder, name), 'utf8')));
}

describe.each([
  [
    'openshift-bare-metal',
    { kubevirtVersion: '1.6', openshiftVersion: '4.20', platform: 'bare-metal-ipi', workers: 2, architecture: 'amd64' },
  ],
  ['openshift-aws', { kubevirtVersion: '1.8', openshiftVersion: '4.22', platform: 'aws', workers: 2 }],
  ['kubernetes', { kubevirtVersion: '1.8', workers: 1, architecture: 'amd64' }],
])('%s', (folder, cluster) => {
  const text = profileText(dumpedCluster(dumpOf(folder)));
  const expected = join(__dirname, folder, EXPECTED);

  test('gives the profile', () => {
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });

  test('is a file that a profile is read from', () => {
    const profile = ClusterProfile.fromFile(expected);
    expect(profile).toMatchObject(cluster);
    expect(profile.objects.length).toBe(dumpedCluster(dumpOf(folder)).data.objects?.length);
  });
});

test('no password of a fence agent is kept', () => {
  const { data } = dumpedCluster(dumpOf('openshift-bare-metal'));
  expect(JSON.stringify(data)).not.toContain('hunter2');
});

test('what decides how long an outage lasts is kept', () => {
  const power = { 'cdk8s-kubevirt/bmc-power': 'shared' };
  const health = { spec: {}, metadata: { name: 'workers', annotations: power } };
  const documents = [
    { apiVersion: 'v1', kind: 'Node', metadata: { name: 'a' }, status: { nodeInfo: { kubeletVersion: 'v1.33.5', bootID: 'x' } } },
    { apiVersion: 'remediation.medik8s.io/v1alpha1', kind: 'NodeHealthCheck', ...health },
    {
      apiVersion: 'machine.openshift.io/v1beta1',
      kind: 'MachineHealthCheck',
      spec: {},
      metadata: { name: 'workers', annotations: { 'cluster.x-k8s.io/paused': '' } },
    },
    { apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1', kind: 'FenceAgentsRemediationTemplate', ...health },
    {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      metadata: { name: 'fast' },
      provisioner: 'disk.csi.azure.com',
      parameters: { skuName: 'Premium_ZRS', secret: 'hunter2' },
    },
  ];
  const kept = new Map((dumpedCluster(documents).data.objects as any[]).map((object) => [object.kind, object]));
  expect(kept.get('Node').status).toEqual({ nodeInfo: { kubeletVersion: 'v1.33.5' } });
  expect(kept.get('NodeHealthCheck').metadata.annotations).toEqual(power);
  expect(kept.get('MachineHealthCheck').metadata.annotations).toEqual({ 'cluster.x-k8s.io/paused': '' });
  expect(kept.get('FenceAgentsRemediationTemplate').metadata.annotations).toEqual(power);
  expect(kept.get('StorageClass').parameters).toEqual({ skuName: 'Premium_ZRS' });
});

test('of kube-controller-manager the flags are kept that decide how long an outage lasts, once', () => {
  const command = ['kube-controller-manager', '--node-monitor-grace-period=20s', '--service-account-private-key-file=/etc/sa.key'];
  const pods = ['a', 'b'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `kube-controller-manager-${name}`, namespace: 'kube-system' },
    spec: { nodeName: name, containers: [{ name: 'kube-controller-manager', command }] },
  }));
  const { data, others } = dumpedCluster(pods);
  expect(others).toBe(0);
  expect(data.objects).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'kube-controller-manager', namespace: 'kube-system', labels: { component: 'kube-controller-manager' } },
      spec: { containers: [{ name: 'kube-controller-manager', command: ['--node-monitor-grace-period=20s'] }] },
    },
  ]);
  const plain = pods.map((pod) => ({ ...pod, spec: { ...pod.spec, containers: [{ command: ['kube-controller-manager'] }] } }));
  expect(dumpedCluster(plain).data.objects).toEqual([]);
});
