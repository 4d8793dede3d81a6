import type { ClusterProfile } from '../../cluster';
import { fieldTable, type Release } from '../../imports/field-table';

/** What is known of a field, or a version of a kind, on a cluster. */
export type Availability = 'available' | 'possibly' | 'absent';

/**
 * Whether the KubeVirt of a cluster has what the compared releases have since `since`.
 *
 * The table compares some releases only: what came between two of them may be in a release in between.
 */
export function availability(cluster: ClusterProfile, since: Release | undefined): Availability {
  if (since === undefined || cluster.atLeast(since)) {
    return 'available';
  }
  const { releases } = fieldTable();
  const lastWithout = releases[releases.indexOf(since) - 1];
  const isBetween = lastWithout !== undefined && cluster.kubevirtVersion !== lastWithout && cluster.atLeast(lastWithout);
  return isBetween ? 'possibly' : 'absent';
}
