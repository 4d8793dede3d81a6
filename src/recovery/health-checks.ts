import { allowedLosses, HEALTH_CHECK_CONFLICT, HEALTH_CHECK_CONTROLLER, NODE_HEALTH_CHECK_CONTROLLER } from '../admission';
import { CONFIG_GROUP, HEALTH_CHECK_PATIENCE, PAUSED_ANNOTATION, secondsOfGoDuration } from '../facts';
import {
  asksForControlPlane,
  type HealthCheckView,
  labelMatcher,
  MachineHealthCheckView,
  type Manifest,
  type ManifestGraph,
  machineHealthChecks,
  nodeHealthChecks,
  objectsOf,
  perGraph,
  selectsControlPlaneOnly,
  selectsWorkersOnly,
  takesWorkersOnly,
} from '../graph';
import type { NodesLost } from './node-lifecycle';
import { behaviour, field, type Setting } from './origins';
import type { RecoveryAssumption } from './reasons';
import type { NeverReason, Tuning } from './recovery';
import { StepOrigin } from './step-origin';
import type { NodeFacts, Surroundings } from './surroundings';

/** A health check that looks after a node. */
export interface Watch {
  readonly check: HealthCheckView;
  /** How long `Ready` has to be so before it acts. */
  readonly patience: Setting;
  readonly tunings: readonly Tuning[];
  /** Why it does not act at all. */
  readonly never?: NeverReason;
  readonly assumptions: readonly RecoveryAssumption[];
}

/** How the node looks to the control plane. */
export type ReadyStatus = 'Unknown' | 'False';

/** The node that a VM is on, where nodes are known; else some worker. */
export type Place = NodeFacts | undefined;

/** The health checks that look after a node, as they will once what is wrong with them has been told. */
export function watchesOf(place: Place, nodes: NodesLost, graph: ManifestGraph, surroundings: Surroundings): readonly Watch[] {
  const known = watches.get(surroundings) ?? new Map<string, readonly Watch[]>();
  watches.set(surroundings, known);
  // What becomes of a node does not depend on the VM that is on it.
  const { lost, zoneSize, place: turn, isLast, isControlPlane } = nodes;
  const key = `${place?.name}\n${lost}\n${zoneSize}\n${turn}\n${isLast}\n${isControlPlane}`;
  const found = known.get(key) ?? findWatches(healthChecks(graph), place, nodes, graph, surroundings);
  known.set(key, found);
  return found;
}

const watches = new WeakMap<Surroundings, Map<string, readonly Watch[]>>();

function findWatches(
  checks: readonly HealthCheckView[],
  place: Place,
  nodes: NodesLost,
  graph: ManifestGraph,
  surroundings: Surroundings,
): Watch[] {
  return checks
    .filter((check) => !check.watchesTerminationOnly && looksAfter(check, place))
    .map((check) => {
      const patience = patienceOf(check);
      const limit = limitOf(check, nodes, patience.setting.seconds, graph, surroundings);
      const never = switchedOff(check, checks, graph) ?? paused(check) ?? excluded(place) ?? patience.never ?? limit.never;
      return {
        check,
        patience: patience.setting,
        tunings: [patienceTuning(check, patience.setting)],
        never,
        assumptions: [...selectionAssumption(check, place), ...limit.assumptions],
      };
    });
}

/** The health checks of a graph: made once, so that what is found out about one of them is found out once. */
export const healthChecks = perGraph((graph: ManifestGraph): HealthCheckView[] => [
  ...nodeHealthChecks(graph),
  ...machineHealthChecks(graph),
]);

function looksAfter(check: HealthCheckView, place: Place): boolean {
  if (check instanceof MachineHealthCheckView) {
    return place?.isControlPlane ? !selectsWorkersOnly(check.selector) : !selectsControlPlaneOnly(check.selector);
  }
  return place === undefined ? !asksForControlPlane(check.selector) : labelMatcher(check.selector)(place.labels);
}

function selectionAssumption(check: HealthCheckView, place: Place): RecoveryAssumption[] {
  const isMachine = check instanceof MachineHealthCheckView;
  if (!isMachine && place !== undefined) {
    return [];
  }
  const name = String(check.manifest.metadata?.name);
  const of = isMachine ? 'the Machine of the node' : 'the node';
  return [{ id: 'selected', what: `${check.manifest.kind} ${name} selects ${of}`, say: isMachine ? undefined : 'Nodes in the profile' }];
}

