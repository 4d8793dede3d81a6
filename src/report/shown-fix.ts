import { type FieldPath, isSecretPlace, type PatchOperation, type Place, pointerSteps, withoutSecrets } from '../facts';
import type { Replacement, ReportedFinding } from './audit-report';

/** A fix as it may be shown. */
export interface ShownFix {
  /** Whether it does what was meant in any case; else somebody has to decide. */
  readonly safe: boolean;
  /** Steps of a JSON patch over the object. */
  readonly operations: readonly PatchOperation[];
  /** What changes in the file, where that is known. */
  readonly replacements?: readonly Replacement[];
}

/** The fix of a finding; undefined: there is none, or it would write what is not to be shown, which stays where it is. */
export function shownFix({ fix, replacements, object, isUnknown }: ReportedFinding): ShownFix | undefined {
  const isHidden = ({ path, value }: PatchOperation) => holdsSecret(value, { path: pathOf(path), root: object, isUnknown });
  if (fix === undefined || fix.operations.some(isHidden)) {
    return undefined;
  }
  return {
    safe: fix.safe,
    operations: fix.operations,
    replacements: replacements?.some(({ text }) => isSecret(text)) ? undefined : replacements,
  };
}

/** A pointer as a path: what may be an index is taken for one, `-` for that behind the last. Where it is a key, nobody knows the place. */
function pathOf(pointer: string): FieldPath {
  return pointerSteps(pointer).map((step) => (/^(\d+|-)$/.test(step) ? Number.parseInt(step, 10) || 0 : step));
}

/** Whether a value, or something in it, is not to be shown where it stands: it is a secret, or nobody knows what it is. */
export function holdsSecret(value: unknown, place: Place): boolean {
  const { path, root, isUnknown } = place;
  if (value === undefined) {
    return false;
  }
  if (isUnknown?.(path)) {
    return true;
  }
  if (Array.isArray(value)) {
    return value.some((member, index) => holdsSecret(member, { ...place, path: [...path, index] }));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([key, member]) => holdsSecret(member, { ...place, path: [...path, key] }));
  }
  return isSecretPlace(path, root) || isSecret(String(value));
}

function isSecret(text: string): boolean {
  return withoutSecrets(text) !== text;
}
