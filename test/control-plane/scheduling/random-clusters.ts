import * as fc from 'fast-check';
import type { Manifest } from '../../../src/graph';

/** What decides where VMs of a cluster may run: a cluster has a few of them. */
export enum Kind {
  MEMORY = 'memory',
  CPU = 'CPU',
  PODS = 'number of pods',
  HUGE_PAGES = 'huge pages',
  DEVICES = 'devices',
  DEDICATED_CPUS = 'dedicated CPUs',
  OVERCOMMIT = 'overcommit, shares of CPUs',
  OTHER_PODS = 'other pods',
  TAINTS = 'taints',
  NODE_SELECTORS = 'node selectors',
  NODE_AFFINITY = 'node affinity',
  NODE_LABELS = 'labels of virt-handler',
  NODES_AWAY = 'cordoned nodes, nodes that are down',
  LOCAL_VOLUMES = 'volumes of a node or a zone',
  HOTPLUG = 'hot-plugged volumes',
  AWAY_BY_HOST = 'anti-affinity by host',
  AWAY_BY_ZONE = 'anti-affinity by zone',
  NEAR = 'affinity',
  SPREAD = 'topology spread',
  PRIORITIES = 'priorities',
  RUN_STRATEGIES = 'run strategies, halted VMs',
}

/** A cluster as it is drawn, with names of hosts that no other has. */
export interface RandomCluster {
  readonly name: string;
  /** What decides where its VMs may run. */
  readonly kinds: readonly string[];
  readonly nodes: readonly Manifest[];
  /** Pods that are not those of VMs, each with its node. */
  readonly otherPods: readonly Manifest[];
  readonly vms: readonly RandomVm[];
  /** The KubeVirt object, which no API server without its CRD takes. */
  readonly kubevirt: Manifest;
  /** PersistentVolumes and their claims. */
  readonly volumes: readonly Manifest[];
  /** Whether the scheduler has put the VMs where they are; else they are where nobody asked whether they may be. */
  readonly isScheduled: boolean;
  /** Sets of hosts: of each list the first is lost on which VMs run. */
  readonly losses: readonly (readonly RandomLoss[])[];
}

export interface RandomVm {
  readonly manifest: Manifest;
  /** The host on which it is, where the scheduler has not put it somewhere. */
  readonly home: string;
}

export interface RandomLoss {
  readonly hosts: readonly string[];
  readonly zone?: string;
}

export const HOST = 'kubernetes.io/hostname';
export const ZONE = 'topology.kubernetes.io/zone';
const KEYS = { host: HOST, zone: ZONE };
export const NAMESPACES = { shop: { team: 'sales' }, office: { team: 'back' } };
export const PRIORITY_CLASSES = { low: { value: 10 }, high: { value: 1000 }, polite: { value: 500, preemptionPolicy: 'Never' } };

const GPU = 'nvidia.com/T4';
const VERSION = 'version';

const integer = (min: number, max: number) => fc.integer({ min, max });
const never = fc.constant(undefined);
const seldom = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: never }, { weight: 1, arbitrary });
const often = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ weight: 1, arbitrary: never }, { weight: 2, arbitrary });
const rarely = (times: number) => integer(1, times).map((number) => number === 1);

