import type { Manifest } from '../../src/graph';
import type {
  ClusterDesign,
  Design,
  MachineHealthCheckDesign,
  NodeHealthCheckDesign,
  ProbeDesign,
  RemediationDesign,
  VirtualMachineDesign,
} from './design';

/** A design as a user writes it: manifests, and what the profile of the cluster says. */
export interface WrittenDesign {
  readonly manifests: readonly Manifest[];
  readonly workers: number;
  /** Objects of the cluster. */
  readonly objects: readonly Manifest[];
}

const NAMESPACE = 'openshift-workload-availability';
const LABELS = { app: 'vm' };

export function write(design: Design): WrittenDesign {
  const { cluster, check } = design;
  const names = Array.from({ length: design.vms }, (_, index) => `vm-${index}`);
  return {
    manifests: [
      ...names.map((name) => virtualMachine(name, design.vm)),
      ...(design.served ? [service()] : []),
      ...(check?.kind === 'NodeHealthCheck' ? nodeHealthCheck(check) : []),
      ...(check?.kind === 'MachineHealthCheck' ? [machineHealthCheck(check, cluster.compact ? 'master' : 'worker')] : []),
    ],
    workers: cluster.zones.reduce((sum, workers) => sum + workers, 0),
    objects: [...(cluster.listsNodes ? nodes(design) : []), ...clusterObjects(design)],
  };
}

function virtualMachine(name: string, vm: VirtualMachineDesign): Manifest {
  const { watchdog } = vm;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace: 'shop', annotations: annotations(vm) },
    spec: {
      runStrategy: vm.runStrategy,
      template: {
        metadata: { labels: LABELS },
        spec: withoutUndefined({
          domain: withoutUndefined({
            memory: { guest: `${vm.memory}Gi` },
            rebootPolicy: vm.rebootPolicy,
            devices: withoutUndefined({
              disks: [
                { name: 'root', disk: { bus: 'virtio' } },
                { name: 'cloudinit', disk: { bus: 'virtio' } },
              ],
              interfaces: [{ name: 'default', masquerade: {} }],
              watchdog: watchdog && { name: 'watchdog', i6300esb: withoutUndefined({ action: watchdog.action }) },
              panicDevices: vm.panicDevice ? [{ model: 'pvpanic' }] : undefined,
            }),
          }),
          networks: [{ name: 'default', pod: {} }],
          volumes: [rootVolume(name, vm), { name: 'cloudinit', cloudInitNoCloud: { userData: userData(vm) } }],
          livenessProbe: vm.liveness && probe(vm.liveness),
          readinessProbe: vm.readiness && probe(vm.readiness),
          terminationGracePeriodSeconds: vm.gracePeriod,
          evictionStrategy: vm.evictionStrategy,
          tolerations: tolerations(vm),
        }),
      },
      ...(vm.storage === 'none' ? {} : { dataVolumeTemplates: [dataVolume(name, vm)] }),
    },
  };
}

function annotations({ bootTime }: VirtualMachineDesign): Record<string, string> {
  return { 'cdk8s-kubevirt/boot-time': `${bootTime}s`, 'cdk8s-kubevirt/guest-agent': 'image' };
}

