import { isObject } from '../../graph';

const OPERATIONS: readonly unknown[] = ['add', 'remove', 'replace'];

/** What keeps something from being a violation, behind "a violation"; undefined: it is one. */
export function violationFault(violation: unknown): string | undefined {
  if (!isObject(violation)) {
    return 'that is no object';
  }
  const { path, message, remedy, fix } = violation;
  if (typeof message !== 'string' || message.trim() === '') {
    return 'without a message';
  }
  if (path !== undefined && typeof path !== 'string') {
    return 'whose path is no text such as "spec.template.spec.volumes[0]"';
  }
  if (remedy !== undefined && typeof remedy !== 'string') {
    return 'whose remedy is no text';
  }
  return fix === undefined || isFix(fix) ? undefined : 'whose fix has no operations (add, remove, replace with a JSON pointer) or no safe';
}

function isFix(fix: unknown): boolean {
  return isObject(fix) && typeof fix.safe === 'boolean' && Array.isArray(fix.operations) && fix.operations.every(isOperation);
}

function isOperation(operation: unknown): boolean {
  if (!isObject(operation) || !OPERATIONS.includes(operation.op) || typeof operation.path !== 'string') {
    return false;
  }
  return operation.path.startsWith('/') && (operation.op === 'remove' || operation.value !== undefined);
}
