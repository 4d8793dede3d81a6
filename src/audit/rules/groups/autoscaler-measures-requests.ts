import { AUTOSCALER_GUIDE, autoscalers, requestsPartOfCpus, scaledPool } from '../../../admission';
import { type Manifest, objectsOf } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const autoscalerMeasuresRequests: Rule<Manifest> = {
  id: 'autoscaler-measures-requests',
  title: 'An autoscaler of VMs does not measure a percentage of what their pods request',
  severity: Severity.WARNING,
  category: 'availability',
  rationale:
    'KubeVirt requests a tenth of the CPUs of a guest unless told otherwise, so a target of 70 % of the request is 7 % of the guest: the pool grows to its maximum as soon as the guests do something.',
  remediation: 'Use averageValue, or a metric of the service such as requests per second.',
  references: [AUTOSCALER_GUIDE, 'https://kubevirt.io/user-guide/compute/resources_requests_and_limits/'],
  mentions: ['averageUtilization', 'targetCPUUtilizationPercentage'],
  subjects: autoscalers,
  evaluate,
};

function evaluate(autoscaler: Manifest, { graph }: RuleContext): Outcome {
  const pool = scaledPool(autoscaler, graph);
  const vm = pool && graph.virtualMachineOf(pool);
  return vm === undefined || !requestsPartOfCpus(vm, graph) ? NOT_APPLICABLE : [...metricFaults(autoscaler), ...oldFaults(autoscaler)];
}

function metricFaults(manifest: Manifest): Violation[] {
  return objectsOf(manifest.spec?.metrics).flatMap((metric, index) => {
    const field = metric.type === 'ContainerResource' ? 'containerResource' : 'resource';
    const value = metric[field]?.target?.averageUtilization;
    const isCpu = metric[field]?.name === 'cpu';
    return isCpu && value !== undefined ? [fault(manifest, `spec.metrics[${index}].${field}.target.averageUtilization`, value)] : [];
  });
}

/** As `autoscaling/v1` has it. */
function oldFaults(manifest: Manifest): Violation[] {
  const value = manifest.spec?.targetCPUUtilizationPercentage;
  return value === undefined ? [] : [fault(manifest, 'spec.targetCPUUtilizationPercentage', value)];
}

function fault(manifest: Manifest, path: string, value: unknown): Violation {
  const message =
    'it is a percentage of what the pods request, by default a tenth of the CPUs of their guests, and is reached by guests that do next to nothing';
  return { manifest, path, value, message, remedy: 'Use averageValue, e.g. 1500m of CPU, or a metric of the service.' };
}
