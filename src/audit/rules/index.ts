import type { Rule } from '../rule';
import { GROUP_RULES } from './groups';
import { MIGRATION_RULES } from './migration';
import { NODE_RULES } from './nodes';
import { PROTECTION_RULES } from './protection';
import { STRUCTURE_RULES } from './structure';
import { TRAFFIC_RULES } from './traffic';
import { VM_RULES } from './vm';

/** Every rule, in the order in which findings are reported. */
export const RULES: readonly Rule[] = [
  ...STRUCTURE_RULES,
  ...VM_RULES,
  ...TRAFFIC_RULES,
  ...NODE_RULES,
  ...GROUP_RULES,
  ...MIGRATION_RULES,
  ...PROTECTION_RULES,
];
