import { displayName, type ManifestGraph } from '../../../graph';
import { NOT_APPLICABLE, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';
import { type MachineHealthCheckNode, machineHealthChecks } from './machine-health-check';
import { requirementsOf } from './machine-selector';
import { HEALTH_CHECK_CONTROLLER } from './references';

/** A health check with what its selector demands. */
interface Selection {
  readonly check: MachineHealthCheckNode;
  readonly requirements: ReadonlySet<string>;
  readonly order: number;
}

/** A Machine has one health check. */
export const machineHealthChecksOverlap: Rule<ManifestGraph> = {
  id: 'machine-health-checks-overlap',
  title: 'No two MachineHealthChecks select the same Machines',
  severity: Severity.WARNING,
  category: 'node',
  rationale:
    'Each health check counts and remediates on its own. One Machine may be power cycled by one and deleted by the ' +
    'other, and a storm that one of them stops goes on by the looser maxUnhealthy of the other.',
  remediation: 'Merge them, or make their selectors exclude each other.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: (graph) => [graph],
  evaluate: (graph) => {
    const selections = machineHealthChecks(graph)
      .filter((check) => !check.watchesTerminationOnly)
      .map((check, order) => ({ check, order, requirements: new Set(requirementsOf(check.selector)) }))
      .filter(({ requirements }) => requirements.size > 0);
    return selections.length < 2 ? NOT_APPLICABLE : overlaps(selections);
  },
};

/** Whatever demands more selects a part of what demands less; the wider selection is found by its last demand. */
function overlaps(selections: readonly Selection[]): Violation[] {
  const byLastRequirement = new Map<string, Selection[]>();
  for (const selection of selections) {
    const [key] = [...selection.requirements].slice(-1);
    const list = byLastRequirement.get(key) ?? [];
    byLastRequirement.set(key, list);
    list.push(selection);
  }
  return selections.flatMap((selection) => {
    const wider = widerThan(selection, byLastRequirement);
    return wider === undefined ? [] : [violation(selection.check, wider.check)];
  });
}

function widerThan(selection: Selection, byLastRequirement: ReadonlyMap<string, readonly Selection[]>): Selection | undefined {
  for (const requirement of selection.requirements) {
    const wider = byLastRequirement.get(requirement)?.find((candidate) => isWider(candidate, selection));
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

function violation({ manifest, selector }: MachineHealthCheckNode, other: MachineHealthCheckNode): Violation {
  return {
    manifest,
    path: 'spec.selector',
    value: selector,
    message: `${displayName(other.manifest)} selects all of these Machines too, both remediate them, and the looser maxUnhealthy decides`,
    remedy: 'Merge the two, or make their selectors exclude each other.',
  };
}
