import type { Rule } from '../../rule';

export const TRAFFIC_RULES: readonly Rule[] = [];
