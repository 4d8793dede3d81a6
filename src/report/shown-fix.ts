import { type FieldPath, isSecretPlace, type PatchOperation, pointerSteps, withoutSecrets } from '../facts';
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

/** The fix of a finding; undefined: there is none, or it would write a secret, which stays where it is. */
export function shownFix({ fix, replacements, object }: ReportedFinding): ShownFix | undefined {
  if (fix === undefined || fix.operations.some(({ path, value }) => holdsSecret(value, pointerSteps(path), object.kind))) {
    return undefined;
  }
  return {
    safe: fix.safe,
    operations: fix.operations,
    replacements: replacements?.some(({ text }) => isSecret(text)) ? undefined : replacements,
  };
}

/** Whether a value, or something in it, is not to be shown where it stands. */
export function holdsSecret(value: unknown, path: FieldPath, kind: string): boolean {
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).some(([key, member]) => holdsSecret(member, [...path, key], kind));
  }
  return value !== undefined && (isSecretPlace(path, { kind }) || isSecret(String(value)));
}

function isSecret(text: string): boolean {
  return withoutSecrets(text) !== text;
}
