export * from './finding';
export type { LiveMigratability, MigrationBlocker } from './live-migratability';
export * from './manifest-check';
export * from './rule-fixtures';
