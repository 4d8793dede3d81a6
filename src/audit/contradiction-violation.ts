import type { Contradiction } from '../admission';
import type { RequirementView, SelectorView } from '../graph';
import type { Violation } from './rule';

/** Says of two expressions that they cannot hold together. */
export function contradictionViolation({ manifest }: SelectorView, { requirement, other }: Contradiction): Violation {
  const message = `${other.path} asks that the label ${other.key} ${wanted(other)}, and both have to hold: it selects nothing`;
  const areLists = [requirement, other].every(({ operator }) => operator === 'In');
  const remedy = areLists ? 'List the values in one expression with operator: In to select any of them.' : 'Remove one of the two.';
  return { manifest, path: requirement.path, value: requirement.value, message, remedy };
}

function wanted({ operator, values }: RequirementView): string {
  const listed = values.map((value) => JSON.stringify(value)).join(', ');
  switch (operator) {
    case 'In':
      return values.length === 1 ? `is ${listed}` : `is one of ${listed}`;
    case 'NotIn':
      return values.length === 1 ? `is not ${listed}` : `is none of ${listed}`;
    case 'Gt':
      return `is more than ${values[0]}`;
    case 'Lt':
      return `is less than ${values[0]}`;
    default:
      return operator === 'Exists' ? 'is there' : 'is not there';
  }
}
