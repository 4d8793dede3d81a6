import { hasFormat, LABEL_KEY, LABEL_VALUE } from '../facts';

/** What is wrong with one field of a toleration. */
export interface TolerationFault {
  readonly field: string;
  /** What is refused, to follow "Kubernetes refuses". */
  readonly refused: string;
  readonly remedy: string;
}

export const TOLERATION_EFFECTS = ['NoSchedule', 'PreferNoSchedule', 'NoExecute'];
export const TOLERATION_OPERATORS = ['Equal', 'Exists'];

/**
 * What Kubernetes refuses in a toleration of a pod: `ValidateTolerations` in pkg/apis/core/validation.
 *
 * An empty text counts as not set there.
 */
export function tolerationFaults(toleration: Readonly<Record<string, any>>): TolerationFault[] {
  const { key, operator, tolerationSeconds } = toleration;
  const faults: TolerationFault[] = [];
  if (isText(key) && !hasFormat(key, LABEL_KEY)) {
    faults.push({ field: 'key', refused: `a key that is not ${LABEL_KEY.words}`, remedy: 'Use the key of the taint.' });
  }
  if (!isSet(key) && operator !== 'Exists') {
    const refused = 'a toleration without a key unless its operator is Exists';
    faults.push({ field: 'key', refused, remedy: 'Add the key of the taint.' });
  }
  if (tolerationSeconds !== undefined && toleration.effect !== 'NoExecute') {
    const refused = 'tolerationSeconds without effect: NoExecute, as no other taint ever removes a pod';
    faults.push({ field: 'tolerationSeconds', refused, remedy: 'Remove tolerationSeconds, or use effect: NoExecute.' });
  }
  return [...faults, ...comparisonFaults(toleration), ...effectFaults(toleration)];
}

function comparisonFaults({ operator, value }: Readonly<Record<string, any>>): TolerationFault[] {
  if (operator === 'Exists') {
    const refused = 'a value together with operator: Exists';
    return isSet(value) ? [{ field: 'value', refused, remedy: 'Remove the value, or use operator: Equal.' }] : [];
  }
  if (isText(operator) && !TOLERATION_OPERATORS.includes(operator)) {
    return [{ field: 'operator', refused: 'operators other than Equal and Exists', remedy: 'Use one of them.' }];
  }
  if (!isText(value) || hasFormat(value, LABEL_VALUE)) {
    return [];
  }
  const refused = `a value that no taint can have: it must be ${LABEL_VALUE.words}`;
  return [{ field: 'value', refused, remedy: 'Use the value of the taint.' }];
}

function effectFaults({ effect }: Readonly<Record<string, any>>): TolerationFault[] {
  if (!isText(effect) || TOLERATION_EFFECTS.includes(effect)) {
    return [];
  }
  const remedy = `Use ${TOLERATION_EFFECTS.join(', ')}, or leave it out for all of them.`;
  return [{ field: 'effect', refused: 'effects that taints do not have', remedy }];
}

/** A text that is not empty; wrong types are the structure rule's business. */
function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== '';
}
