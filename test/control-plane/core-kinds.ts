import type { Manifest } from '../../src/graph';

type Fields = Record<string, any>;

const object = (apiVersion: string, kind: string, fields: Fields, namespace: string | undefined = 'shop'): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'web', namespace, labels: { app: 'web' } },
  ...fields,
});

/** An object of each kind of Kubernetes itself that stands beside VMs. */
export const CORE_OBJECTS: readonly Manifest[] = [
  object('v1', 'Service', {
    spec: {
      type: 'NodePort',
      selector: { app: 'web' },
      externalTrafficPolicy: 'Local',
      sessionAffinity: 'ClientIP',
      sessionAffinityConfig: { clientIP: { timeoutSeconds: 600 } },
      ports: [
        { name: 'http', port: 80, targetPort: 8080, nodePort: 30080, protocol: 'TCP' },
        { name: 'ssh', port: 22, targetPort: 'ssh' },
      ],
    },
  }),
  object('networking.k8s.io/v1', 'Ingress', {
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: ['shop.example.com'], secretName: 'shop-tls' }],
      rules: [
        {
          host: 'shop.example.com',
          http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 80 } } } }] },
        },
      ],
    },
  }),
  object('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: {
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress', 'Egress'],
      ingress: [
        {
          from: [{ namespaceSelector: { matchExpressions: [{ key: 'team', operator: 'In', values: ['shop'] }] } }],
          ports: [{ protocol: 'TCP', port: 8080, endPort: 8090 }],
        },
      ],
      egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }],
    },
  }),
  object('policy/v1', 'PodDisruptionBudget', {
    spec: { minAvailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: { matchLabels: { app: 'web' } } },
  }),
  object('v1', 'Secret', { type: 'Opaque', immutable: true, data: { password: 'c2VjcmV0' }, stringData: { user: 'web' } }),
  object('v1', 'ConfigMap', { immutable: true, data: { 'settings.ini': 'a=b' }, binaryData: { logo: 'AAAA' } }),
  object('batch/v1', 'CronJob', {
    spec: {
      schedule: '0 4 * * *',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      successfulJobsHistoryLimit: 3,
      jobTemplate: {
        spec: {
          backoffLimit: 2,
          template: { spec: { restartPolicy: 'Never', containers: [{ name: 'job', image: 'registry.example.com/job:1' }] } },
        },
      },
    },
  }),
  object('v1', 'PersistentVolumeClaim', {
    spec: { accessModes: ['ReadWriteMany'], volumeMode: 'Block', storageClassName: 'ceph', resources: { requests: { storage: '30Gi' } } },
  }),
  object('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: 'web' },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    },
  }),
  object('scheduling.k8s.io/v1', 'PriorityClass', { value: 1000, preemptionPolicy: 'Never', globalDefault: false }, undefined),
  object('v1', 'Namespace', {}, undefined),
];

/** One thing that somebody got wrong. */
export interface Mutant {
  /** What was done: the path, and what stands there. */
  readonly change: string;
  readonly manifest: Manifest;
}

const WRONG: readonly unknown[] = [-1, 0, 70_000, 1_000_000_001, true, '', 'Upper_Case', '10', '30 Gi', 'a'.repeat(70), [], {}];

/** Every field of an object left out, repeated, misspelt, and with wrong values. */
export function mutantsOf(manifest: Manifest): Mutant[] {
  return placesIn(manifest, [])
    .filter(([first]) => first !== 'apiVersion' && first !== 'kind' && first !== 'metadata')
    .flatMap((path) => changesAt(manifest, path));
}

function placesIn(value: unknown, path: readonly (string | number)[]): (readonly (string | number)[])[] {
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((entry, index) => [index, entry])
    : Object.entries(typeof value === 'object' && value !== null ? value : {});
  return entries.flatMap(([key, entry]) => [[...path, key], ...placesIn(entry, [...path, key])]);
}

function changesAt(manifest: Manifest, path: readonly (string | number)[]): Mutant[] {
  const key = path[path.length - 1];
  const name = path.join('.');
  const mutant = (what: string, change: (parent: any) => void): Mutant => {
    const copy = structuredClone(manifest);
    change(path.slice(0, -1).reduce<any>((parent, step) => parent[step], copy));
    return { change: `${name} ${what}`, manifest: copy };
  };
  const wrong = WRONG.map((value) =>
    mutant(`= ${JSON.stringify(value)}`, (parent) => {
      parent[key] = value;
    }),
  );
  if (typeof key === 'number') {
    return [...wrong, mutant('twice', (parent) => parent.push(structuredClone(parent[key])))];
  }
  return [
    ...wrong,
    mutant('left out', (parent) => {
      delete parent[key];
    }),
    mutant('misspelt', (parent) => {
      parent[`${key}s`] = parent[key];
      delete parent[key];
    }),
  ];
}
