import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { type ManifestGraph, machineHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { overlaps } from '../../selector-overlap';
import { Severity } from '../../severity';

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
  evaluate: (graph) =>
    overlaps(
      machineHealthChecks(graph).filter((check) => !check.watchesTerminationOnly),
      (other) => `${other} selects all of these Machines too, both remediate them, and the looser maxUnhealthy decides`,
    ) ?? NOT_APPLICABLE,
};
