import * as check from './check';
import * as cluster from './cluster';
import { guardMethods } from './errors';
import * as groups from './groups';
import * as l1 from './imports';
import * as migration from './migration';
import * as monitoring from './monitoring';
import * as nodes from './nodes';
import * as protection from './protection';
import * as traffic from './traffic';
import * as vm from './vm';

export { Stage } from './admission/stage';
export { RuleCategory } from './audit/category';
export type { CustomRuleContext, CustomViolation, Fix, ICustomRule } from './audit/custom/custom-rule';
export { Severity } from './audit/severity';
export * from './check';
export * from './cluster';
export { FailureClass } from './facts/failure-classes';
export * from './groups';
export * as imports from './imports';
export * from './migration';
export * from './monitoring';
export * from './nodes';
export * from './protection';
export * from './traffic';
export * from './vm';

guardMethods(check, cluster, groups, l1, migration, monitoring, nodes, protection, traffic, vm);
