import type { Manifest } from '../../src/graph';

type Fields = Record<string, any>;

const clusterObject = (apiVersion: string, kind: string, fields: Fields): Manifest => ({
  apiVersion,
  kind,
  metadata: { name: 'web', labels: { app: 'web' } },
  ...fields,
});

const object = (apiVersion: string, kind: string, fields: Fields): Manifest => {
  const manifest = clusterObject(apiVersion, kind, fields);
  return { ...manifest, metadata: { ...manifest.metadata, namespace: 'shop' } };
};

const SELECTOR = { matchLabels: { app: 'web' } };

const pod = (restartPolicy: string): Fields => ({
  metadata: { labels: { app: 'web' } },
  spec: { restartPolicy, containers: [{ name: 'web', image: 'registry.example.com/web:1' }] },
});

const RULES = [{ apiGroups: ['kubevirt.io'], resources: ['virtualmachines'], resourceNames: ['web'], verbs: ['get'] }];

const bindingOf = (kind: string): Fields => ({
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: 'web' },
  subjects: [{ kind: 'ServiceAccount', name: 'web', namespace: 'shop' }],
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
      egress: [{ ports: [{ protocol: 'UDP', port: 53, endPort: 54 }], to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] }],
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
  clusterObject('scheduling.k8s.io/v1', 'PriorityClass', { value: 1000, preemptionPolicy: 'Never', globalDefault: false }),
  clusterObject('v1', 'Namespace', {}),
  object('v1', 'ServiceAccount', { automountServiceAccountToken: false, imagePullSecrets: [{ name: 'registry' }] }),
  object('v1', 'ResourceQuota', { spec: { hard: { pods: '10', 'requests.memory': '64Gi' }, scopes: ['NotBestEffort'] } }),
  object('v1', 'LimitRange', { spec: { limits: [{ type: 'Container', default: { cpu: '1' }, max: { cpu: 2 } }] } }),
  object('v1', 'Pod', {
    spec: {
      nodeSelector: { zone: 'a' },
      priorityClassName: 'system-node-critical',
      terminationGracePeriodSeconds: 60,
      securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
      tolerations: [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 }],
      topologySpreadConstraints: [
        { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector: SELECTOR },
      ],
      affinity: {
        podAntiAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [
            { weight: 10, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: SELECTOR } },
          ],
        },
      },
      containers: [
        {
          name: 'web',
          image: 'registry.example.com/web:1',
          imagePullPolicy: 'IfNotPresent',
          command: ['serve'],
          ports: [{ name: 'http', containerPort: 8080, protocol: 'TCP' }],
          env: [{ name: 'MODE', value: 'production' }],
          envFrom: [{ configMapRef: { name: 'settings', optional: true } }],
          resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: 1073741824 } },
          readinessProbe: { httpGet: { path: '/', port: 'http', scheme: 'HTTP' }, periodSeconds: 5, failureThreshold: 3 },
          volumeMounts: [{ name: 'settings', mountPath: '/settings', readOnly: true }],
          securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
        },
      ],
      volumes: [
        { name: 'settings', configMap: { name: 'settings', defaultMode: 0o444, items: [{ key: 'a', path: 'a' }] } },
        { name: 'scratch', emptyDir: { sizeLimit: '1Gi' } },
      ],
    },
  }),
  object('apps/v1', 'Deployment', {
    spec: {
      replicas: 2,
      selector: SELECTOR,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
      template: pod('Always'),
    },
  }),
  object('apps/v1', 'StatefulSet', {
    spec: { replicas: 2, serviceName: 'web', podManagementPolicy: 'Parallel', selector: SELECTOR, template: pod('Always') },
  }),
  object('apps/v1', 'DaemonSet', { spec: { selector: SELECTOR, updateStrategy: { type: 'RollingUpdate' }, template: pod('Always') } }),
  object('apps/v1', 'ReplicaSet', { spec: { replicas: 2, selector: SELECTOR, template: pod('Always') } }),
  object('batch/v1', 'Job', { spec: { backoffLimit: 2, completions: 1, ttlSecondsAfterFinished: 600, template: pod('Never') } }),
  object('autoscaling/v1', 'HorizontalPodAutoscaler', {
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: 'web' },
      targetCPUUtilizationPercentage: 70,
    },
  }),
  object('discovery.k8s.io/v1', 'EndpointSlice', {
    addressType: 'IPv4',
    endpoints: [{ addresses: ['10.1.2.3'], conditions: { ready: true }, hostname: 'web-0' }],
    ports: [{ name: 'http', port: 80, protocol: 'TCP' }],
  }),
  clusterObject('networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'example.com/ingress' } }),
  object('rbac.authorization.k8s.io/v1', 'Role', { rules: RULES }),
  clusterObject('rbac.authorization.k8s.io/v1', 'ClusterRole', { rules: RULES }),
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', bindingOf('Role')),
  clusterObject('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', bindingOf('ClusterRole')),
  clusterObject('storage.k8s.io/v1', 'StorageClass', {
    provisioner: 'example.com/disks',
    parameters: { pool: 'fast' },
    reclaimPolicy: 'Retain',
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
  }),
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
    // Not structuredClone: what several places share would be changed in all of them.
    const copy = JSON.parse(JSON.stringify(manifest));
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
