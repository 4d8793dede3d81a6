import { TOLERATION_EFFECTS, TOLERATION_OPERATORS } from '../admission';
import { nearestValue, removal, setting } from './fix';
import type { Fix } from './rule';

/** What mends a field of a toleration; undefined: nobody knows what was meant. */
export function tolerationFix(path: string, toleration: Readonly<Record<string, any>>, field: string): Fix | undefined {
  const { effect, operator, value } = toleration;
  switch (field) {
    case 'effect':
      return nearestValue(`${path}.effect`, String(effect), TOLERATION_EFFECTS);
    case 'operator':
      return nearestValue(`${path}.operator`, String(operator), TOLERATION_OPERATORS);
    case 'tolerationSeconds':
      return effect === undefined ? setting(`${path}.effect`, 'NoExecute') : removal(`${path}.tolerationSeconds`);
    default:
      return field === 'value' && value !== undefined && operator === 'Exists' ? removal(`${path}.value`) : undefined;
  }
}
