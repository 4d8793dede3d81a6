import { ClusterProfile, type ClusterProfileOptions } from '../../src/cluster';
import type { FailureClass } from '../../src/facts';
import { ManifestGraph } from '../../src/graph';
import { type Recovery, type RecoveryStep, recoveryOf, type ZoneExtent } from '../../src/recovery';

/** A VM whose guest boots in 100 s, with the fields of its spec and of its template. */
export function vm(template: Record<string, unknown> = {}, { spec = {}, metadata = {} }: { spec?: object; metadata?: object } = {}) {
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name: 'db', namespace: 'shop', annotations: { 'cdk8s-kubevirt/boot-time': '100s' }, ...metadata },
    spec: {
      runStrategy: 'Always',
      template: {
        spec: {
          domain: { devices: { interfaces: [{ name: 'default', masquerade: {} }] }, memory: { guest: '8Gi' } },
          networks: [{ name: 'default', pod: {} }],
          ...template,
        },
      },
      ...spec,
    },
  };
}

/** The tolerations of a VM that leaves a lost node after some seconds. */
export function tolerations(seconds: number) {
  return ['not-ready', 'unreachable'].map((condition) => ({
    key: `node.kubernetes.io/${condition}`,
    operator: 'Exists',
    effect: 'NoExecute',
    tolerationSeconds: seconds,
  }));
}

const SELF_NODE_REMEDIATION = {
  apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
  kind: 'SelfNodeRemediationTemplate',
  namespace: 'openshift-workload-availability',
  name: 'self-node-remediation-automatic-strategy-template',
};

export const FENCE_AGENTS = {
  apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
  kind: 'FenceAgentsRemediationTemplate',
  namespace: 'openshift-workload-availability',
  name: 'redfish',
};

/** A NodeHealthCheck for workers, with self node remediation unless it says otherwise. */
export function nodeHealthCheck(duration: string, spec: Record<string, unknown> = { remediationTemplate: SELF_NODE_REMEDIATION }) {
  return {
    apiVersion: 'remediation.medik8s.io/v1alpha1',
    kind: 'NodeHealthCheck',
    metadata: { name: 'workers' },
    spec: {
      minHealthy: '51%',
      selector: { matchExpressions: [{ key: 'node-role.kubernetes.io/worker', operator: 'Exists' }] },
      unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, duration })),
      ...spec,
    },
  };
}

export function fenceAgentsTemplate(spec: Record<string, unknown>, metadata = {}) {
  const { apiVersion, kind, namespace, name } = FENCE_AGENTS;
  return {
    apiVersion,
    kind,
    metadata: { namespace, name, ...metadata },
    spec: { template: { spec: { agent: 'fence_redfish', ...spec } } },
  };
}

/** A worker with some pods at most. */
export function node(
  name: string,
  { zone, pods = 5, labels = {} }: { zone?: string; pods?: number; labels?: Record<string, string> } = {},
) {
  const zones: Record<string, string> = zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone };
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { 'kubernetes.io/hostname': name, 'node-role.kubernetes.io/worker': '', ...zones, ...labels } },
    status: { allocatable: { pods: String(pods) }, nodeInfo: { kubeletVersion: 'v1.36.3' } },
  };
}

/** kube-controller-manager with some flags. */
export function controllerManager(...flags: readonly string[]) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-controller-manager-0', namespace: 'kube-system', labels: { component: 'kube-controller-manager' } },
    spec: { containers: [{ name: 'kube-controller-manager', command: ['kube-controller-manager', ...flags] }] },
  };
}

export const OPENSHIFT = ClusterProfile.openshift('4.20', { workers: 6 });

export function openshift(options: ClusterProfileOptions): ClusterProfile {
  return ClusterProfile.openshift('4.20', options);
}

/** The recovery of the only VM among the documents. */
export function recover(failure: FailureClass, documents: readonly unknown[], cluster = OPENSHIFT, extent?: ZoneExtent): Recovery {
  const graph = new ManifestGraph(documents, true, cluster.objects);
  return recoveryOf(graph.virtualMachines[0], failure, graph, cluster, extent);
}

export function step({ steps }: Recovery, id: string): RecoveryStep {
  const found = steps.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw new Error(`no step ${id} among ${steps.map((candidate) => candidate.id).join(', ')}`);
  }
  return found;
}