const TAINTS = [
  { key: 'dedicated', value: 'databases', effect: 'NoSchedule' },
  { key: 'dedicated', value: 'web', effect: 'NoExecute' },
  { key: 'old', effect: 'NoSchedule' },
  { key: 'noisy', effect: 'PreferNoSchedule' },
];
const TOLERATIONS = [
  { key: 'dedicated', operator: 'Equal', value: 'databases', effect: 'NoSchedule' },
  { key: 'dedicated', operator: 'Exists' },
  { key: 'dedicated', value: 'web' },
  { key: 'old', operator: 'Exists', effect: 'NoExecute' },
  { key: 'old', effect: 'NoSchedule' },
  { operator: 'Exists', effect: 'NoSchedule' },
  { operator: 'Exists' },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 60 },
  { key: 'node.kubernetes.io/unreachable', operator: 'Exists' },
  { key: 'node.kubernetes.io/unschedulable', operator: 'Exists' },
];
const EXPRESSIONS = [
  { key: 'disk', operator: 'In', values: ['ssd', 'nvme'] },
  { key: 'disk', operator: 'NotIn', values: ['ssd'] },
  { key: 'disk', operator: 'Exists' },
  { key: 'disk', operator: 'DoesNotExist' },
  { key: 'generation', operator: 'Gt', values: ['1'] },
  { key: 'generation', operator: 'Lt', values: ['3'] },
  { key: ZONE, operator: 'In', values: ['a', 'b'] },
];

const someTaints = fc.subarray(TAINTS, { minLength: 1, maxLength: 2 });

/** Amounts are in GiB, in thousandths of a CPU, or as they are counted. */
interface HostDesign {
  readonly zone?: string;
  readonly memory: number;
  readonly cpu: number;
  readonly pods: number;
  readonly pages?: number;
  readonly gpus?: number;
  readonly labels: object;
  readonly taints: readonly object[];
  readonly isCordoned: boolean;
  readonly isDown: boolean;
  readonly otherPods: readonly { readonly cpu: number; readonly memory: number; readonly gpus: number; readonly hasEnded: boolean }[];
}

function hostOf(has: (...kinds: Kind[]) => boolean): fc.Arbitrary<HostDesign> {
  const if_ = <T>(kinds: Kind[], arbitrary: fc.Arbitrary<T>, other: T) => (has(...kinds) ? arbitrary : fc.constant(other));
  return fc.record({
    zone: fc.oneof({ weight: 15, arbitrary: fc.constantFrom('a', 'b', 'c') }, { weight: 1, arbitrary: never }),
    memory: if_([Kind.MEMORY, Kind.OVERCOMMIT], integer(6, 16), 128),
    cpu: if_([Kind.CPU, Kind.DEDICATED_CPUS, Kind.OVERCOMMIT], integer(2, 8), 64),
    pods: if_([Kind.PODS], integer(1, 8), 110),
    pages: if_([Kind.HUGE_PAGES], integer(0, 6), undefined),
    gpus: if_([Kind.DEVICES], integer(0, 3), undefined),
    labels: fc
      .record({
        disk: fc.constantFrom('ssd', 'ssd', 'nvme', undefined),
        generation: fc.constantFrom('1', '2', '3'),
        'kubevirt.io/cpumanager': if_([Kind.DEDICATED_CPUS], fc.constantFrom('true', 'true', 'false'), 'true'),
        'kubevirt.io/schedulable': if_(
          [Kind.NODE_LABELS],
          rarely(6).map((isNot) => String(!isNot)),
          'true',
        ),
        'node-labeller.kubevirt.io/obsolete-host-model': if_([Kind.NODE_LABELS], seldom(fc.constant('Penryn')), undefined),
        'cpu-model.node.kubevirt.io/Haswell': fc.constant('true'),
        'cpu-model.node.kubevirt.io/Skylake': if_([Kind.NODE_LABELS], fc.constantFrom('true', undefined), 'true'),
        'cpu-feature.node.kubevirt.io/aes': fc.constant('true'),
        'cpu-feature.node.kubevirt.io/vmx': if_([Kind.NODE_LABELS], fc.constantFrom('true', undefined), 'true'),
        'machine-type.node.kubevirt.io/q35': fc.constant('true'),
        'machine-type.node.kubevirt.io/pc-q35-rhel9.4.0': if_([Kind.NODE_LABELS], fc.constantFrom('true', undefined), 'true'),
      })
      .map(defined),
    // Of hosts of which one at least takes everybody nobody learns anything.
    taints: if_([Kind.TAINTS], fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 3, arbitrary: someTaints }), []),
    isCordoned: if_([Kind.NODES_AWAY], rarely(4), false),
    isDown: if_([Kind.NODES_AWAY], rarely(5), false),
    otherPods: if_(
      [Kind.OTHER_PODS],
      fc.array(fc.record({ cpu: integer(0, 2500), memory: integer(0, 5), gpus: integer(0, 1), hasEnded: rarely(4) }), { maxLength: 3 }),
      [],
    ),
  });
}

