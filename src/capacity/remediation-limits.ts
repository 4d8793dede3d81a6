import { type AdmissionContext, allowedLosses } from '../admission';
import { CONTROL_PLANE_NODE_LABELS } from '../facts';
import {
  type HealthCheckView,
  isObject,
  labelMatcher,
  MachineHealthCheckView,
  type Manifest,
  type ManifestGraph,
  machineHealthChecks,
  nodeHealthChecks,
  selectsControlPlaneOnly,
  selectsWorkersOnly,
} from '../graph';

/** What a health check does when hosts are lost at the same time. */
export interface RemediationLimit {
  /** `NodeHealthCheck` or `MachineHealthCheck`. */
  readonly kind: string;
  /** Its name. */
  readonly check: string;
  /** The field that limits it, and what stands there. */
  readonly field: 'minHealthy' | 'maxUnhealthy';
  readonly value: unknown;
  /** How many nodes it watches, and how many of them are lost. */
  readonly nodes: number;
  readonly lost: number;
  /** How many of them may be lost for it to act. */
  readonly allowed: number;
  /** Whether it goes on with the remediation of the lost ones: else no VM on them is started elsewhere. */
  readonly goesOn: boolean;
}

/**
 * What the limits of health checks allow when nodes are lost. Nothing is said of a check without a limit, of one that reacts to
 * instances that a cloud takes back only, and of Machines whose nodes are not known.
 */
export function remediationLimits({ graph }: AdmissionContext, lost: readonly string[]): RemediationLimit[] {
  return [...nodeHealthChecks(graph), ...machineHealthChecks(graph)].flatMap((check) => {
    const watched = check.watchesTerminationOnly ? undefined : watchedNodes(check, graph);
    const gone = watched?.filter(({ metadata }) => lost.includes(String(metadata?.name))).length ?? 0;
    const allowed = watched && allowedLosses(check, watched.length);
    if (watched === undefined || gone === 0 || allowed === undefined) {
      return [];
    }
    const { kind, metadata } = check.manifest;
    const field = check.spec.minHealthy === undefined ? 'maxUnhealthy' : 'minHealthy';
    return [
      {
        kind,
        check: String(metadata?.name ?? ''),
        field,
        value: check.spec[field],
        nodes: watched.length,
        lost: gone,
        allowed: Math.max(0, allowed),
        goesOn: gone <= allowed,
      },
    ];
  });
}

/** The nodes that a health check looks after; undefined: which Machines it selects says nothing of their nodes. */
function watchedNodes(check: HealthCheckView, graph: ManifestGraph): Manifest[] | undefined {
  const nodes = graph.ofKind('', 'Node');
  if (!(check instanceof MachineHealthCheckView)) {
    const matches = labelMatcher(check.selector);
    return nodes.filter(({ metadata }) => matches(isObject(metadata?.labels) ? metadata.labels : {}));
  }
  if (selectsControlPlaneOnly(check.selector)) {
    return nodes.filter(isOfControlPlane);
  }
  return selectsWorkersOnly(check.selector) ? nodes.filter((node) => !isOfControlPlane(node)) : undefined;
}

function isOfControlPlane({ metadata }: Manifest): boolean {
  const labels = isObject(metadata?.labels) ? metadata.labels : {};
  return CONTROL_PLANE_NODE_LABELS.some((label) => Object.hasOwn(labels, label));
}
