import { ClusterProfile } from 'cdk8s-kubevirt';
import { ruleContext } from '../../src/audit/evaluate-manifests';
import { FailureModel } from '../../src/capacity';

export const GIB = 1024 ** 3;

export interface NodeOptions {
  readonly zone?: string;
  readonly memory?: number;
  readonly cpu?: number;
  readonly pods?: number;
  readonly labels?: object;
  readonly taints?: object[];
  readonly resources?: object;
  readonly isReady?: boolean;
}

/** A node with memory in GiB. */
export function node(name: string, options: NodeOptions = {}) {
  const { zone, memory = 256, cpu = 64, pods = 250, labels, taints, resources, isReady = true } = options;
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: { ...(zone === undefined ? {} : { 'topology.kubernetes.io/zone': zone }), ...labels } },
    spec: { taints },
    status: {
      allocatable: { cpu: String(cpu), memory: `${memory}Gi`, pods: String(pods), 'ephemeral-storage': '100G', ...DEVICES, ...resources },
      conditions: [{ type: 'Ready', status: isReady ? 'True' : 'Unknown' }],
    },
  };
}

const DEVICES = { 'devices.kubevirt.io/kvm': '1k', 'devices.kubevirt.io/tun': '1k', 'devices.kubevirt.io/vhost-net': '1k' };

export interface VmOptions {
  readonly memory?: number;
  readonly cpu?: string;
  readonly labels?: object;
  readonly vm?: object;
  readonly spec?: object;
}

/** A VM whose pod asks for that much memory in GiB, overhead and all. */
export function vm(name: string, { memory = 8, cpu, labels = { app: name }, vm: machine, spec }: VmOptions = {}) {
  const resources = { requests: { memory: `${memory}Gi`, cpu }, overcommitGuestOverhead: true };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: 'shop' },
    spec: {
      runStrategy: 'Always',
      ...machine,
      template: { metadata: { labels }, spec: { domain: { resources, devices: { logSerialConsole: false } }, ...spec } },
    },
  };
}

/** Where a VM runs, as its instance says that KubeVirt has made. */
export function instance(name: string, nodeName: string) {
  const ownerReferences = [{ apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name, controller: true }];
  const metadata = { name, namespace: 'shop', ownerReferences };
  return { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', metadata, status: { nodeName } };
}

/** Nodes on which nothing else runs. */
export function profile(nodes: readonly ReturnType<typeof node>[], objects: readonly object[] = []) {
  const podRequests = nodes.map(({ metadata }) => ({ node: metadata.name, requests: { cpu: '0', memory: '0', pods: '0' } }));
  return ClusterProfile.kubevirt('1.8', { objects: [...nodes, ...objects], podRequests });
}

export function contextOf(cluster: ClusterProfile, manifests: readonly object[]) {
  return ruleContext(manifests, cluster);
}

/** What becomes of VMs when nodes are lost on which nothing else runs. */
export function modelOf(nodes: readonly ReturnType<typeof node>[], manifests: readonly object[], objects: readonly object[] = []) {
  return new FailureModel(contextOf(profile(nodes, objects), manifests));
}