interface VmDesign {
  readonly namespace: keyof typeof NAMESPACES;
  readonly app: string;
  readonly version: string;
  readonly memory: number;
  readonly isOverheadShared: boolean;
  readonly hasHeadroom: boolean;
  readonly cpu?: string;
  readonly cores?: number;
  readonly isDedicated: boolean;
  readonly pages: boolean;
  readonly gpus: number;
  readonly model?: string;
  readonly features: readonly object[];
  readonly machine?: string;
  readonly tolerations: readonly object[];
  readonly selector: object;
  readonly nodeTerms?: readonly object[];
  readonly away: readonly TermDesign[];
  readonly near: readonly TermDesign[];
  readonly spreads: readonly SpreadDesign[];
  readonly priorityClassName?: string;
  readonly runStrategy: string;
  readonly prefers?: Preference;
  readonly isHotplugging: boolean;
  readonly volume?: 'host' | 'zone';
  readonly home: number;
}

interface TermDesign {
  readonly by: 'host' | 'zone';
  readonly app?: string;
  readonly reach?: 'listed' | 'selected' | 'everywhere';
  readonly keys?: 'matchLabelKeys' | 'mismatchLabelKeys';
}

interface SpreadDesign {
  readonly by: 'host' | 'zone';
  readonly maxSkew: number;
  readonly minDomains?: number;
  readonly taints?: string;
  readonly affinity?: string;
  readonly byVersion: boolean;
  readonly isWish: boolean;
}

/** What steers the choice of the scheduler, and forbids nothing. */
type Preference = 'ssd' | 'near its app' | 'away from its app' | 'new hosts';

const APPS = ['web', 'db', 'mail'];

function termOf(by: fc.Arbitrary<'host' | 'zone'>): fc.Arbitrary<TermDesign> {
  return fc.record({
    by,
    app: fc.oneof({ weight: 3, arbitrary: never }, { weight: 1, arbitrary: fc.constantFrom(...APPS) }),
    reach: seldom(fc.constantFrom('listed' as const, 'selected' as const, 'everywhere' as const)),
    keys: seldom(fc.constantFrom('matchLabelKeys' as const, 'mismatchLabelKeys' as const)),
  });
}

const spread: fc.Arbitrary<SpreadDesign> = fc.record({
  by: fc.constantFrom('host' as const, 'zone' as const),
  maxSkew: integer(1, 2),
  minDomains: fc.oneof(never, integer(1, 3)),
  taints: fc.constantFrom(undefined, 'Honor', 'Ignore'),
  affinity: fc.constantFrom(undefined, undefined, 'Honor', 'Ignore'),
  byVersion: rarely(5),
  isWish: rarely(6),
});

