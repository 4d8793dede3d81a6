import { stringify } from 'yaml';
import { node } from './clusters';

const ZONES = ['a', 'b', 'c'];
const HOSTS = ['worker-0', 'worker-1', 'worker-2', 'worker-3', 'worker-4', 'worker-5'];
const ZONE_LABEL = 'topology.kubernetes.io/zone';

/** Ten VMs on each host: memory in GiB by what they are for. */
const ON_EACH_HOST: readonly (readonly [app: string, memory: number])[] = [
  ['web', 8],
  ['web', 8],
  ['mail', 6],
  ['mail', 6],
  ['files', 12],
  ['files', 12],
  ['batch', 4],
  ['batch', 4],
  ['batch', 4],
];

function machine(name: string, app: string, memory: number) {
  const isDatabase = app === 'db';
  const away = {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: ZONE_LABEL, labelSelector: { matchLabels: { app } } }],
    },
  };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: 'shop' },
    spec: {
      runStrategy: 'Always',
      template: {
        metadata: { labels: { app } },
        spec: {
          architecture: 'amd64',
          domain: { memory: { guest: `${memory}Gi` }, cpu: { cores: 2 }, devices: {} },
          ...(app === 'batch' ? { priorityClassName: 'batch' } : {}),
          ...(isDatabase ? { affinity: away } : {}),
        },
      },
    },
  };
}

/** 60 VMs on 6 hosts in 3 zones: the manifests, and the profile of the cluster, as files. */
export function sixtyVms(addedHosts = 0, settings: object = {}) {
  const placed: { vm: ReturnType<typeof machine>; host: string }[] = [];
  HOSTS.forEach((host, index) => {
    ON_EACH_HOST.forEach(([app, memory], position) => {
      placed.push({ vm: machine(`${app}-${index}-${position}`, app, memory), host });
    });
    const isDatabase = index < ZONES.length;
    placed.push({ vm: isDatabase ? machine(`db-${index}`, 'db', 24) : machine(`cache-${index}`, 'cache', 24), host });
  });
  const hosts = [...HOSTS, ...Array.from({ length: addedHosts }, (_, index) => `worker-${HOSTS.length + index}`)];
  const cluster = {
    kubevirt: '1.8',
    ...settings,
    objects: [
      ...hosts.map((host, index) => node(host, { zone: ZONES[index % ZONES.length], memory: 112, cpu: 32 })),
      { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', metadata: { name: 'batch' }, value: -100 },
    ],
    podRequests: [
      ...hosts.map((host) => ({ node: host, requests: { cpu: '2', memory: '6Gi', pods: '25' } })),
      ...placed.map(({ vm, host }) => ({ node: host, virtualMachine: `shop/${vm.metadata.name}`, requests: {} })),
    ],
  };
  return { 'cluster.yaml': stringify(cluster), 'vms.yaml': placed.map(({ vm }) => stringify(vm)).join('---\n') };
}
