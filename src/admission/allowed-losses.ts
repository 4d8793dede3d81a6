import { countOf } from '../facts';
import type { HealthCheckView } from '../graph';

/**
 * How many nodes a health check may find lost and still act; undefined: it has no limit that can be read.
 *
 * @param total how many nodes it watches; undefined: unknown
 * @see https://github.com/medik8s/node-healthcheck-operator/blob/main/internal/controller/nodehealthcheck_controller.go
 * @see https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machinehealthcheck/machinehealthcheck_controller.go
 */
export function allowedLosses({ spec, manifest }: HealthCheckView, total: number | undefined): number | undefined {
  const [minimum, maximum] = [countOf(spec.minHealthy), countOf(spec.maxUnhealthy)];
  if (total === undefined) {
    const isNone = minimum === undefined ? maximum?.number === 0 : minimum.percentage === 100;
    return isNone ? 0 : maximum?.percentage === undefined ? maximum?.number : undefined;
  }
  if (minimum !== undefined) {
    const needed = minimum.percentage === undefined ? minimum.number : Math.ceil((minimum.percentage * total) / 100);
    return total - needed;
  }
  if (maximum === undefined) {
    return undefined;
  }
  const isNodeHealthCheck = manifest.kind === 'NodeHealthCheck';
  // A number above that of the nodes is an error of a NodeHealthCheck, which then does nothing.
  if (maximum.percentage === undefined) {
    return isNodeHealthCheck && maximum.number > total ? -1 : maximum.number;
  }
  const share = (maximum.percentage * total) / 100;
  return isNodeHealthCheck ? Math.ceil(share) : Math.floor(share);
}
