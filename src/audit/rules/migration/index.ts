import type { Rule } from '../../rule';
import { migrationOfBlockedVm } from './migration-of-blocked-vm';
import { migrationPolicyMatchesEverything } from './migration-policy-matches-everything';
import { migrationPolicyTie } from './migration-policy-tie';
import { migrationPolicyValueNegative } from './migration-policy-value-negative';
import { postCopyWithoutDisruption } from './post-copy-without-disruption';

/** The rules on migrations and how they are done. */
export const MIGRATION_RULES: readonly Rule[] = [
  migrationPolicyValueNegative,
  migrationOfBlockedVm,
  migrationPolicyMatchesEverything,
  migrationPolicyTie,
  postCopyWithoutDisruption,
];
