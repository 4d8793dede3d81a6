import { NODE_HEALTH_CHECK_GUIDE } from '../../../admission';
import { type ManifestGraph, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { overlaps } from '../../selector-overlap';
import { Severity } from '../../severity';

/** A node has one health check. */
export const nodeHealthChecksOverlap: Rule<ManifestGraph> = {
  id: 'node-health-checks-overlap',
  title: 'No two NodeHealthChecks select the same nodes',
  severity: Severity.WARNING,
  category: 'node',
  rationale:
    'The operator does not refuse it, but each health check counts and remediates on its own: a storm that one of them ' +
    'stops goes on by the looser limit of the other, and a node may be remediated in two ways at once.',
  remediation: 'Merge them, or make their selectors exclude each other. For several ways to remediate use an escalation.',
  references: [NODE_HEALTH_CHECK_GUIDE],
  subjects: (graph) => [graph],
  evaluate: (graph) =>
    overlaps(
      nodeHealthChecks(graph),
      (other) => `${other} selects all of these nodes too, both remediate them, and the looser limit decides`,
    ) ?? NOT_APPLICABLE,
};
