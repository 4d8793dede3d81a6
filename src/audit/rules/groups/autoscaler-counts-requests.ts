import { AUTOSCALER_GUIDE, autoscalers, requestsPartOfCpus, scaledPool } from '../../../admission';
import { isObject, type Manifest, type ManifestGraph, objectsOf, type VirtualMachineView } from '../../../graph';
import type { Outcome, Rule, RuleContext } from '../../rule';
import { Severity } from '../../severity';

/** An autoscaler, and what it makes more or fewer of. */
interface ScaledMachine {
  readonly autoscaler: Manifest;
  readonly vm: VirtualMachineView;
}

/** A percentage of requests that an autoscaler compares with. */
interface Share {
  readonly resource: unknown;
  readonly path: string;
  readonly value: unknown;
}

const MESSAGES: Readonly<Record<string, string>> = {
  cpu: 'percentages are of the CPU request, and the pod of a VM requests a part of its virtual CPUs, by default a tenth: the pool grows while its guests are nearly idle',
  memory:
    'the memory of a pod is what its guest has touched so far, caches included: it stays near the request whatever the load is, and the pool does not shrink',
};
const REMEDIES: Readonly<Record<string, string>> = {
  cpu: 'Use a target of type AverageValue, such as 1 for half of two virtual CPUs.',
  memory: 'Compare CPU with an AverageValue, or a metric of the application.',
};

export const autoscalerCountsRequests: Rule<ScaledMachine> = {
  id: 'autoscaler-counts-requests',
  title: 'An autoscaler of VMs measures neither memory in percent nor what Kubernetes measures by itself',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Without metrics an autoscaler aims at 80 % of the CPU that pods request, which is a tenth of the virtual CPUs unless told otherwise: 8 % of what the guest has. The memory of a pod is what the guest has touched so far.',
  remediation: 'Compare CPU with an AverageValue.',
  references: [AUTOSCALER_GUIDE, 'https://kubevirt.io/user-guide/compute/resources_requests_and_limits/'],
  subjects: scaledMachines,
  evaluate,
};

/** The autoscalers whose pool or replica set is among the manifests. */
function scaledMachines(graph: ManifestGraph): ScaledMachine[] {
  return autoscalers(graph).flatMap((autoscaler) => {
    const pool = scaledPool(autoscaler, graph);
    const vm = pool && graph.virtualMachineOf(pool);
    return vm === undefined ? [] : [{ autoscaler, vm }];
  });
}

function evaluate({ autoscaler, vm }: ScaledMachine, { graph }: RuleContext): Outcome {
  const partOfCpus = requestsPartOfCpus(vm, graph);
  return sharesOf(autoscaler)
    .filter(({ resource }) => resource === 'memory' || partOfCpus)
    .map(({ resource, path, value }) => ({
      manifest: autoscaler,
      path,
      value,
      message: MESSAGES[String(resource)],
      remedy: REMEDIES[String(resource)],
    }));
}

/** Without any metric Kubernetes aims at 80 % of the CPU request. A percentage of CPU that is written: autoscaler-measures-requests. */
function sharesOf({ apiVersion, spec }: Manifest): Share[] {
  const list = apiVersion === 'autoscaling/v1' ? 'targetCPUUtilizationPercentage' : 'metrics';
  const value = spec?.[list];
  if (value === undefined || (Array.isArray(value) && value.length === 0)) {
    return [{ resource: 'cpu', path: `spec.${list}`, value }];
  }
  return objectsOf(spec?.metrics).flatMap((metric, index) => {
    const field = metric.type === 'ContainerResource' ? 'containerResource' : 'resource';
    const source = metric[field];
    const share = isObject(source) && source.name === 'memory' && isObject(source.target) ? source.target.averageUtilization : undefined;
    const path = `spec.metrics[${index}].${field}.target.averageUtilization`;
    return share === undefined ? [] : [{ resource: 'memory', path, value: share }];
  });
}
