import { displayName, type HealthCheckView, requirementsOf } from '../graph';
import type { Violation } from './rule';

/** A health check with what its selector demands. */
interface Selection {
  readonly check: HealthCheckView;
  readonly requirements: ReadonlySet<string>;
  readonly order: number;
}

/**
 * The health checks that select nothing but what another one selects too; undefined when there are no two to compare.
 *
 * @param checks health checks of one kind
 * @param message what is wrong with it, from the name of the other health check
 */
export function overlaps(checks: readonly HealthCheckView[], message: (other: string) => string): Violation[] | undefined {
  const selections = checks
    .map((check, order) => ({ check, order, requirements: new Set(requirementsOf(check.selector)) }))
    .filter(({ requirements }) => requirements.size > 0);
  if (selections.length < 2) {
    return undefined;
  }
  const byRarestRequirement = indexByRarestRequirement(selections);
  return selections.flatMap((selection) => {
    const wider = widerThan(selection, byRarestRequirement);
    return wider === undefined ? [] : [violation(selection.check, message(displayName(wider.check.manifest)))];
  });
}

/**
 * Whatever demands more selects a part of what demands less: the wider selection is found by the rarest of its demands, so that
 * few have to be compared.
 */
function indexByRarestRequirement(selections: readonly Selection[]): Map<string, Selection[]> {
  const counts = new Map<string, number>();
  for (const requirement of selections.flatMap(({ requirements }) => [...requirements])) {
    counts.set(requirement, (counts.get(requirement) ?? 0) + 1);
  }
  const index = new Map<string, Selection[]>();
  for (const selection of selections) {
    const key = [...selection.requirements].reduce((rarest, requirement) =>
      Number(counts.get(requirement)) < Number(counts.get(rarest)) ? requirement : rarest,
    );
    const list = index.get(key) ?? [];
    index.set(key, list);
    list.push(selection);
  }
  return index;
}

function widerThan(selection: Selection, byRarestRequirement: ReadonlyMap<string, readonly Selection[]>): Selection | undefined {
  for (const requirement of selection.requirements) {
    const wider = byRarestRequirement.get(requirement)?.find((candidate) => isWider(candidate, selection));
    if (wider !== undefined) {
      return wider;
    }
  }
  return undefined;
}

/** Whether the first selects all that the second selects; of two equal ones the earlier counts as the wider. */
function isWider(wider: Selection, narrower: Selection): boolean {
  const isEqual = wider.requirements.size === narrower.requirements.size;
  return (
    wider.check.namespace === narrower.check.namespace &&
    (!isEqual || wider.order < narrower.order) &&
    [...wider.requirements].every((requirement) => narrower.requirements.has(requirement))
  );
}

function violation({ manifest, selector }: HealthCheckView, message: string): Violation {
  return {
    manifest,
    path: 'spec.selector',
    value: selector,
    message,
    remedy: 'Merge the two, or make their selectors exclude each other.',
  };
}