function vmOf(has: (...kinds: Kind[]) => boolean): fc.Arbitrary<VmDesign> {
  const if_ = <T>(kinds: Kind[], arbitrary: fc.Arbitrary<T>, other: T) => (has(...kinds) ? arbitrary : fc.constant(other));
  const terms = (kind: Kind, by: fc.Arbitrary<'host' | 'zone'>) =>
    if_([kind], often(termOf(by)), undefined).map((term) => (term === undefined ? [] : [term]));
  return fc.record({
    namespace: fc.oneof({ weight: 5, arbitrary: fc.constant('shop' as const) }, { weight: 1, arbitrary: fc.constant('office' as const) }),
    app: fc.constantFrom(...APPS),
    version: fc.constantFrom('1', '1', '2'),
    memory: if_([Kind.MEMORY, Kind.OVERCOMMIT], integer(1, 7), 1),
    isOverheadShared: has(Kind.OVERCOMMIT) ? fc.constant(false) : fc.boolean(),
    hasHeadroom: rarely(3),
    cpu: if_([Kind.CPU], often(fc.constantFrom('500m', '1', '1500m', '2', '3')), undefined),
    cores: if_([Kind.DEDICATED_CPUS, Kind.OVERCOMMIT], integer(1, 4), undefined),
    isDedicated: if_(
      [Kind.DEDICATED_CPUS],
      rarely(3).map((isNot) => !isNot),
      false,
    ),
    pages: if_(
      [Kind.HUGE_PAGES],
      rarely(3).map((isNot) => !isNot),
      false,
    ),
    gpus: if_([Kind.DEVICES], integer(0, 2), 0),
    model: if_([Kind.NODE_LABELS], seldom(fc.constantFrom('Haswell', 'Skylake', 'host-passthrough')), undefined),
    features: if_(
      [Kind.NODE_LABELS],
      fc.subarray([{ name: 'vmx', policy: 'require' }, { name: 'aes' }, { name: 'vmx', policy: 'forbid' }], { maxLength: 1 }),
      [],
    ),
    machine: if_([Kind.NODE_LABELS], seldom(fc.constant('pc-q35-rhel9.4.0')), undefined),
    tolerations: if_([Kind.TAINTS, Kind.NODES_AWAY], fc.subarray(TOLERATIONS, { maxLength: 3 }), []),
    selector: if_([Kind.NODE_SELECTORS], fc.constantFrom({}, { disk: 'ssd' }, { disk: 'nvme' }, { generation: '2' }), {}),
    nodeTerms: if_([Kind.NODE_AFFINITY], often(fc.array(nodeTerm, { minLength: 1, maxLength: 2 })), undefined),
    away: fc.tuple(terms(Kind.AWAY_BY_HOST, fc.constant('host')), terms(Kind.AWAY_BY_ZONE, fc.constant('zone'))).map((both) => both.flat()),
    near: terms(Kind.NEAR, fc.constantFrom('host', 'zone')),
    spreads: if_([Kind.SPREAD], fc.array(spread, { maxLength: 2 }).map(withoutRepeated), []),
    priorityClassName: if_([Kind.PRIORITIES], fc.constantFrom(undefined, ...Object.keys(PRIORITY_CLASSES)), undefined),
    runStrategy: if_([Kind.RUN_STRATEGIES], fc.constantFrom('Always', 'RerunOnFailure', 'Manual', 'Halted', 'Once'), 'Always'),
    prefers: seldom(fc.constantFrom<Preference>('ssd', 'near its app', 'away from its app', 'new hosts')),
    isHotplugging: if_([Kind.HOTPLUG], fc.boolean(), false),
    volume: if_([Kind.LOCAL_VOLUMES], seldom(fc.constantFrom('host' as const, 'zone' as const)), undefined),
    home: fc.nat(1000),
  });
}

const nodeTerm = fc.oneof(
  { weight: 5, arbitrary: fc.subarray(EXPRESSIONS, { minLength: 1, maxLength: 2 }).map((matchExpressions) => ({ matchExpressions })) },
  {
    weight: 1,
    arbitrary: fc.nat(4).map((host) => ({ matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: [`host-${host}`] }] })),
  },
);

/** A pod may have one constraint for a key and what happens where it cannot be met. */
function withoutRepeated(spreads: readonly SpreadDesign[]): SpreadDesign[] {
  return spreads.filter(({ by, isWish }, index) => spreads.findIndex((other) => other.by === by && other.isWish === isWish) === index);
}

