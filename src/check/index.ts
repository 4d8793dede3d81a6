export * from './finding';
export type { LiveMigratability, MigrationBlocker } from './live-migratability';
export * from './manifest-check';
export * from './recovery';
export * from './recovery-report';
export type { RecoveryStep } from './recovery-step';
export * from './rule-fixtures';
