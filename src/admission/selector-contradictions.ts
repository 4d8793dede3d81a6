import { hasFormat, INTEGER_TEXT } from '../facts';
import type { RequirementView } from '../graph';

/** Two requirements on one label of which at most one can hold. */
export interface Contradiction {
  /** The later of the two. */
  readonly requirement: RequirementView;
  readonly other: RequirementView;
}

/** The first contradiction on each label of a selector. */
export function contradictions(requirements: readonly RequirementView[]): Contradiction[] {
  const byKey = new Map<string, RequirementView[]>();
  for (const requirement of requirements) {
    const earlier = byKey.get(requirement.key);
    if (earlier === undefined) {
      byKey.set(requirement.key, [requirement]);
    } else {
      earlier.push(requirement);
    }
  }
  return [...byKey.values()].flatMap((list) => firstContradiction(list) ?? []);
}

/** The first requirement that cannot hold together with those before it, and one of those. */
function firstContradiction(requirements: readonly RequirementView[]): Contradiction | undefined {
  for (let index = 1; index < requirements.length; index++) {
    const earlier = requirements.slice(0, index);
    const requirement = requirements[index];
    if (!isSatisfiable([...earlier, requirement])) {
      return { requirement, other: earlier.find((other) => !isSatisfiable([other, requirement])) ?? earlier[index - 1] };
    }
  }
  return undefined;
}

/** Whether a label, or its absence, can meet all of the requirements; what is invalid asks for nothing. */
function isSatisfiable(requirements: readonly RequirementView[]): boolean {
  const canBeAbsent = requirements.every(({ operator }) => operator === 'NotIn' || operator === 'DoesNotExist');
  if (canBeAbsent || requirements.some(isUnreadable)) {
    return true;
  }
  const listed = requirements.find(({ operator }) => operator === 'In');
  if (listed !== undefined) {
    return listed.values.some((value) => requirements.every((requirement) => accepts(requirement, value)));
  }
  return requirements.every(({ operator }) => operator !== 'DoesNotExist') && hasIntegerBetween(requirements);
}

function isUnreadable({ operator, values }: RequirementView): boolean {
  return !OPERATORS.includes(operator) || (COMPARING.includes(operator) && values.length === 0);
}

const COMPARING = ['In', 'NotIn', 'Gt', 'Lt'];
const OPERATORS = [...COMPARING, 'Exists', 'DoesNotExist'];

function accepts({ operator, values }: RequirementView, value: string): boolean {
  switch (operator) {
    case 'In':
      return values.includes(value);
    case 'NotIn':
      return !values.includes(value);
    case 'Gt':
      return hasFormat(value, INTEGER_TEXT) && Number(value) > Number(values[0]);
    case 'Lt':
      return hasFormat(value, INTEGER_TEXT) && Number(value) < Number(values[0]);
    default:
      return operator === 'Exists';
  }
}

function hasIntegerBetween(requirements: readonly RequirementView[]): boolean {
  const boundsOf = (wanted: string) => requirements.filter(({ operator }) => operator === wanted).map(({ values }) => Number(values[0]));
  return Math.min(...boundsOf('Lt')) - Math.max(...boundsOf('Gt')) > 1;
}
