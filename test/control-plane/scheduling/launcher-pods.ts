import type { Amounts } from '../../../src/capacity';
import type { Manifest } from '../../../src/graph';

const OBSOLETE_HOST_MODEL = 'node-labeller.kubevirt.io/obsolete-host-model';
const BY_MODEL: readonly unknown[] = [undefined, '', 'host-model'];

/**
 * The pod of a VM as virt-controller makes it, as far as the scheduler reads it. What it asks for is given; all else is made of the
 * manifest here, of nothing that src/capacity has.
 *
 * One container asks for what all of them do: the scheduler reads the sum. The guest obeys at once when it is asked to go, because no
 * kubelet is there to wait for it.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/template.go `renderLaunchManifest`, `podLabels`,
 * `setNodeAffinityForPod`, `modifyNodeAffintyToRejectLabel`
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/nodeselectorrenderer.go `Render`
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/renderresources.go
 */
export function launcherPod({ metadata, spec }: Manifest, name: string, requests: Amounts): Manifest {
  const { metadata: labelled, spec: instance } = spec.template;
  const { affinity, tolerations, topologySpreadConstraints, priorityClassName } = instance;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: metadata?.namespace,
      labels: {
        ...labelled.labels,
        'kubevirt.io': 'virt-launcher',
        'kubevirt.io/created-by': `${metadata?.namespace}-${metadata?.name}`,
        'vm.kubevirt.io/name': metadata?.name,
        'vmi.kubevirt.io/id': metadata?.name,
      },
      ownerReferences: [
        { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachineInstance', name: metadata?.name, uid: name, controller: true },
      ],
    },
    spec: {
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      nodeSelector: nodeSelector(instance),
      affinity: { ...affinity, nodeAffinity: nodeAffinity(instance) },
      tolerations,
      topologySpreadConstraints,
      priorityClassName,
      volumes: persistentVolumes(instance),
      containers: [container('compute', requests)],
    },
  };
}

/**
 * The pod that holds the hot-plugged volumes of a VM; undefined: it has none.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/template.go `RenderHotplugAttachmentPodTemplate`
 */
export function attachmentPod(owner: Manifest, node: string, requests: Amounts): Manifest {
  const { name, namespace } = owner.metadata ?? {};
  const matchExpressions = [{ key: 'kubernetes.io/hostname', operator: 'In', values: [node] }];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `hp-volume-${name}`,
      namespace,
      labels: { 'kubevirt.io': 'hotplug-disk' },
      ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name, uid: name, controller: true }],
    },
    spec: {
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      automountServiceAccountToken: false,
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] } } },
      tolerations: [
        { key: 'node.kubernetes.io/unschedulable', operator: 'Exists', effect: 'NoSchedule' },
        ...(owner.spec.tolerations ?? []),
      ],
      containers: [container('hotplug-disk', requests)],
    },
  };
}

function nodeSelector({ domain, nodeSelector: own, architecture }: Record<string, any>) {
  const { cpu = {}, machine } = domain;
  const isNamed = !BY_MODEL.includes(cpu.model) && cpu.model !== 'host-passthrough';
  const features: { name: string; policy?: string }[] = cpu.features ?? [];
  const labels = [
    ...(cpu.dedicatedCpuPlacement ? ['kubevirt.io/cpumanager'] : []),
    ...(isNamed ? [`cpu-model.node.kubevirt.io/${cpu.model}`] : []),
    // The webhook writes the type that the KubeVirt object has, or this one.
    `machine-type.node.kubevirt.io/${machine?.type ?? 'q35'}`,
    ...features.filter(({ policy }) => !policy || policy === 'require').map(({ name }) => `cpu-feature.node.kubevirt.io/${name}`),
  ];
  const added = Object.fromEntries(labels.map((label) => [label, 'true']));
  return { 'kubevirt.io/schedulable': 'true', 'kubernetes.io/arch': architecture, ...own, ...added };
}

/** The alternatives of the VM, each with what KubeVirt wants to be absent. */
function nodeAffinity({ domain, affinity }: Record<string, any>) {
  const { nodeAffinity: own = {} } = affinity ?? {};
  const terms = own.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? [{}];
  const features: { name: string; policy?: string }[] = domain.cpu?.features ?? [];
  const absent = [
    ...(BY_MODEL.includes(domain.cpu?.model) ? [OBSOLETE_HOST_MODEL] : []),
    ...features.filter(({ policy }) => policy === 'forbid').map(({ name }) => `cpu-feature.node.kubevirt.io/${name}`),
  ].map((key) => ({ key, operator: 'DoesNotExist' }));
  if (absent.length === 0) {
    return own;
  }
  const nodeSelectorTerms = terms.map((term: Record<string, any>) => ({
    ...term,
    matchExpressions: [...(term.matchExpressions ?? []), ...absent],
  }));
  return { ...own, requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } };
}

function persistentVolumes({ volumes = [] }: Record<string, any>) {
  return volumes.filter(({ persistentVolumeClaim }: Record<string, any>) => persistentVolumeClaim?.hotpluggable !== true);
}

function container(name: string, { pods: _, ...requests }: Amounts): object {
  const entries = Object.entries(requests).map(([resource, amount]) => [resource, resource === 'cpu' ? `${amount}m` : String(amount)]);
  // What cannot be overcommitted is limited to what is asked for.
  const fixed = entries.filter(([resource]) => resource.includes('/') || resource.startsWith('hugepages-'));
  return { name, image: name, resources: { requests: Object.fromEntries(entries), limits: Object.fromEntries(fixed) } };
}