/** The shortest of the conditions on a node that does not answer. */
function patienceOf(check: HealthCheckView, status: ReadyStatus = 'Unknown'): { setting: Setting; never?: NeverReason } {
  const { manifest, durationField } = check;
  const isMachine = check instanceof MachineHealthCheckView;
  const reference = isMachine ? HEALTH_CHECK_CONTROLLER : NODE_HEALTH_CHECK_CONTROLLER;
  const origin = field(manifest, 'spec.unhealthyConditions', check.spec.unhealthyConditions, `${HEALTH_CHECK_PATIENCE.usual} s`, reference);
  if (check.conditions.length === 0 && !isMachine) {
    return { setting: { seconds: HEALTH_CHECK_PATIENCE.usual, origin } };
  }
  const settings = check.readyConditions
    .filter(({ condition }) => condition.status === status)
    .map(({ path, condition }) => {
      const value = condition[durationField];
      const seconds = secondsOfGoDuration(value) ?? HEALTH_CHECK_PATIENCE.usual;
      return { seconds, origin: field(manifest, `${path}.${durationField}`, value, `${HEALTH_CHECK_PATIENCE.usual} s`, reference) };
    });
  const [first, ...others] = settings;
  if (first === undefined) {
    const because = `${manifest.kind} ${manifest.metadata?.name} has no condition for a node whose Ready is ${status}`;
    const change = `A condition with type Ready, status ${status} and ${durationField} ${HEALTH_CHECK_PATIENCE.shortest}s would change it.`;
    const remedy = [
      ...check.conditions.map(({ condition }) => condition),
      { type: 'Ready', status, [durationField]: `${HEALTH_CHECK_PATIENCE.shortest}s` },
    ];
    const never = { id: 'condition-missing', because, change, origin: { ...origin, says: 'unhealthyConditions' }, remedy, isCertain: true };
    return { setting: { seconds: Infinity, origin }, never };
  }
  return { setting: others.reduce((shortest, other) => (other.seconds < shortest.seconds ? other : shortest), first) };
}

function patienceTuning({ manifest, conditions, durationField }: HealthCheckView, { seconds, origin }: Setting): Tuning {
  if (conditions.length === 0) {
    const value = ['False', 'Unknown'].map((status) => ({ type: 'Ready', status, [durationField]: `${HEALTH_CHECK_PATIENCE.shortest}s` }));
    return { manifest, path: 'spec.unhealthyConditions', value };
  }
  const number = { now: seconds, lowest: HEALTH_CHECK_PATIENCE.shortest, secondsEach: 1, isDuration: true };
  return { manifest, path: origin.path ?? 'spec.unhealthyConditions', number };
}

/** A MachineHealthCheck of one's own switches every NodeHealthCheck off; an upgrade holds them back. */
function switchedOff(check: HealthCheckView, checks: readonly HealthCheckView[], graph: ManifestGraph): NeverReason | undefined {
  if (check instanceof MachineHealthCheckView) {
    return undefined;
  }
  const conflict = checks.find((other) => other instanceof MachineHealthCheckView && !other.isTerminationHandler);
  if (conflict !== undefined) {
    return {
      id: 'health-checks-conflict',
      because: `MachineHealthCheck ${conflict.manifest.metadata?.name} switches every NodeHealthCheck of the cluster off`,
      change: 'Its removal would change it.',
      origin: behaviour('NodeHealthChecks beside a MachineHealthCheck', HEALTH_CHECK_CONFLICT),
      isCertain: true,
    };
  }
  return upgrading(graph);
}

function upgrading(graph: ManifestGraph): NeverReason | undefined {
  const [version] = graph.ofKind(CONFIG_GROUP, 'ClusterVersion');
  const index = objectsOf(version?.status?.conditions).findIndex(({ type, status }) => type === 'Progressing' && status === 'True');
  if (version === undefined || index < 0) {
    return undefined;
  }
  const says = 'the cluster is being upgraded';
  const origin = { kind: StepOrigin.FIELD, says, manifest: version, path: `status.conditions[${index}].status`, value: 'True' };
  return {
    id: 'upgrade-in-progress',
    because: 'The cluster is being upgraded, and no node is remediated meanwhile',
    change: 'The end of the upgrade would change it.',
    origin,
    isCertain: true,
  };
}

