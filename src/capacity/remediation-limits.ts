import type { AdmissionContext } from '../admission';
import { countOf } from '../facts';
import { isObject, matchLabelSelector, nodeHealthChecks } from '../graph';

/** What a NodeHealthCheck does when hosts are lost at the same time. */
export interface RemediationLimit {
  /** Name of the NodeHealthCheck. */
  readonly check: string;
  /** How many nodes it watches, and how many of them are lost. */
  readonly nodes: number;
  readonly lost: number;
  /** How many of them have to be healthy for it to act. */
  readonly needed: number;
  /** Whether it remediates the lost ones: else no VM on them is started elsewhere. */
  readonly isReached: boolean;
}

const DEFAULT = '51%';

/**
 * What the limits of NodeHealthChecks allow when nodes are lost. Percentages are rounded up.
 *
 * @see https://github.com/medik8s/node-healthcheck-operator/blob/main/controllers/nodehealthcheck_controller.go
 */
export function remediationLimits({ graph }: AdmissionContext, lost: readonly string[]): RemediationLimit[] {
  const nodes = graph.ofKind('', 'Node');
  return nodeHealthChecks(graph).flatMap(({ manifest, spec, selector }) => {
    const watched = nodes.filter(({ metadata }) => matchLabelSelector(selector, isObject(metadata?.labels) ? metadata.labels : {}));
    const gone = watched.filter(({ metadata }) => lost.includes(String(metadata?.name))).length;
    const limit = spec.maxUnhealthy === undefined ? countOf(spec.minHealthy ?? DEFAULT) : undefined;
    if (gone === 0 || limit === undefined) {
      return [];
    }
    const needed = limit.percentage === undefined ? limit.number : Math.ceil((limit.percentage * watched.length) / 100);
    const check = String(manifest.metadata?.name ?? '');
    return [{ check, nodes: watched.length, lost: gone, needed, isReached: watched.length - gone >= needed }];
  });
}
