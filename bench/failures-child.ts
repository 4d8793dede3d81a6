import { ruleContext } from '../src/audit';
import { capacityAnswers, FailureModel } from '../src/capacity';
import { ClusterProfile } from '../src/cluster';
import { judgeRecoveries, reportRecoveries } from './recovery';

const HOSTS = 100;
const VMS = 1000;
const ZONES = ['a', 'b', 'c'];
/** Memory of guests in GiB: hosts are half full. */
const SIZES = [4, 8, 8, 16, 16, 16, 32, 8, 12, 8];
const MICROSECONDS = 1e6;

/** Measures in a process of its own, and prints seconds by what they are of. */
function main(): void {
  const [kept, missed] = ['2h', '1m'].map((objective) => contextOf(objective));
  const recovery = secondsOf(() => judgeRecoveries(kept.graph, kept.cluster));
  const oneHost = secondsOf(() => capacityAnswers(new FailureModel(kept), 1));
  const twoHosts = secondsOf(() => capacityAnswers(new FailureModel(kept), 2));
  const reports = secondsOf(() => reportRecoveries(missed.graph, missed.cluster));
  console.log(JSON.stringify({ recovery, oneHost, twoHosts, reports }));
}

function contextOf(objective: string) {
  return ruleContext([...vms(objective), healthCheck()], ClusterProfile.kubevirt('1.8', { objects: nodes() }));
}

function secondsOf(reckon: () => unknown): number {
  const before = process.cpuUsage();
  reckon();
  const { user, system } = process.cpuUsage(before);
  return Number(((user + system) / MICROSECONDS).toFixed(2));
}

const WORKER = 'node-role.kubernetes.io/worker';

/** With it each VM comes back. */
function healthCheck(): object {
  return {
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: {
      minHealthy: '51%',
      selector: { matchExpressions: [{ key: WORKER, operator: 'Exists' }] },
      unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, duration: '300s' })),
      remediationTemplate: {
        apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
        kind: 'SelfNodeRemediationTemplate',
        namespace: 'self-node-remediation',
        name: 'automatic',
      },
    },
  };
}

function nodes(): object[] {
  const devices = { 'devices.kubevirt.io/kvm': '1k', 'devices.kubevirt.io/tun': '1k', 'devices.kubevirt.io/vhost-net': '1k' };
  return Array.from({ length: HOSTS }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `worker-${index}`, labels: { [WORKER]: '', 'topology.kubernetes.io/zone': ZONES[index % ZONES.length] } },
    status: { allocatable: { cpu: '64', memory: '256Gi', pods: '250', 'ephemeral-storage': '1Ti', ...devices } },
  }));
}

/** Three VMs an app, each on a host of its own, and some spread over zones. No two of them boot as fast. */
function vms(objective: string): object[] {
  return Array.from({ length: VMS }, (_, index) => {
    const app = `app-${Math.floor(index / 3)}`;
    const labelSelector = { matchLabels: { app } };
    const apart = { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'kubernetes.io/hostname', labelSelector }] };
    const spread = {
      topologyKey: 'topology.kubernetes.io/zone',
      maxSkew: 1,
      whenUnsatisfiable: 'DoNotSchedule',
      nodeTaintsPolicy: 'Honor',
    };
    return {
      apiVersion: 'kubevirt.io/v1',
      kind: 'VirtualMachine',
      metadata: {
        name: `vm-${index}`,
        namespace: 'shop',
        annotations: { 'cdk8s-kubevirt/boot-time': `${60 + index}s`, 'cdk8s-kubevirt/recovery-objective': objective },
      },
      spec: {
        runStrategy: 'Always',
        template: {
          metadata: { labels: { app } },
          spec: {
            domain: {
              memory: { guest: `${SIZES[index % SIZES.length]}Gi` },
              devices: { interfaces: [{ name: 'default', masquerade: {} }], watchdog: { name: 'watchdog', i6300esb: { action: 'reset' } } },
            },
            networks: [{ name: 'default', pod: {} }],
            livenessProbe: { tcpSocket: { port: 8080 }, failureThreshold: 6 },
            readinessProbe: { tcpSocket: { port: 8080 } },

            affinity: { podAntiAffinity: apart },
            topologySpreadConstraints: index % 5 === 0 ? [{ ...spread, labelSelector }] : [],
          },
        },
      },
    };
  });
}

main();
