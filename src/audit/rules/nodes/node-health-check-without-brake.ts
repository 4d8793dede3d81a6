import { NODE_HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { countOf } from '../../../facts';
import { type NodeHealthCheckView, nodeHealthChecks } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A limit that everything is within is none. */
export const nodeHealthCheckWithoutBrake: Rule<NodeHealthCheckView> = {
  id: 'node-health-check-without-brake',
  title: 'A NodeHealthCheck stops when too many nodes are unhealthy',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale:
    'When a switch or the control plane network fails, all nodes turn Unknown at once. With minHealthy 0 or maxUnhealthy 100% ' +
    'the operator remediates all of them: every VM of the cluster is stopped to cure nodes that are not broken.',
  remediation: 'Use minHealthy: 51%, or what the others can carry.',
  references: [NODE_HEALTH_CHECK_CONTROLLER],
  subjects: nodeHealthChecks,
  evaluate: ({ manifest, spec }) => {
    const [minimum, maximum] = [countOf(spec.minHealthy), countOf(spec.maxUnhealthy)];
    if (minimum === undefined && maximum === undefined) {
      return NOT_APPLICABLE;
    }
    const message = 'no number of unhealthy nodes is too many, so a network fault that hides all nodes remediates all of them at once';
    if (minimum?.number === 0) {
      return [
        { manifest, path: 'spec.minHealthy', value: spec.minHealthy, message, remedy: 'Use what is needed to carry the VMs, e.g. 51%.' },
      ];
    }
    if (maximum?.percentage === 100) {
      return [
        { manifest, path: 'spec.maxUnhealthy', value: spec.maxUnhealthy, message, remedy: 'Use what the others can carry, e.g. 40%.' },
      ];
    }
    return [];
  },
};
