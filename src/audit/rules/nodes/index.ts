import type { Rule } from '../../rule';

export const NODE_RULES: readonly Rule[] = [];
