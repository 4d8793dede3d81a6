import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClusterProfile, Platform } from 'cdk8s-kubevirt';
import { ruleContext } from '../../src/audit';
import { FailureClass } from '../../src/facts';
import { type Recovery, recoveriesOf } from '../../src/recovery';
import { REPOSITORY } from './fence';

const page = readFileSync(join(REPOSITORY, 'docs/node-failures.md'), 'utf8');

/** As a HighlyAvailableVM with an objective of ten minutes has them. */
const tolerations = ['not-ready', 'unreachable'].map((condition) => ({
  key: `node.kubernetes.io/${condition}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 120,
}));
const VM = {
  apiVersion: 'kubevirt.io/v1',
  kind: 'VirtualMachine',
  metadata: { name: 'web', namespace: 'shop', annotations: { 'cdk8s-kubevirt/boot-time': '120s' } },
  spec: { runStrategy: 'Always', template: { spec: { tolerations, domain: { memory: { guest: '2Gi' }, devices: {} } } } },
};

function nodeHealthCheck(group: string, duration = '300s'): object {
  const kind = group === 'self-node-remediation' ? 'SelfNodeRemediationTemplate' : 'FenceAgentsRemediationTemplate';
  return {
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: {
      minHealthy: '51%',
      selector: { matchExpressions: [{ key: 'node-role.kubernetes.io/worker', operator: 'Exists' }] },
      unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, duration })),
      remediationTemplate: { apiVersion: `${group}.medik8s.io/v1alpha1`, kind, namespace: 'openshift-workload-availability', name: 'x' },
    },
  };
}

const POWER_CYCLE = {
  apiVersion: 'machine.openshift.io/v1beta1',
  kind: 'MachineHealthCheck',
  metadata: {
    name: 'workers',
    namespace: 'openshift-machine-api',
    annotations: { 'machine.openshift.io/remediation-strategy': 'external-baremetal' },
  },
  spec: {
    maxUnhealthy: '40%',
    selector: { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': 'worker' } },
    unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, timeout: '300s' })),
  },
};

function nodeLoss(...checks: readonly object[]): Recovery {
  const cluster = ClusterProfile.openshift('4.20', { platform: Platform.BARE_METAL_IPI, workers: 6 });
  const [recovery] = recoveriesOf(ruleContext([VM, ...checks], cluster).graph, cluster, [FailureClass.NODE_LOSS]);
  return recovery;
}

const shown = (seconds: number | undefined) => (seconds === undefined ? 'never' : `${seconds} s`);

test.each([
  ['none', []],
  ['fence agents (IPMI, Redfish)', [nodeHealthCheck('fence-agents-remediation')]],
  ['power cycle by Metal3', [POWER_CYCLE]],
  ['self node remediation', [nodeHealthCheck('self-node-remediation')]],
])('pods are gone when the page says: %s', (name, checks) => {
  const end = nodeLoss(...checks).steps.find(({ id }) => id === 'pods-gone')?.end;
  expect(page).toContain(`| ${name} | ${shown(end?.best)} | ${shown(end?.worst)}`);
});

test('the steps of a node loss are those of the page, and add up', () => {
  const { steps, criticalPath, outage } = nodeLoss(nodeHealthCheck('self-node-remediation'));
  const rows = [...page.slice(page.indexOf('| step | at worst |')).matchAll(/^\| [^|]+ \| ([\d.]+ s) \| [^|]+ \|$/gm)];
  const durations = criticalPath.map((id) => shown(steps.find((step) => step.id === id)?.duration.worst));
  expect(rows.slice(0, durations.length).map(([, seconds]) => seconds)).toEqual(durations);
  expect(page).toContain(`Up to ${durations[0]} of it are Kubernetes'`);
  expect(page).toContain(`That is ${shown(outage.worst)}: too long for an objective of 10 minutes.`);
});

test('a shorter patience gives what the page says', () => {
  const { outage } = nodeLoss(nodeHealthCheck('self-node-remediation', '60s'));
  expect(page).toContain(`With an unhealthy timeout of 60 s it is ${shown(outage.worst)}:`);
});
