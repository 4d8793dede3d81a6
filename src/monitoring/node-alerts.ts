import { isObject, type Manifest, objectsOf } from '../graph';
import type { Alert } from './alert';
import { AlertSeverity } from './alert-severity';
import { labelFrom, literal, type Matchers, matches, maxBy, series } from './promql';
import type { Thresholds } from './thresholds';
import type { WatchedMachine } from './watched-machine';

const REPORTED_SECONDS = 60;
const NOT_READY_SECONDS = 300;

/** The alert that a health check works on the node of a VM. */
export function nodeRemediation(vm: WatchedMachine, healthCheck: Manifest, { remediationFor }: Thresholds): Alert {
  const isReported = healthCheck.kind === 'NodeHealthCheck';
  const { namespace, name } = healthCheck.metadata ?? {};
  return {
    name: 'VirtualMachineNodeRemediation',
    severity: AlertSeverity.WARNING,
    expression: `${maxBy(['namespace', 'name', 'node'], vm.series('kubevirt_vmi_info'))} and on (node) ${isReported ? underRemediation(healthCheck) : NOT_READY}`,
    seconds: remediationFor ?? (isReported ? REPORTED_SECONDS : NOT_READY_SECONDS),
    summary: `Node {{ $labels.node }} of VM ${vm.shownName} in ${vm.namespace} is under remediation`,
    description: isReported
      ? 'The node has failed and is being remediated. The VM starts elsewhere once that is done.'
      : 'The node is not ready, and its MachineHealthCheck should be remediating it. The VM starts elsewhere once that is done.',
    links: {
      object: `${vm.kind} ${vm.namespace}/${vm.name}`,
      health_check: `${healthCheck.kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`,
      inspect: 'kubectl describe node {{ $labels.node }}',
    },
  };
}

/** The Machine API reports no remediation that is under way. */
const NOT_READY = `${maxBy(['node'], series('kube_node_status_condition', { condition: '="Ready"', status: '="true"' }))} == 0`;

/** The metric has the name of the node in `name`, and the kind of the remediation, which the templates give away. */
function underRemediation(healthCheck: Manifest): string {
  const kinds = templateKinds(healthCheck.spec).map((kind) => literal(kind.replace(/Template$/, '')));
  const matchers: Matchers = kinds.length === 0 ? {} : { remediation: matches([...new Set(kinds)].join('|')) };
  return `${maxBy(['node'], labelFrom(series('nodehealthcheck_ongoing_remediation', matchers), 'node', 'name', '(.+)'))} == 1`;
}

function templateKinds(spec: unknown): string[] {
  const { remediationTemplate, escalatingRemediations } = isObject(spec) ? spec : {};
  const steps = objectsOf(escalatingRemediations).map((step) => step.remediationTemplate);
  return [remediationTemplate, ...steps].flatMap((template) => (typeof template?.kind === 'string' ? [template.kind] : []));
}
