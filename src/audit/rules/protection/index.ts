import type { Rule } from '../../rule';
import { cloneFilterInvalid } from './clone-filter-invalid';
import { cloneMacAddressInvalid } from './clone-mac-address-invalid';
import { cloneTargetIsSource } from './clone-target-is-source';
import { restoreMovesPersistentState } from './restore-moves-persistent-state';
import { restoreOverrideIncomplete } from './restore-override-incomplete';
import { restorePatchInvalid } from './restore-patch-invalid';
import { restorePolicyUnknown } from './restore-policy-unknown';
import { restoreTargetKeepsRunning } from './restore-target-keeps-running';
import { restoreTargetShared } from './restore-target-shared';
import { snapshotFeatureGateMissing } from './snapshot-feature-gate-missing';
import { snapshotReferenceInvalid } from './snapshot-reference-invalid';

/** The rules on snapshots, restores and clones. */
export const PROTECTION_RULES: readonly Rule[] = [
  snapshotFeatureGateMissing,
  snapshotReferenceInvalid,
  restoreTargetShared,
  restoreMovesPersistentState,
  restoreTargetKeepsRunning,
  restorePolicyUnknown,
  restoreOverrideIncomplete,
  restorePatchInvalid,
  cloneTargetIsSource,
  cloneFilterInvalid,
  cloneMacAddressInvalid,
];
