import { Stage } from '../../../admission/stage';
import { hasFormat, isWithin, KUBERNETES_FIELDS, type KubernetesField, PORT_NAME, PORTS } from '../../../facts';
import { apiGroup, fieldValues, isObject, type Manifest } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

export const kubernetesFieldRefused: Rule<Manifest> = {
  id: 'kubernetes-field-refused',
  title: 'Objects of Kubernetes itself beside VMs have the fields and values that its API server takes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'schema',
  rationale:
    'The API server refuses Services, Ingresses, NetworkPolicies, PodDisruptionBudgets, claims, CronJobs, autoscalers and priority classes ' +
    'with a value that is none of a closed choice, an integer out of its bounds, or without a field that has to be there.',
  remediation: 'Write the value as the reference of the kind has it.',
  references: ['https://kubernetes.io/docs/reference/kubernetes-api/'],
  subjects: (graph) => graph.manifests.filter((manifest) => fieldsOf(manifest) !== undefined),
  evaluate,
};

function fieldsOf(manifest: Manifest): readonly KubernetesField[] | undefined {
  const kind = `${apiGroup(manifest)}/${manifest.kind}`;
  return Object.hasOwn(KUBERNETES_FIELDS, kind) ? KUBERNETES_FIELDS[kind] : undefined;
}

function evaluate(manifest: Manifest): Outcome {
  return fieldsOf(manifest)?.flatMap((field) => violations(manifest, field)) ?? NOT_APPLICABLE;
}

function violations(manifest: Manifest, field: KubernetesField): Violation[] {
  return fieldValues(manifest, field.within).flatMap((holder) => {
    if (!isObject(holder.value)) {
      return [];
    }
    const path = holder.path === '' ? field.field : `${holder.path}.${field.field}`;
    const [found] = fieldValues(holder.value, field.field.split('.'));
    const fault = found === undefined ? absence(field) : (exclusion(holder.value, field) ?? faultOf(found.value, field));
    return fault === undefined ? [] : [{ manifest, path, value: found?.value, ...fault }];
  });
}

type Fault = Pick<Violation, 'message' | 'remedy'>;

function absence({ isRequired }: KubernetesField): Fault | undefined {
  return isRequired ? { message: 'the API server rejects the object without this field', remedy: 'Set it.' } : undefined;
}

function exclusion(holder: Record<string, any>, { field, excludes }: KubernetesField): Fault | undefined {
  return excludes === undefined || holder[excludes] === undefined
    ? undefined
    : { message: `it excludes ${excludes}, and the API server rejects an object with both`, remedy: `Keep one of ${excludes}, ${field}.` };
}

function faultOf(value: unknown, { values, minimum, maximum, isPort }: KubernetesField): Fault | undefined {
  if (values !== undefined && value !== '' && !values.includes(value as string)) {
    const remedy = `Use one of ${values.join(', ')}.`;
    return { message: 'the API server does not know this value and rejects the object', remedy };
  }
  if (isPort && !isPortNumber(value) && !(typeof value === 'string' && hasFormat(value, PORT_NAME))) {
    const remedy = 'Write a number from 1 to 65535 without quotes, or the name of a port.';
    return { message: 'this is neither the number nor the name of a port, and the API server rejects the object', remedy };
  }
  if (minimum === undefined || maximum === undefined || isBetween(value, minimum, maximum)) {
    return undefined;
  }
  const bounds = `an integer from ${minimum} to ${maximum}`;
  return { message: `the API server takes ${bounds} here and rejects the object`, remedy: `Write ${bounds}, without quotes.` };
}

function isPortNumber(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && isWithin(value, PORTS);
}

function isBetween(value: unknown, minimum: number, maximum: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum;
}
