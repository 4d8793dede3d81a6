import { hasFormat, INTEGER_TEXT, LABEL_KEY, LABEL_VALUE } from '../facts';
import type { RequirementView } from '../graph';

/** What is wrong with one field of a requirement, as no selector has it. */
export interface SelectorFault {
  readonly path: string;
  readonly value: unknown;
  readonly message: string;
  readonly remedy: string;
  /** Whether KubeVirt lets it pass in a term of node affinity, so that only the pod is refused, or fits no node. */
  readonly passesKubevirt?: boolean;
}

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'];
const NODE_OPERATORS = [...OPERATORS, 'Gt', 'Lt'];

/**
 * What makes a requirement invalid: `ValidateLabelSelectorRequirement` of apimachinery and, for nodes, `ValidateNodeSelectorRequirement`
 * of Kubernetes.
 */
export function requirementFaults(requirement: RequirementView, isNodeTerm: boolean): SelectorFault[] {
  if (typeof requirement.value === 'string') {
    return labelFaults(requirement);
  }
  const operators = isNodeTerm ? NODE_OPERATORS : OPERATORS;
  return [...keyFaults(requirement), ...operatorFaults(requirement, operators), ...valueFaults(requirement, isNodeTerm)];
}

function labelFaults({ path, value, key, values }: RequirementView): SelectorFault[] {
  const message = `its key is not ${LABEL_KEY.words}`;
  const faults = hasFormat(key, LABEL_KEY) ? [] : [{ path, value, message, remedy: 'Correct the key.' }];
  return values.every((text) => hasFormat(text, LABEL_VALUE)) ? faults : [...faults, { path, value, ...VALUE_FAULT }];
}

const VALUE_FAULT = { message: `values of labels are ${LABEL_VALUE.words}`, remedy: 'Use a value that a label can have.' };

function keyFaults({ path, key }: RequirementView): SelectorFault[] {
  const message = `keys of labels are ${LABEL_KEY.words}`;
  return hasFormat(key, LABEL_KEY) ? [] : [{ path: `${path}.key`, value: key, message, remedy: 'Use the key of a label.' }];
}

function operatorFaults({ path, operator }: RequirementView, operators: readonly string[]): SelectorFault[] {
  const message = `operators are ${operators.join(', ')}`;
  return operators.includes(operator)
    ? []
    : [{ path: `${path}.operator`, value: operator, message, remedy: operatorRemedy(operator, operators) }];
}

function operatorRemedy(operator: string, operators: readonly string[]): string {
  const meant = operators.find((candidate) => candidate.toLowerCase() === operator.toLowerCase());
  return meant === undefined ? 'Use one of them.' : `Use ${meant}.`;
}

function valueFaults({ path, operator, value, values }: RequirementView, isNodeTerm: boolean): SelectorFault[] {
  const listed = (value as Record<string, unknown>).values;
  const fault = (message: string, remedy: string) => [{ path: `${path}.values`, value: listed, message, remedy }];
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (listed === undefined || (Array.isArray(listed) && listed.length === 0)) {
        return fault(`${operator} compares with values, and there are none`, 'List them, or use Exists or DoesNotExist.');
      }
      return values.flatMap((text, index) =>
        hasFormat(text, LABEL_VALUE) ? [] : [{ path: `${path}.values[${index}]`, value: text, ...VALUE_FAULT, passesKubevirt: isNodeTerm }],
      );
    case 'Exists':
    case 'DoesNotExist':
      return Array.isArray(listed) && listed.length > 0 ? fault(`${operator} takes no values`, 'Remove them, or use In or NotIn.') : [];
    case 'Gt':
    case 'Lt':
      return values.length === 1 && hasFormat(values[0], INTEGER_TEXT)
        ? []
        : fault(`${operator} compares with one integer`, 'Write one, in quotes.').map((found) => ({
            ...found,
            passesKubevirt: values.length === 1,
          }));
    default:
      return [];
  }
}
