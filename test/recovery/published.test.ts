/**
 * What others have measured or published, held against the steps of the model: each bound holds, and is not more than half as much again.
 * Rows of controllers that are not modelled (Longhorn's deletion of pods on lost nodes) get the time that they take as a number.
 */
import { ClusterProfile } from '../../src/cluster';
import { BOOT_SECONDS, FailureClass, FORCED_DELETION, MIGRATION, NEXT_INSTANCE, VM_START, VOLUME_DETACHMENT } from '../../src/facts';
import { MeasuredRows } from '../support/measured-rows';
import { controllerManager, node, nodeHealthCheck, recover, step, tolerations, vm } from './world';

const { NODE_LOSS, ZONE_LOSS } = FailureClass;

const rows = new MeasuredRows({
  file: 'recovery.md',
  names: /^A\d+$/,
  notUsable: {
    A2: 'more than 600 s, and how much more is not said',
    A6: 'before: more than 100 s; after: at once; the numbers are pictures',
    A17: 'a sum of defaults, not a measurement',
    A21: 'how long a node takes to boot: somebody has to say it',
    A23: 'part of a log of pings, which may be shortened',
    A24: 'the network plug-in decides: from none to 18 s',
    A25: 'another product',
    A26: 'another product',
    A27: 'a limit that a test of KubeVirt accepts, not a measurement',
  },
});

/** Kubernetes of the years before 1.32: 40 s, and 20 calls a second for nodes that may be full. */
function before132(zones = ['a'], size = 4): ClusterProfile {
  const objects = zones.flatMap((zone) => Array.from({ length: size }, (_, index) => node(`${zone}${index}`, { zone, pods: 110 })));
  const old = objects.map((made) => ({ ...made, status: { ...made.status, nodeInfo: { kubeletVersion: 'v1.24.0' } } }));
  return ClusterProfile.kubevirt('1.5', { objects: [...old, controllerManager()] });
}

function evicted(seconds: number, failure = NODE_LOSS, profile = before132()): number {
  return step(recover(failure, [vm({ tolerations: tolerations(seconds) })], profile), 'evicted').end.worst as number;
}

/** A volume that one node holds, where only the pod is deleted. */
const RELEASED = (() => {
  const held = vm({ volumes: [{ name: 'root', persistentVolumeClaim: { claimName: 'root' } }] });
  const claim = {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'root', namespace: 'shop' },
    spec: { accessModes: ['ReadWriteOnce'] },
  };
  const fenced = nodeHealthCheck('60s', {
    remediationTemplate: {
      apiVersion: 'fence-agents-remediation.medik8s.io/v1alpha1',
      kind: 'FenceAgentsRemediationTemplate',
      namespace: 'n',
      name: 'f',
    },
  });
  return step(recover(NODE_LOSS, [held, claim, fenced]), 'volumes-free').duration.worst as number;
})();

const START = NEXT_INSTANCE.latest + VM_START.latest;
const LONGHORN = 60;

/** Three nodes of the control plane that take VMs, with self node remediation, and a guest that boots in a minute. */
const COMPACT = (() => {
  const controlPlane = { 'node-role.kubernetes.io/control-plane': '' };
  const objects = [0, 1, 2].map((index) => node(`m${index}`, { pods: 250, labels: controlPlane }));
  const profile = ClusterProfile.openshift('4.20', { objects });
  const metadata = { name: 'db', namespace: 'shop', annotations: { 'cdk8s-kubevirt/boot-time': '60s' } };
  return recover(NODE_LOSS, [vm({}, { metadata }), nodeHealthCheck('300s')], profile).outage.worst;
})();

/** Harvester's controller, and that of EVE, see a lost node themselves and then wait. */
const DETECTED = step(recover(NODE_LOSS, [vm()], before132()), 'node-unknown').end.worst as number;
const HARVESTER = DETECTED + 300 + FORCED_DELETION + START;
/** Longhorn deletes pod and attachment of a lost node when it looks next; the kubelet waits before it mounts again. */
const { mountRetry } = VOLUME_DETACHMENT;
const LONGHORN_LOOK = 30;
const EVE = { loop: 10, every: 10, delay: 15 };

rows.hold([
  ['A3', 'Harvester with a period of 300 s', HARVESTER + mountRetry, 480],
  ['A4', 'Harvester with a period of 300 s, nothing to be mounted again', HARVESTER, 300],
  [
    'A5',
    'EVE, with a guest of which nobody says how long it boots',
    DETECTED + EVE.loop + EVE.every + EVE.delay + START + BOOT_SECONDS,
    180,
  ],
  ['A7', 'marked for deletion', evicted(300), 354],
  ['A7', 'the volume detached after the pod is gone', RELEASED, 362],
  ['A7', 'running again', evicted(300) + LONGHORN + RELEASED + START, 890],
  ['A8', 'without the wait for the volume', evicted(300) + LONGHORN + START, 370],
  ['A9', 'the same', evicted(300) + LONGHORN + START, 349],
  ['A10', 'nothing tolerated', evicted(0) + LONGHORN_LOOK + mountRetry + START, 200],
  ['A11', 'a volume that stays attached when its pod is gone: five to seven minutes', RELEASED, 420],
  [
    'A15',
    'the nodes of a zone one after the other, of which the source gives no number: eight',
    evicted(300, ZONE_LOSS, before132(['a', 'b'], 8)) + START,
    480,
  ],
  ['A16', 'a compact cluster of large nodes', COMPACT, 708],
  ['A16', 'a compact cluster of small nodes', COMPACT, 665],
  ['A22', 'a migration that is forced to its end', MIGRATION.forcedPause, 5.9],
]);

rows.complete();