const design = fc.subarray(Object.values(Kind), { minLength: 1, maxLength: 3 }).chain((drawn) => {
  // Pods that are in the way of nobody decide nothing.
  const kinds = drawn.includes(Kind.OTHER_PODS) || drawn.includes(Kind.PRIORITIES) ? [...new Set([...drawn, Kind.MEMORY])] : drawn;
  const has = (...asked: Kind[]) => asked.some((kind) => kinds.includes(kind));
  // What nodes are like decides where there are few of them: else some node takes each VM.
  const isOfNodes = has(Kind.TAINTS, Kind.NODE_SELECTORS, Kind.NODE_AFFINITY, Kind.NODE_LABELS);
  return fc.record({
    kinds: fc.constant(kinds),
    hosts: fc.array(hostOf(has), { minLength: 2, maxLength: isOfNodes ? 4 : 6 }),
    vms: fc.array(vmOf(has), { minLength: isOfNodes ? 1 : 2, maxLength: isOfNodes ? 5 : 9 }),
    isScheduled: rarely(3).map((isNot) => !isNot),
    // Of less than it has, huge pages of a guest are no whole number of them, and the API server refuses its pod.
    overcommit: fc.record({ memory: has(Kind.HUGE_PAGES) ? fc.constant(100) : integer(100, 200), ratio: integer(1, 6) }),
    lost: fc.nat(1000),
    other: fc.nat(1000),
  });
});

type Design = typeof design extends fc.Arbitrary<infer T> ? T : never;

/** So many clusters, the same for the same seed. */
export function randomClusters(numRuns: number, seed: number): RandomCluster[] {
  return fc.sample(design, { numRuns, seed }).map((drawn, index) => clusterOf(drawn, `c${index}`));
}

function clusterOf({ kinds, hosts, vms, isScheduled, overcommit, lost, other }: Design, name: string): RandomCluster {
  const nodes = hosts.map((host, index) => nodeOf(host, `host-${index}`));
  const names = nodes.map((node) => String(node.metadata?.name));
  const machines = vms.map((vm, index) => ({ manifest: vmManifest(vm, `vm-${index}`), home: names[vm.home % names.length] }));
  return {
    name,
    kinds,
    nodes,
    otherPods: hosts.flatMap((host, index) => host.otherPods.map((pod, position) => otherPod(pod, names[index], position, kinds))),
    vms: machines,
    kubevirt: kubevirtObject(kinds.includes(Kind.OVERCOMMIT) ? overcommit : undefined),
    volumes: vms.flatMap(({ volume, namespace, home }, index) =>
      volume === undefined
        ? []
        : volumeObjects(`vm-${index}-data`, namespace, volume, hosts[home % hosts.length], names[home % names.length]),
    ),
    isScheduled,
    losses: lossesOf(hosts, names, lost, other),
  };
}

/** Each host, each pair of hosts, each zone of several: those that leave some. */
function lossesOf(hosts: readonly HostDesign[], names: readonly string[], lost: number, other: number): RandomLoss[][] {
  const pairs = names.flatMap((one, index) => names.slice(index + 1).map((second) => ({ hosts: [one, second] })));
  const zones = [...new Set(hosts.flatMap(({ zone }) => zone ?? []))].map((zone) => ({
    zone,
    hosts: names.filter((_name, index) => hosts[index].zone === zone),
  }));
  const groups = [
    rotated(
      names.map((name) => ({ hosts: [name] })),
      lost,
    ),
    rotated(pairs, other),
    rotated(zones, lost).filter((zone) => zone.hosts.length > 1),
  ];
  return groups.map((group) => group.filter((loss) => loss.hosts.length < names.length));
}

function rotated<T>(list: readonly T[], start: number): T[] {
  const from = start % Math.max(1, list.length);
  return [...list.slice(from), ...list.slice(0, from)];
}