/** A NodeHealthCheck lists why it is paused, a MachineHealthCheck has an annotation. */
function paused(check: HealthCheckView): NeverReason | undefined {
  const { manifest, spec } = check;
  const isMachine = check instanceof MachineHealthCheckView;
  const requests: unknown = spec.pauseRequests;
  const isPaused = !isMachine && Array.isArray(requests) && requests.length > 0;
  if (!isPaused && !(isMachine && manifest.metadata?.annotations?.[PAUSED_ANNOTATION] !== undefined)) {
    return undefined;
  }
  const path = isPaused ? 'spec.pauseRequests' : `metadata.annotations["${PAUSED_ANNOTATION}"]`;
  return {
    id: 'paused',
    because: `${manifest.kind} ${manifest.metadata?.name} is paused`,
    change: `The removal of ${path} would change it.`,
    origin: { kind: StepOrigin.FIELD, says: path, manifest, path, value: isPaused ? requests : '' },
    isCertain: true,
  };
}

const EXCLUDED_LABEL = 'remediation.medik8s.io/exclude-from-remediation';

function excluded(place: Place): NeverReason | undefined {
  return place?.labels[EXCLUDED_LABEL] === 'true'
    ? {
        id: 'node-excluded',
        because: `The label ${EXCLUDED_LABEL} keeps the node ${place.name} from being remediated`,
        change: 'Its removal would change it.',
        origin: behaviour('nodes that are excluded', NODE_HEALTH_CHECK_CONTROLLER),
        isCertain: true,
      }
    : undefined;
}

/** Seconds between the first and the last node of those that are lost at once, as they are noticed. */
const DETECTION_SPREAD = 20;

/** Whether the brake of a health check lets go with so many nodes lost. */
function limitOf(
  check: HealthCheckView,
  { lost, isLast }: NodesLost,
  patience: number,
  graph: ManifestGraph,
  surroundings: Surroundings,
): { never?: NeverReason; assumptions: readonly RecoveryAssumption[] } {
  const total = selectedNodes(check, graph, surroundings);
  const name = check.spec.minHealthy === undefined ? 'maxUnhealthy' : 'minHealthy';
  const value = check.spec[name];
  const allowed = allowedLosses(check, total);
  if (allowed === undefined) {
    const say = 'workers, or Nodes, in the profile';
    const what = `Enough nodes stay healthy for ${name} ${value} of ${check.manifest.kind} ${check.manifest.metadata?.name}`;
    return { assumptions: value === undefined ? [] : [{ id: 'enough-healthy-nodes', what, say }] };
  }
  // Where no node is left it does not matter what is remediated.
  if (lost <= allowed || isLast) {
    return { assumptions: [] };
  }
  const isMinimum = name === 'minHealthy';
  const remedy = isMinimum ? (total === undefined || lost > total ? undefined : total - lost) : lost;
  const never = {
    id: 'brake',
    because: `${check.manifest.kind} ${check.manifest.metadata?.name} remediates nothing with ${lost}${total === undefined ? '' : ` of ${total}`} nodes lost: ${name} ${value} allows ${Math.max(0, allowed)}`,
    change: `${remedy === undefined ? `Another ${name}` : `${name}: ${remedy}`} would change it.`,
    origin: field(check.manifest, `spec.${name}`, value, ''),
    remedy,
    // An impatient check acts on the first node while the others are not noticed yet.
    isCertain: lost === 1 || patience > DETECTION_SPREAD,
  };
  return { never, assumptions: [] };
}

/** How many nodes a health check selects; undefined: unknown. */
function selectedNodes(check: HealthCheckView, graph: ManifestGraph, { cluster, nodes }: Surroundings): number | undefined {
  const isMachine = check instanceof MachineHealthCheckView;
  const all = graph.ofKind('', 'Node');
  if (isMachine && selectsControlPlaneOnly(check.selector)) {
    return nodes.some(({ isControlPlane }) => isControlPlane) ? nodes.filter(({ isControlPlane }) => isControlPlane).length : undefined;
  }
  if (isMachine) {
    const workers = nodes.length > 0 ? nodes.filter(({ isControlPlane }) => !isControlPlane).length : cluster.workers;
    return selectsWorkersOnly(check.selector) ? workers : undefined;
  }
  if (all.length > 0) {
    const matches = labelMatcher(check.selector);
    return all.filter((node: Manifest) => matches(node.metadata?.labels ?? {})).length;
  }
  return takesWorkersOnly(check.selector) ? cluster.workers : undefined;
}
