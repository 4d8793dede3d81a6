import { HEALTH_CHECK_CONTROLLER } from '../../../admission';
import { type MachineHealthCheckView, machineHealthChecks, STRATEGY_PATH } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** A template comes before the strategy annotation. */
export const remediationStrategyIgnored: Rule<MachineHealthCheckView> = {
  id: 'remediation-strategy-ignored',
  title: 'A MachineHealthCheck has a remediation template or a remediation strategy',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'With a remediation template the controller creates the remediation from it and never reads the annotation. ' +
    'Whoever reads the manifest expects a power cycle by the annotation’s rules.',
  remediation: 'Keep one of them.',
  references: [HEALTH_CHECK_CONTROLLER],
  subjects: machineHealthChecks,
  evaluate: ({ manifest, strategy, template }) => {
    if (template === undefined) {
      return NOT_APPLICABLE;
    }
    if (strategy === undefined) {
      return [];
    }
    return [
      {
        manifest,
        path: STRATEGY_PATH,
        value: strategy,
        message: 'spec.remediationTemplate comes first, so the controller never reads this annotation',
        remedy: 'Remove the annotation, or the template.',
      },
    ];
  },
};
