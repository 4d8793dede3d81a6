/**
 * What was measured on a control plane of kube-apiserver, kube-controller-manager and kube-scheduler 1.36.3 with simulated nodes, by the
 * numbers of the experiments: each bound holds, and is not more than half as much again.
 */
import { ClusterProfile } from '../../src/cluster';
import { FailureClass, LEADER_ELECTIONS, longestHandOver, NODE_MONITOR_PERIOD, ZONE_EVICTION } from '../../src/facts';
import { ManifestGraph } from '../../src/graph';
import { taintAfterReturn } from '../../src/recovery/node-lifecycle';
import { surroundingsOf } from '../../src/recovery/surroundings';
import { MeasuredRows } from '../support/measured-rows';
import { controllerManager, FENCE_AGENTS, fenceAgentsTemplate, node, nodeHealthCheck, recover, step, tolerations, vm } from './world';

const { NODE_LOSS, ZONE_LOSS } = FailureClass;

const rows = new MeasuredRows({
  file: 'control-plane.md',
  // Rows that begin with 4 are of the scheduler: see test/capacity.
  names: /^([1-3][a-z]?'?|\d+\/\d+\/\d+)$/,
  notUsable: {
    '1c': 'the taint that keeps new pods away ends no outage: the next pod is made later',
    '1m': 'a bound of one pass, 5 s, is not to be held against two nodes at random phases of it; what they did is no outage',
    '1x': 'no measurement: it points to the table of leader elections',
  },
});

const OPENSHIFT_CALLS = ['--kube-api-qps=150', '--kube-api-burst=300'];
const QUICK_FENCING = { retrycount: 1, timeout: '10s', remediationStrategy: 'OutOfServiceTaint' };

/** Upstream KubeVirt on nodes in zones of so many; each takes so many pods. */
function cluster(zones: readonly number[], { pods = 5, kubelet = 'v1.36.3', flags = [] as readonly string[], labels = {} } = {}) {
  const nodes = zones.flatMap((size, zone) =>
    Array.from({ length: size }, (_, index) => {
      const made = node(`n${zone}-${index}`, { zone: `z${zone}`, pods, labels });
      return { ...made, status: { ...made.status, nodeInfo: { kubeletVersion: kubelet } } };
    }),
  );
  return ClusterProfile.kubevirt('1.9', { objects: [...nodes, controllerManager(...flags)] });
}

/** An end or a duration in the worst case, of a VM that leaves a lost node after so many seconds. */
function worst(
  id: string,
  measure: 'end' | 'duration',
  profile: ClusterProfile,
  { failure = NODE_LOSS, leaves = 60, lost = 0, place = 0 } = {},
) {
  const documents = [vm({ tolerations: tolerations(leaves) })];
  return step(recover(failure, documents, profile, lost === 0 ? undefined : { lost, place: place || lost }), id)[measure].worst;
}

const QUIET = cluster([3, 3, 3]);
const OLD = cluster([3, 3, 3], { kubelet: 'v1.31.0' });
const FULL = cluster([3, 3, 3], { pods: 120 });
const FULL_FAST = cluster([3, 3, 3], { pods: 120, flags: OPENSHIFT_CALLS });
const ZONE_OF_NODES = { failure: ZONE_LOSS };
const ALL_OF_THREE = { lost: 3, zoneSize: 3, place: 1, isLast: true, isControlPlane: false };
const RETURN = taintAfterReturn(ALL_OF_THREE, surroundingsOf(new ManifestGraph([], true, QUIET.objects), QUIET));

describe('how late a lost node is noticed', () => {
  rows.hold([
    ['1a', 'since the last renewal of the lease', worst('node-unknown', 'end', QUIET), 55.21],
    ["1a'", 'with kube-controller-manager 1.31', worst('node-unknown', 'end', OLD), 40.8],
    ['1b', 'at a random phase of the lease', worst('node-unknown', 'end', QUIET), 55.04],
    ['1h', 'behind a node with 120 pods', worst('node-unknown', 'end', FULL, { ...ZONE_OF_NODES, lost: 2 }), 55.84],
    ['1h', 'the same with 150 calls a second', worst('node-unknown', 'end', FULL_FAST, { ...ZONE_OF_NODES, lost: 2 }), 56.73],
    ['1h', '103 nodes of 148 within ten seconds', worst('node-unknown', 'end', cluster([148]), { ...ZONE_OF_NODES, lost: 103 }), 73.6],
  ]);
});

describe('how late its pods leave their Services', () => {
  rows.hold([
    ['1f', 'few pods', worst('out-of-services', 'duration', QUIET), 1.05],
    ['1g', '120 pods', worst('out-of-services', 'duration', FULL), 10.8],
    ['1g', '120 pods, one of them deleted at the same moment', worst('out-of-services', 'duration', FULL, { leaves: 0 }), 15.7],
    ['1g', 'two nodes with 120 pods', worst('out-of-services', 'duration', FULL, { ...ZONE_OF_NODES, lost: 2 }), 17.1],
    ['1g', '120 pods with 150 calls a second', worst('out-of-services', 'duration', FULL_FAST), 3.7],
  ]);
});

describe('how late it is tainted', () => {
  rows.hold([
    ['1d', 'alone', worst('tainted', 'duration', QUIET), 0.85],
    ['1d', 'with kube-controller-manager 1.31', worst('tainted', 'duration', OLD), 5.1],
    ['1e', 'after the one before', gap(), 10.11],
    ['1n', 'the second of two at the same instant', worst('tainted', 'duration', QUIET, { ...ZONE_OF_NODES, lost: 2 }), 10.1],
    ['1o, 1p', 'the third of a zone, since its loss', worst('tainted', 'end', QUIET, { ...ZONE_OF_NODES, lost: 3 }), 66.6],
    [
      '1s',
      'the second of a zone of 52 with 30 lost',
      worst('tainted', 'duration', cluster([52, 9]), { ...ZONE_OF_NODES, lost: 30, place: 2 }),
      107.9,
    ],
    [
      '1u',
      'the third of four with the label that excludes nodes from disruption',
      worst('tainted', 'duration', cluster([4, 4], { labels: { 'node.kubernetes.io/exclude-disruption': '' } }), {
        ...ZONE_OF_NODES,
        lost: 3,
      }),
      20.9,
    ],
    [
      '1u',
      'the third of four with flags that treat small zones like large ones',
      worst('tainted', 'duration', cluster([4, 4], { flags: ['--large-cluster-size-threshold=0', '--secondary-node-eviction-rate=0.1'] }), {
        ...ZONE_OF_NODES,
        lost: 3,
      }),
      20.9,
    ],
  ]);

  rows.shows('1r', 'of a small zone that is partly lost the first may be, and a second, the others never', () => {
    const taint = (place: number) => step(recover(ZONE_LOSS, [vm()], cluster([4, 4]), { lost: 3, place }), 'tainted');
    expect(taint(1).duration).toEqual({ best: 0 });
    expect(taint(2).duration).toEqual({ best: 10 });
    expect(taint(3).duration).toEqual({});
    expect(taint(3).never?.id).toBe('zone-partly-lost');
  });

  rows.shows('1q', 'with all zones lost the first nodes may be, and then none', () => {
    const recovery = recover(ZONE_LOSS, [vm()], cluster([3]));
    expect(step(recovery, 'tainted').duration).toEqual({ best: 20 });
    const change = `A node that returns would change it: the first of the others gets the taint within ${RETURN} s then.`;
    expect(step(recovery, 'tainted').never).toMatchObject({ id: 'all-zones-lost', change });
  });

  rows.hold([
    ['1q', 'the first of a zone, after another node has returned', RETURN, 13.7],
    ['1q', 'the third of a zone, after another node has returned', RETURN + 2 / ZONE_EVICTION.rate, 33],
    ['1t', 'the next of a small zone that is not partly lost any more', RETURN, 12.8],
    ['1v', 'a node that has reported that it is not ready', NODE_MONITOR_PERIOD + (worst('tainted', 'duration', QUIET) ?? Infinity), 4],
  ]);
});

describe('how late the pod of a VM is marked for deletion, from the taint on', () => {
  rows.hold([
    [
      '1d, 1i',
      'E = 0, from Unknown on',
      sum(worst('tainted', 'duration', QUIET), worst('evicted', 'duration', QUIET, { leaves: 0 })),
      0.99,
    ],
    ['1i', 'E = 60', worst('evicted', 'duration', QUIET), 60.06],
    ['1v', 'E = 60, of a node that has reported that it is not ready and died', worst('evicted', 'duration', QUIET), 60],
    ['1i', 'E = 300', worst('evicted', 'duration', QUIET, { leaves: 300 }), 300.08],
    ['1j', '119 pods', worst('evicted', 'duration', FULL), 76.5],
    ['1j', '119 pods with 150 calls a second', worst('evicted', 'duration', FULL_FAST), 60.79],
  ]);

  rows.shows('1k', 'never with a toleration for ever', () => {
    const recovery = recover(NODE_LOSS, [vm({ tolerations: [{ operator: 'Exists' }] })], QUIET);
    expect(step(recovery, 'evicted')).toMatchObject({ end: {}, never: { id: 'tolerates-for-ever' } });
  });

  rows.shows('1l', 'a pod that is marked stays without fencing', () => {
    const recovery = recover(NODE_LOSS, [vm()], QUIET);
    expect(recovery.outage).toEqual({});
    expect(recovery.never).toMatchObject({ id: 'no-fencing', isCertain: true });
  });
});

describe('how late pods are removed', () => {
  const template = fenceAgentsTemplate(QUICK_FENCING);
  const check = nodeHealthCheck('300s', { minHealthy: 1, remediationTemplate: FENCE_AGENTS });
  const removal = (profile: ClusterProfile, leaves: number) =>
    step(recover(NODE_LOSS, [vm({ tolerations: tolerations(leaves) }), check, template], profile), 'pods-gone').duration.worst;
  const cycled = nodeHealthCheck('300s', {
    minHealthy: 1,
    remediationTemplate: {
      apiVersion: 'infrastructure.cluster.x-k8s.io/v1beta1',
      kind: 'Metal3RemediationTemplate',
      namespace: 'm',
      name: 't',
    },
  });
  // The object of the node is deleted up to 7 s after its host is off.
  const deletion = step(recover(ZONE_LOSS, [vm(), cycled], cluster([10, 12])), 'pods-gone').duration.worst as number;

  rows.hold([
    ['2a', 'out of service, few pods', removal(QUIET, 30), 21.4],
    ['2c', '120 pods that are marked', removal(FULL, 30), 26.3],
    ['2c', '120 pods that are marked, with 150 calls a second', removal(FULL_FAST, 30), 20.8],
    [
      '2d',
      'out of service three seconds before the loss, from the taint on',
      sum(3, worst('node-unknown', 'end', QUIET), removal(QUIET, 30)),
      61.8,
    ],
    ['3', 'the object of the node deleted, ten nodes with 5 pods', deletion - 7, 63],
  ]);

  rows.shows('2b', 'never with a toleration for everything', () => {
    const recovery = recover(NODE_LOSS, [vm({ tolerations: [{ operator: 'Exists' }] }), check, template], QUIET);
    expect(recovery.never?.id).toBe('tolerates-out-of-service');
  });
});

describe('how late another leader takes over', () => {
  rows.hold([
    ['15/10/2', 'upstream', longestHandOver(LEADER_ELECTIONS.upstream), 19.7],
    ['15/12/3', 'kube-controller-manager of OpenShift', longestHandOver(LEADER_ELECTIONS.openshiftControllerManager), 22.7],
    ['137/107/26', 'kube-scheduler of OpenShift', longestHandOver(LEADER_ELECTIONS.openshiftScheduler), 169.2],
  ]);

  const compact = cluster([3, 3, 3], { labels: { 'node-role.kubernetes.io/control-plane': '' } });
  rows.hold([['1w', 'a new leader of kube-controller-manager counts from the beginning', worst('node-unknown', 'end', compact), 8 + 50.7]]);
});

rows.complete();

/** From the taint of a node to that of the next in its zone. */
function gap(): number {
  const [first, second] = [1, 2].map((place) => recover(ZONE_LOSS, [vm()], QUIET, { lost: 2, place }));
  return sum(step(second, 'tainted').duration.worst, -(step(first, 'tainted').duration.best ?? Number.NaN));
}

function sum(...seconds: readonly (number | undefined)[]): number {
  return seconds.reduce<number>((total, each) => total + (each ?? Number.NaN), 0);
}
