import type { Manifest } from '../../src/graph';

/** Manifests of so many objects of each kind that all have to do with one another. */
export type Crowd = (count: number) => Manifest[];

const NAMESPACE = 'shop';

function object(apiVersion: string, kind: string, name: string, rest: object, metadata: object = {}): Manifest {
  return { apiVersion, kind, metadata: { name, namespace: NAMESPACE, ...metadata }, ...rest };
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Ten labels have a thousand subsets: selectors that differ and select the same. */
const LABELS = Object.fromEntries(many(10, (index) => [`label-${index}`, 'on']));

function subset(index: number): Record<string, string> {
  return Object.fromEntries(Object.entries({ app: 'web', ...LABELS }).filter((_, bit) => bit === 0 || ((index >> (bit - 1)) & 1) === 1));
}

interface MachineOptions {
  readonly spec?: object;
  readonly devices?: object;
  readonly volumes?: readonly object[];
  readonly more?: object;
  readonly annotations?: object;
}

function machine(index: number, { spec = {}, devices = {}, volumes = [], more = {}, annotations = {} }: MachineOptions = {}): Manifest {
  const own = {
    domain: {
      memory: { guest: '2Gi' },
      cpu: { cores: 1 },
      devices: { interfaces: [{ name: 'default', masquerade: {}, ports: [{ name: 'http', port: 8080 }] }], ...devices },
    },
    networks: [{ name: 'default', pod: {} }],
    volumes,
    ...spec,
  };
  const template = { metadata: { labels: { app: 'web', ...LABELS } }, spec: own };
  return object(
    'kubevirt.io/v1',
    'VirtualMachine',
    `web-${index}`,
    { spec: { runStrategy: 'Always', template, ...more } },
    { labels: { app: 'web' }, annotations },
  );
}

function machines(count: number, options?: MachineOptions): Manifest[] {
  return many(count, (index) => machine(index, options));
}

function service(index: number, spec: object = {}, selector: object = subset(index)): Manifest {
  return object('v1', 'Service', `web-${index}`, { spec: { selector, ports: [{ name: 'http', port: 80, targetPort: 8080 }], ...spec } });
}

function route(index: number, spec: object = {}): Manifest {
  const own = {
    host: `web-${index}.example.com`,
    to: { kind: 'Service', name: `web-${index}` },
    port: { targetPort: 'http' },
    tls: { termination: 'edge' },
  };
  return object('route.openshift.io/v1', 'Route', `web-${index}`, { spec: { ...own, ...spec } });
}

const TEMPLATE = 'fence';

/** By name; what each has in thousands is in the name. */
export const CROWDS: Readonly<Record<string, Crowd>> = {
  'Services × VMs, equal selectors': (count) => [...machines(count), ...many(count, (index) => service(index, {}, { app: 'web' }))],
  'Services × VMs, different selectors': (count) => [...machines(count), ...many(count, (index) => service(index))],
  'Services × VMs with a probe of another port': (count) => [
    ...machines(count, { spec: { readinessProbe: { tcpSocket: { port: 9 } } } }),
    ...many(count, (index) => service(index)),
  ],
  'headless Services × VMs': (count) => [...machines(count), ...many(count, (index) => service(index, { clusterIP: 'None' }))],
  'headless Services × VMs with host names': (count) => [
    ...many(count, (index) => machine(index, { spec: { hostname: `web-${index}` } })),
    ...many(count, (index) => service(index, { clusterIP: 'None' })),
  ],
  'headless Services × VMs in subdomains of other names': (count) => [
    ...many(count, (index) => machine(index, { spec: { subdomain: `other-${index}` } })),
    ...many(count, (index) => service(index, { clusterIP: 'None' })),
  ],
  'Services for SSH × VMs': (count) => [...machines(count), ...many(count, (index) => service(index, { ports: [{ port: 22 }] }))],
  'Services of ports that no VM forwards × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) => service(index, { ports: [{ port: 9, targetPort: 9 }] })),
  ],
  'Services of named ports × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) => service(index, { ports: [{ port: 9, targetPort: 'other' }] })),
  ],
  'Services × VMs without the pod network': (count) => [
    ...machines(count, {
      spec: { networks: [{ name: 'default', multus: { networkName: 'lan' } }] },
      devices: { interfaces: [{ name: 'default', bridge: {} }] },
    }),
    ...many(count, (index) => service(index)),
  ],
  'NetworkPolicies × VMs × Services × Routes': (count) => [
    ...machines(count),
    ...many(count, (index) => service(index)),
    ...many(count, (index) => route(index)),
    ...many(count, (index) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', `web-${index}`, {
        spec: { podSelector: { matchLabels: subset(index) }, policyTypes: ['Ingress'], ingress: [{ from: [{ podSelector: {} }] }] },
      }),
    ),
  ],
  'load balancers × VMs × NetworkPolicies for named ports': (count) => [
    ...machines(count),
    ...many(count, (index) => service(index, { type: 'LoadBalancer' })),
    ...many(count, (index) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', `web-${index}`, {
        spec: { podSelector: { matchLabels: subset(index) }, ingress: [{ ports: [{ port: 'metrics' }, { port: 9 }] }] },
      }),
    ),
  ],
  'load balancers for SSH × VMs × NetworkPolicies': (count) => [
    ...machines(count),
    ...many(count, (index) => service(index, { type: 'LoadBalancer', ports: [{ port: 22 }] })),
    ...many(count, (index) =>
      object('networking.k8s.io/v1', 'NetworkPolicy', `web-${index}`, {
        spec: { podSelector: { matchLabels: subset(index) }, ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
      }),
    ),
  ],
  'PodDisruptionBudgets × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) =>
      object('policy/v1', 'PodDisruptionBudget', `web-${index}`, {
        spec: { minAvailable: count, selector: { matchLabels: subset(index) } },
      }),
    ),
  ],
  'MigrationPolicies × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) => ({
      apiVersion: 'migrations.kubevirt.io/v1alpha1',
      kind: 'MigrationPolicy',
      metadata: { name: `policy-${index}` },
      spec: { selectors: { virtualMachineInstanceSelector: subset(index) } },
    })),
  ],
  'autoscalers × pools': (count) => [
    ...many(count, (index) =>
      object('pool.kubevirt.io/v1beta1', 'VirtualMachinePool', `pool-${index}`, {
        spec: {
          selector: { matchLabels: { app: 'web' } },
          virtualMachineTemplate: {
            metadata: { labels: { app: 'web' } },
            spec: {
              runStrategy: 'Always',
              template: { metadata: { labels: { app: 'web' } }, spec: { domain: { memory: { guest: '1Gi' }, devices: {} } } },
            },
          },
        },
      }),
    ),
    ...many(count, (index) =>
      object('autoscaling/v2', 'HorizontalPodAutoscaler', `pool-${index}`, {
        spec: {
          scaleTargetRef: { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: `pool-${index}` },
          maxReplicas: 3,
          metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
        },
      }),
    ),
  ],
  'autoscalers of pools that are not there × pools': (count) => [
    ...many(count, (index) => object('pool.kubevirt.io/v1beta1', 'VirtualMachinePool', `front-${index}`, { spec: {} })),
    ...many(count, (index) =>
      object('autoscaling/v2', 'HorizontalPodAutoscaler', `back-${index}`, {
        spec: { scaleTargetRef: { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', name: `pack-${index}-pool` } },
      }),
    ),
  ],
  'Routes to Services that are not there × Services': (count) => [
    ...many(count, (index) => service(index)),
    ...many(count, (index) => route(index, { to: { kind: 'Service', name: `wep-${count + index}-site` } })),
  ],
  'Routes to a Service of another namespace': (count) => [
    ...many(count, (index) => object('v1', 'Service', 'api', { spec: {} }, { namespace: `shop-${index}` })),
    ...many(count, (index) => route(index, { to: { kind: 'Service', name: 'api' } })),
    ...many(count, (index) =>
      object(
        'route.openshift.io/v1',
        'Route',
        `web-${index % 1000}`,
        { spec: { host: `${index}.example.org`, to: { kind: 'Service', name: 'api' } } },
        { namespace: `shop-${index}` },
      ),
    ),
  ],
  'Routes on one host to one Service': (count) => [
    service(0),
    ...machines(2),
    ...many(count, (index) => route(index, { host: 'web.example.com', to: { kind: 'Service', name: 'web-0' } })),
  ],
  'Routes on one host in other namespaces': (count) =>
    many(count, (index) =>
      object(
        'route.openshift.io/v1',
        'Route',
        'web',
        { spec: { host: 'web.example.com', path: `/${index}`, to: { kind: 'Service', name: 'web' } } },
        { namespace: `shop-${index}` },
      ),
    ),
  'Ingresses on one host to one Service': (count) => [
    service(0),
    ...machines(2),
    ...many(count, (index) =>
      object(
        'networking.k8s.io/v1',
        'Ingress',
        `web-${index}`,
        {
          spec: {
            ingressClassName: 'nginx',
            rules: [
              {
                host: 'web.example.com',
                http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web-0', port: { number: 80 } } } }] },
              },
            ],
          },
        },
        { annotations: { 'nginx.ingress.kubernetes.io/affinity': index % 2 ? 'cookie' : '' } },
      ),
    ),
  ],
  'HTTPRoutes to one Service': (count) => [
    service(0),
    ...machines(2),
    ...many(count, (index) =>
      object('gateway.networking.k8s.io/v1', 'HTTPRoute', `web-${index}`, {
        spec: { parentRefs: [{ name: 'gateway' }], rules: [{ backendRefs: [{ name: 'web-0', port: 80 }] }] },
      }),
    ),
  ],
  'DataVolumes of one source': (count) =>
    many(count, (index) =>
      object('cdi.kubevirt.io/v1beta1', 'DataVolume', `disk-${index}`, {
        spec: { source: { pvc: { name: 'golden', namespace: NAMESPACE } }, storage: {} },
      }),
    ),
  'VMs on one claim': (count) =>
    machines(count, {
      devices: { disks: [{ name: 'root', disk: {} }] },
      volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }],
    }),
  'VMs with templates of one name': (count) =>
    machines(count, {
      more: {
        dataVolumeTemplates: [
          { metadata: { name: 'root' }, spec: { source: { pvc: { name: 'golden', namespace: NAMESPACE } }, storage: {} } },
        ],
      },
      devices: { disks: [{ name: 'root', disk: {} }] },
      volumes: [{ name: 'root', dataVolume: { name: 'root' } }],
    }),
  'VMs with one MAC address': (count) =>
    machines(count, { devices: { interfaces: [{ name: 'default', masquerade: {}, macAddress: '02:00:00:00:00:01' }] } }),
  'VMs that keep away from one another': (count) =>
    machines(count, {
      annotations: { 'cdk8s-kubevirt/intent': 'highly-available' },
      spec: {
        affinity: {
          podAntiAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: [
              { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'web' } } },
            ],
          },
        },
        topologySpreadConstraints: [
          {
            maxSkew: 1,
            topologyKey: 'topology.kubernetes.io/zone',
            whenUnsatisfiable: 'DoNotSchedule',
            labelSelector: { matchLabels: { app: 'web' } },
          },
        ],
      },
    }),
  'restores of one VM': (count) => [
    machine(0),
    ...many(count, (index) =>
      object('snapshot.kubevirt.io/v1beta1', 'VirtualMachineRestore', `restore-${index}`, {
        spec: {
          target: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web-0' },
          virtualMachineSnapshotName: `snapshot-${index}`,
        },
      }),
    ),
  ],
  'snapshots of one VM': (count) => [
    machine(0),
    ...many(count, (index) =>
      object('snapshot.kubevirt.io/v1beta1', 'VirtualMachineSnapshot', `snapshot-${index}`, {
        spec: { source: { apiGroup: 'kubevirt.io', kind: 'VirtualMachine', name: 'web-0' } },
      }),
    ),
  ],
  'migrations of one VM': (count) => [
    machine(0),
    ...many(count, (index) =>
      object('kubevirt.io/v1', 'VirtualMachineInstanceMigration', `migration-${index}`, { spec: { vmiName: 'web-0' } }),
    ),
  ],
  'ResourceQuotas × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) =>
      object('v1', 'ResourceQuota', `quota-${index}`, {
        spec: { hard: { 'requests.memory': '1Gi', 'limits.memory': '1Gi', 'requests.cpu': '1m', 'limits.cpu': '1m' } },
      }),
    ),
  ],
  'presets × VMs': (count) => [
    ...machines(count),
    ...many(count, (index) =>
      object('kubevirt.io/v1', 'VirtualMachineInstancePreset', `preset-${index}`, {
        spec: { selector: { matchLabels: subset(index) }, domain: {} },
      }),
    ),
  ],
  'instance types and preferences × VMs': (count) => [
    ...many(count, (index) =>
      machine(index, {
        more: {
          instancetype: { kind: 'VirtualMachineInstancetype', name: `type-${index}` },
          preference: { kind: 'VirtualMachinePreference', name: `type-${index}` },
        },
      }),
    ),
    ...many(count, (index) =>
      object('instancetype.kubevirt.io/v1beta1', 'VirtualMachineInstancetype', `type-${index}`, {
        spec: { cpu: { guest: 2 }, memory: { guest: '1Gi' } },
      }),
    ),
    ...many(count, (index) =>
      object('instancetype.kubevirt.io/v1beta1', 'VirtualMachinePreference', `type-${index}`, {
        spec: { cpu: { preferredCPUTopology: 'preferSockets' } },
      }),
    ),
  ],
  'NodeHealthChecks of one selector': (count) =>
    many(count, (index) => ({
      apiVersion: 'remediation.medik8s.io/v1alpha1',
      kind: 'NodeHealthCheck',
      metadata: { name: `check-${index}` },
      spec: {
        minHealthy: '51%',
        selector: { matchLabels: subset(index) },
        remediationTemplate: {
          apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
          kind: 'SelfNodeRemediationTemplate',
          name: TEMPLATE,
          namespace: NAMESPACE,
        },
      },
    })),
  'MachineHealthChecks of one selector': (count) =>
    many(count, (index) =>
      object(
        'machine.openshift.io/v1beta1',
        'MachineHealthCheck',
        `check-${index}`,
        {
          spec: {
            selector: { matchLabels: subset(index) },
            unhealthyConditions: [{ type: 'Ready', status: 'Unknown', timeout: '300s' }],
            maxUnhealthy: '40%',
          },
        },
        { namespace: 'openshift-machine-api' },
      ),
    ),
  'fence templates × NodeHealthChecks': (count) => [
    ...many(count, (index) =>
      object('fence-agents-remediation.medik8s.io/v1alpha1', 'FenceAgentsRemediationTemplate', `fence-${index}`, {
        spec: {
          template: {
            spec: {
              agent: 'fence_ipmilan',
              sharedparameters: { '--action': 'reboot', '--password': 'x' },
              nodeparameters: { '--ip': { 'worker-0': '10.0.0.1' } },
            },
          },
        },
      }),
    ),
    ...many(count, (index) => ({
      apiVersion: 'remediation.medik8s.io/v1alpha1',
      kind: 'NodeHealthCheck',
      metadata: { name: `check-${index}` },
      spec: {
        selector: { matchLabels: { [`pool-${index}`]: '' } },
        remediationTemplate: {
          apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
          kind: 'FenceAgentsRemediationTemplate',
          name: `fence-${index}`,
          namespace: NAMESPACE,
        },
      },
    })),
  ],
  'Routes with certificates in Secrets × Roles × RoleBindings': (count) => [
    ...many(count, (index) => route(index, { tls: { termination: 'edge', externalCertificate: { name: `tls-${index}` } } })),
    ...many(count, (index) => object('v1', 'Secret', `tls-${index}`, { type: 'kubernetes.io/tls' })),
    ...many(count, (index) =>
      object('rbac.authorization.k8s.io/v1', 'Role', `role-${index}`, {
        rules: [{ apiGroups: [''], resources: ['secrets'], resourceNames: [`other-${index}`], verbs: ['get', 'list', 'watch'] }],
      }),
    ),
    ...many(count, (index) =>
      object('rbac.authorization.k8s.io/v1', 'RoleBinding', `role-${index}`, {
        roleRef: { kind: 'Role', name: `role-${index}` },
        subjects: [{ kind: 'ServiceAccount', name: 'router', namespace: 'openshift-ingress' }],
      }),
    ),
  ],
  'VMs in namespaces of their own × Services': (count) => [
    ...machines(count).map((vm, index) => ({ ...vm, metadata: { ...vm.metadata, namespace: `shop-${index}` } })),
    ...many(count, (index) => service(index)),
  ],
  'Deployments × Services': (count) => [
    ...many(count, (index) =>
      object('apps/v1', 'Deployment', `web-${index}`, {
        spec: {
          selector: { matchLabels: { app: 'web' } },
          template: { metadata: { labels: { app: 'web', ...LABELS } }, spec: { containers: [] } },
        },
      }),
    ),
    ...many(count, (index) => service(index)),
    machine(0, { spec: {} }),
  ],
  'Services × VMs with the labels on the object alone': (count) => [
    ...machines(count).map((vm) => ({
      ...vm,
      metadata: { ...vm.metadata, labels: { app: 'web', ...LABELS } },
      spec: { ...vm.spec, template: { ...vm.spec.template, metadata: {} } },
    })),
    ...many(count, (index) => service(index)),
  ],
};
