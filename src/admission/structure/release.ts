import { fieldTable, type Release } from '../../imports/field-table';

/** What is known of a field, or a version of a kind, on a cluster. */
export type Availability = 'available' | 'possibly' | 'absent';

/**
 * Whether a KubeVirt release has what the compared releases have since `since`.
 *
 * The table compares some releases only: what came between two of them may be in a release in between.
 */
export function availability(release: Release, since: Release | undefined): Availability {
  if (since === undefined || minor(release) >= minor(since)) {
    return 'available';
  }
  const { releases } = fieldTable();
  const lastWithout = releases[releases.indexOf(since) - 1];
  return lastWithout === undefined || minor(release) <= minor(lastWithout) ? 'absent' : 'possibly';
}

export function minor(release: Release): number {
  return Number(release.split('.')[1]);
}
