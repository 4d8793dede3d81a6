export * from './as-rule';
export * from './broken-rule';
export type { CustomRuleContext, CustomViolation, ICustomRule } from './custom-rule';
export * from './custom-rule-faults';