function rootVolume(name: string, { storage }: VirtualMachineDesign): Record<string, unknown> {
  return storage === 'none'
    ? { name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:42' } }
    : { name: 'root', dataVolume: { name: `${name}-root` } };
}

function dataVolume(name: string, { storage }: VirtualMachineDesign): Record<string, unknown> {
  return {
    metadata: { name: `${name}-root` },
    spec: {
      source: { blank: {} },
      storage: { accessModes: [storage], volumeMode: 'Block', resources: { requests: { storage: '30Gi' } } },
    },
  };
}

function userData({ runtimeWatchdog, kernelPanic }: VirtualMachineDesign): string {
  const files = [
    ...(runtimeWatchdog === undefined
      ? []
      : [file('/etc/systemd/system.conf.d/watchdog.conf', ['[Manager]', `RuntimeWatchdogSec=${runtimeWatchdog}s`])]),
    ...(kernelPanic === undefined ? [] : [file('/etc/sysctl.d/50-panic.conf', [`kernel.panic = ${kernelPanic}`])]),
  ];
  const commands = [
    ...(runtimeWatchdog === undefined ? [] : ['  - [systemctl, daemon-reexec]']),
    ...(kernelPanic === undefined ? [] : ['  - [sysctl, --system]']),
  ];
  return [
    '#cloud-config',
    ...(files.length > 0 ? ['write_files:', ...files.flat()] : []),
    ...(commands.length > 0 ? ['runcmd:', ...commands] : ['package_update: false']),
    '',
  ].join('\n');
}

function file(path: string, lines: readonly string[]): string[] {
  return [`  - path: ${path}`, '    content: |', ...lines.map((line) => `      ${line}`)];
}

function probe({ handler, initialDelay, period, timeout, failureThreshold, successThreshold }: ProbeDesign): Record<string, unknown> {
  const handlers = {
    httpGet: { path: '/health', port: 8080 },
    tcpSocket: { port: 8080 },
    exec: { command: ['/usr/bin/curl', '--fail', 'http://localhost:8080/health'] },
    guestAgentPing: {},
  };
  return withoutUndefined({
    [handler]: handlers[handler],
    initialDelaySeconds: initialDelay,
    periodSeconds: period,
    timeoutSeconds: timeout,
    failureThreshold,
    successThreshold,
  });
}

function tolerations({ toleration }: VirtualMachineDesign): Record<string, unknown>[] | undefined {
  if (toleration === 'default') {
    return undefined;
  }
  if (toleration === 'everything') {
    return [{ operator: 'Exists' }];
  }
  return ['node.kubernetes.io/not-ready', 'node.kubernetes.io/unreachable'].map((key) =>
    withoutUndefined({
      key,
      operator: 'Exists',
      effect: 'NoExecute',
      tolerationSeconds: toleration === 'forever' ? undefined : toleration.seconds,
    }),
  );
}

function service(): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'vm', namespace: 'shop' },
    spec: { selector: LABELS, ports: [{ name: 'http', port: 80, targetPort: 8080 }] },
  };
}

function nodeHealthCheck(check: NodeHealthCheckDesign): Manifest[] {
  const templates = check.steps.map(({ remediation }) => template(remediation));
  const reference = ({ apiVersion, kind, metadata }: Manifest) => ({ apiVersion, kind, name: metadata?.name, namespace: NAMESPACE });
  const { duration } = check;
  return [
    {
      apiVersion: 'remediation.medik8s.io/v1alpha1',
      kind: 'NodeHealthCheck',
      metadata: { name: 'workers' },
      spec: withoutUndefined({
        selector: { matchExpressions: [{ key: 'node-role.kubernetes.io/worker', operator: 'Exists' }] },
        minHealthy: /^\d+$/.test(check.minHealthy) ? Number(check.minHealthy) : check.minHealthy,
        unhealthyConditions: duration && ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, duration: `${duration}s` })),
        pauseRequests: check.paused ? ['maintenance'] : undefined,
        ...(templates.length === 1
          ? { remediationTemplate: reference(templates[0]) }
          : {
              escalatingRemediations: templates.map((step, order) => ({
                remediationTemplate: reference(step),
                order,
                timeout: `${check.steps[order].timeout}s`,
              })),
            }),
      }),
    },
    ...templates,
    ...check.steps.flatMap(({ remediation }) => selfNodeRemediationConfig(remediation)),
  ];
}

function machineHealthCheck({ timeout, maxUnhealthy }: MachineHealthCheckDesign, role: string): Manifest {
  return {
    apiVersion: 'machine.openshift.io/v1beta1',
    kind: 'MachineHealthCheck',
    metadata: {
      name: 'workers',
      namespace: 'openshift-machine-api',
      annotations: { 'machine.openshift.io/remediation-strategy': 'external-baremetal' },
    },
    spec: withoutUndefined({
      selector: { matchLabels: { 'machine.openshift.io/cluster-api-machine-role': role } },
      unhealthyConditions: ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, timeout: `${timeout}s` })),
      maxUnhealthy: maxUnhealthy !== undefined && /^\d+$/.test(maxUnhealthy) ? Number(maxUnhealthy) : maxUnhealthy,
    }),
  };
}

function template(remediation: RemediationDesign): Manifest {
  if (remediation.kind === 'SelfNodeRemediation') {
    return {
      apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
      kind: 'SelfNodeRemediationTemplate',
      metadata: { name: 'self', namespace: NAMESPACE },
      spec: { template: { spec: { remediationStrategy: remediation.strategy } } },
    };
  }
  const { bmcPower, retryCount, retryInterval, timeout, strategy } = remediation;
  return {
    apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
    kind: 'FenceAgentsRemediationTemplate',
    metadata: withoutUndefined({
      name: 'fence',
      namespace: NAMESPACE,
      annotations: bmcPower && { 'cdk8s-kubevirt/bmc-power': bmcPower },
    }),
    spec: {
      template: {
        spec: withoutUndefined({
          agent: 'fence_ipmilan',
          sharedparameters: { '--username': 'admin', '--ip': '{{.NodeName}}.bmc.example.com' },
          retrycount: retryCount,
          retryinterval: retryInterval && `${retryInterval}s`,
          timeout: timeout && `${timeout}s`,
          remediationStrategy: strategy,
        }),
      },
    },
  };
}

