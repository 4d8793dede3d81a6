import type { Rule } from '../../rule';

export const VM_RULES: readonly Rule[] = [];
