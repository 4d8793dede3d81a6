import type { Rule } from '../../rule';
import { apiVersionNotServed } from './api-version-not-served';
import { fieldNewerThanCluster } from './field-newer-than-cluster';
import { fieldOutOfBounds } from './field-out-of-bounds';
import { fieldPatternMismatch } from './field-pattern-mismatch';
import { fieldPossiblyNewerThanCluster } from './field-possibly-newer-than-cluster';
import { fieldRequired } from './field-required';
import { fieldTypeWrong } from './field-type-wrong';
import { fieldUnknown } from './field-unknown';
import { fieldValueNotAllowed } from './field-value-not-allowed';
import { listEntryRepeated } from './list-entry-repeated';

/** What the schemas of the API servers say of single fields. */
export const STRUCTURE_RULES: readonly Rule[] = [
  apiVersionNotServed,
  fieldNewerThanCluster,
  fieldPossiblyNewerThanCluster,
  fieldUnknown,
  fieldRequired,
  fieldTypeWrong,
  fieldValueNotAllowed,
  fieldPatternMismatch,
  fieldOutOfBounds,
  listEntryRepeated,
];