function selfNodeRemediationConfig(remediation: RemediationDesign): Manifest[] {
  if (remediation.kind !== 'SelfNodeRemediation') {
    return [];
  }
  const { config } = remediation;
  const seconds = (value: number | undefined) => value && `${value}s`;
  return [
    {
      apiVersion: 'self-node-remediation.medik8s.io/v1alpha1',
      kind: 'SelfNodeRemediationConfig',
      metadata: { name: 'self-node-remediation-config', namespace: NAMESPACE },
      spec: withoutUndefined({
        apiCheckInterval: seconds(config.apiCheckInterval),
        apiServerTimeout: seconds(config.apiServerTimeout),
        maxApiErrorThreshold: config.maxApiErrorThreshold,
        peerDialTimeout: seconds(config.peerDialTimeout),
        peerRequestTimeout: seconds(config.peerRequestTimeout),
        safeTimeToAssumeNodeRebootedSeconds: config.safeTime,
      }),
    },
  ];
}

function nodes({ cluster }: Design): Manifest[] {
  const { zones, compact, kubernetes, podsPerNode } = cluster;
  return zones.flatMap((workers, zone) =>
    Array.from({ length: workers }, (_, index) => ({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: `worker-${zone}-${index}`,
        labels: {
          'node-role.kubernetes.io/worker': '',
          ...(compact ? { 'node-role.kubernetes.io/control-plane': '', 'node-role.kubernetes.io/master': '' } : {}),
          ...(zones.length > 1 ? { 'topology.kubernetes.io/zone': `zone-${zone}` } : {}),
        },
      },
      status: withoutUndefined({
        nodeInfo: { kubeletVersion: `v1.${kubernetes}.2` },
        allocatable: podsPerNode && { cpu: '32', memory: '256Gi', pods: String(podsPerNode) },
      }),
    })),
  );
}

function clusterObjects({ cluster, migration }: Design): Manifest[] {
  const { latencyProfile, upgrading, product, flags } = cluster;
  const migrations = withoutUndefined({
    parallelOutboundMigrationsPerNode: migration.perNode,
    parallelMigrationsPerCluster: migration.perCluster,
    bandwidthPerMigration: migration.bandwidth && `${migration.bandwidth}Gi`,
  });
  const isOpenShift = product === 'openshift';
  return [
    ...(latencyProfile === undefined
      ? []
      : [
          {
            apiVersion: 'config.openshift.io/v1',
            kind: 'Node',
            metadata: { name: 'cluster' },
            spec: { workerLatencyProfile: latencyProfile },
          },
        ]),
    ...(isOpenShift ? [clusterVersion(upgrading)] : []),
    ...(flags === undefined ? [] : [controllerManager(flags)]),
    isOpenShift
      ? {
          apiVersion: 'hco.kubevirt.io/v1beta1',
          kind: 'HyperConverged',
          metadata: { name: 'kubevirt-hyperconverged', namespace: 'openshift-cnv' },
          spec: { liveMigrationConfig: migrations },
        }
      : {
          apiVersion: 'kubevirt.io/v1',
          kind: 'KubeVirt',
          metadata: { name: 'kubevirt', namespace: 'kubevirt' },
          spec: { configuration: { migrations, developerConfiguration: { featureGates: ['PanicDevices'] } } },
        },
  ];
}

function controllerManager({ gracePeriod, monitorPeriod }: NonNullable<ClusterDesign['flags']>): Manifest {
  const args = [
    ...(gracePeriod === undefined ? [] : [`--node-monitor-grace-period=${gracePeriod}s`]),
    ...(monitorPeriod === undefined ? [] : [`--node-monitor-period=${monitorPeriod}s`]),
  ];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-controller-manager-0', namespace: 'kube-system' },
    spec: { containers: [{ name: 'kube-controller-manager', args }] },
  };
}

function clusterVersion(upgrading: boolean): Manifest {
  return {
    apiVersion: 'config.openshift.io/v1',
    kind: 'ClusterVersion',
    metadata: { name: 'version' },
    status: { conditions: [{ type: 'Progressing', status: upgrading ? 'True' : 'False' }] },
  };
}

function withoutUndefined<Value extends object>(value: Value): Value {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Value;
}