export const UNREACHABLE = ['NoSchedule', 'NoExecute'].map((effect) => ({ key: 'node.kubernetes.io/unreachable', effect }));
const CORDONED = { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' };

/** A node as kubelet, virt-handler and the node lifecycle controller have left it. */
function nodeOf({ zone, memory, cpu, pods, pages, gpus, labels, taints, isCordoned, isDown }: HostDesign, name: string): Manifest {
  const devices = ['kvm', 'tun', 'vhost-net'].map((device) => [`devices.kubevirt.io/${device}`, '1k']);
  const allocatable = defined({
    cpu: String(cpu),
    memory: `${memory}Gi`,
    pods: String(pods),
    'ephemeral-storage': '100G',
    'hugepages-1Gi': pages && `${pages}Gi`,
    [GPU]: gpus === undefined ? undefined : String(gpus),
    ...Object.fromEntries(devices),
  });
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: defined({ [HOST]: name, [ZONE]: zone, 'kubernetes.io/arch': 'amd64', ...labels }) },
    spec: defined({
      taints: [...taints, ...(isCordoned ? [CORDONED] : []), ...(isDown ? UNREACHABLE : [])],
      unschedulable: isCordoned || undefined,
    }),
    status: { capacity: allocatable, allocatable, conditions: [{ type: 'Ready', status: isDown ? 'Unknown' : 'True' }] },
  };
}

function otherPod(
  { cpu, memory, gpus, hasEnded }: HostDesign['otherPods'][number],
  node: string,
  position: number,
  kinds: readonly Kind[],
) {
  const scarce: Record<string, string> = kinds.includes(Kind.DEVICES) && gpus > 0 ? { [GPU]: String(gpus) } : {};
  const requests = { cpu: `${cpu}m`, memory: `${memory}Gi`, ...scarce };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `agent-${node}-${position}`, namespace: 'shop', labels: { app: 'agent' } },
    spec: {
      nodeName: node,
      restartPolicy: 'Never',
      terminationGracePeriodSeconds: 0,
      containers: [{ name: 'agent', image: 'agent', resources: { requests, limits: scarce } }],
    },
    status: { phase: hasEnded ? 'Succeeded' : 'Running' },
  };
}

/** The KubeVirt object of a cluster. */
export function kubevirtObject(overcommit?: { readonly memory: number; readonly ratio: number }): Manifest {
  const developerConfiguration = overcommit && { memoryOvercommit: overcommit.memory, cpuAllocationRatio: overcommit.ratio };
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'KubeVirt',
    metadata: { name: 'kubevirt', namespace: 'kubevirt' },
    spec: { configuration: { developerConfiguration, permittedHostDevices: { pciHostDevices: [{ resourceName: GPU }] } } },
    status: { observedKubeVirtVersion: 'v1.8.4' },
  };
}

/** A volume that is bound to its claim, on a node or in a zone. */
function volumeObjects(name: string, namespace: string, reach: 'host' | 'zone', { zone }: HostDesign, node: string): Manifest[] {
  const [key, value] = reach === 'host' || zone === undefined ? [HOST, node] : [ZONE, zone];
  const shared = { accessModes: ['ReadWriteOnce'], storageClassName: '' };
  const capacity = { storage: '1Gi' };
  return [
    {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: `${namespace}-${name}` },
      spec: {
        ...shared,
        capacity,
        claimRef: { namespace, name },
        csi: { driver: 'csi.example.com', volumeHandle: name },
        nodeAffinity: { required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: 'In', values: [value] }] }] } },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name, namespace, annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } },
      spec: { ...shared, volumeName: `${namespace}-${name}`, resources: { requests: capacity } },
    },
  ];
}

function vmManifest(vm: VmDesign, name: string): Manifest {
  const { namespace, app, version, runStrategy, selector, tolerations, priorityClassName, volume, isHotplugging } = vm;
  return {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    metadata: { name, namespace },
    spec: {
      runStrategy,
      template: {
        metadata: { labels: { app, [VERSION]: version } },
        spec: defined({
          architecture: 'amd64',
          domain: domainOf(vm),
          nodeSelector: selector,
          tolerations,
          affinity: affinityOf(vm),
          topologySpreadConstraints: vm.spreads.length === 0 ? undefined : vm.spreads.map((constraint) => spreadOf(constraint, vm)),
          priorityClassName,
          volumes: [
            ...(volume === undefined ? [] : [{ name: 'data', persistentVolumeClaim: { claimName: `${name}-data` } }]),
            ...(isHotplugging ? [{ name: 'plugged', persistentVolumeClaim: { claimName: `${name}-plugged`, hotpluggable: true } }] : []),
          ],
        }),
      },
    },
  };
}

