/**
 * What others have measured or published, held against the steps of the model: each bound holds, and is not more than half as much again.
 * Rows of controllers that are not modelled (Longhorn's deletion of pods on lost nodes) get the time that they take as a number.
 */
import { ClusterProfile } from '../../src/cluster';
import { FailureClass, MIGRATION, NEXT_INSTANCE, VM_START } from '../../src/facts';
import { controllerManager, node, nodeHealthCheck, recover, step, tolerations, vm } from './world';

const { NODE_LOSS, ZONE_LOSS } = FailureClass;

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

test.each([
  ['A7, marked for deletion', evicted(300), 354],
  ['A7, the volume detached after the pod is gone', RELEASED, 362],
  ['A7, running again', evicted(300) + LONGHORN + RELEASED + START, 890],
  ['A8, without the wait for the volume', evicted(300) + LONGHORN + START, 370],
  ['A9, the same', evicted(300) + LONGHORN + START, 349],
  [
    'A15, the nodes of a zone one after the other, of which the source gives no number: eight',
    evicted(300, ZONE_LOSS, before132(['a', 'b'], 8)) + START,
    480,
  ],
  ['A16, a compact cluster of large nodes', COMPACT, 708],
  ['A16, a compact cluster of small nodes', COMPACT, 665],
  ['A22, a migration that is forced to its end', MIGRATION.forcedPause, 5.9],
])('%s: at most %d s, %d s seen', (_, bound, measured) => {
  expect(bound).toBeGreaterThanOrEqual(measured);
  expect(bound).toBeLessThanOrEqual(1.5 * measured);
});