function domainOf({ memory, isOverheadShared, hasHeadroom, cpu, cores, isDedicated, pages, gpus, model, features, machine }: VmDesign) {
  const guest = `${memory}Gi`;
  const isPlain = !isDedicated && !pages;
  return defined({
    cpu: defined({ cores, dedicatedCpuPlacement: isDedicated || undefined, model, features }),
    memory: defined({
      guest,
      // What may be plugged in later is no part of what is asked for now.
      maxGuest: hasHeadroom && isPlain ? `${memory * 4}Gi` : undefined,
      hugepages: pages ? { pageSize: '1Gi' } : undefined,
    }),
    machine: machine && { type: machine },
    resources: {
      requests: defined({ cpu: isDedicated ? undefined : cpu, memory: isOverheadShared && isPlain ? guest : undefined }),
      overcommitGuestOverhead: isOverheadShared && isPlain,
    },
    devices: defined({
      logSerialConsole: !isOverheadShared,
      gpus: gpus === 0 ? undefined : Array.from({ length: gpus }, (_, index) => ({ name: `gpu${index}`, deviceName: GPU })),
    }),
  });
}

function affinityOf({ app, version, nodeTerms, away, near, prefers }: VmDesign) {
  const required = (terms: readonly TermDesign[]) =>
    terms.length === 0 ? {} : { requiredDuringSchedulingIgnoredDuringExecution: terms.map((term) => podTerm(term, app)) };
  const wished = (wanted: Preference, preference: object) =>
    prefers === wanted ? { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, ...preference }] } : {};
  const nodeTermOf = (expression: object) => ({ preference: { matchExpressions: [expression] } });
  const ofApp = { podAffinityTerm: { labelSelector: { matchLabels: { app, [VERSION]: version } }, topologyKey: HOST } };
  return {
    nodeAffinity: {
      ...(nodeTerms && { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: nodeTerms } }),
      ...wished('ssd', nodeTermOf({ key: 'disk', operator: 'In', values: ['ssd'] })),
      ...wished('new hosts', nodeTermOf({ key: 'generation', operator: 'Gt', values: ['1'] })),
    },
    podAffinity: { ...required(near), ...wished('near its app', ofApp) },
    podAntiAffinity: { ...required(away), ...wished('away from its app', ofApp) },
  };
}

const REACHES = {
  listed: { namespaces: ['shop', 'office'] },
  selected: { namespaceSelector: { matchLabels: NAMESPACES.office } },
  everywhere: { namespaceSelector: {} },
};

function podTerm({ by, app, reach, keys }: TermDesign, own: string) {
  return {
    labelSelector: { matchLabels: { app: app ?? own } },
    topologyKey: KEYS[by],
    ...(reach && REACHES[reach]),
    ...(keys && { [keys]: [VERSION] }),
  };
}

function spreadOf({ by, maxSkew, minDomains, taints, affinity, byVersion, isWish }: SpreadDesign, { app }: VmDesign) {
  return defined({
    topologyKey: KEYS[by],
    maxSkew,
    minDomains: isWish ? undefined : minDomains,
    whenUnsatisfiable: isWish ? 'ScheduleAnyway' : 'DoNotSchedule',
    nodeTaintsPolicy: taints,
    nodeAffinityPolicy: affinity,
    labelSelector: { matchLabels: { app } },
    matchLabelKeys: byVersion ? [VERSION] : undefined,
  });
}

function defined(fields: Record<string, unknown>): Record<string, any> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
