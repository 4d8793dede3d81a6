export * from './cluster-migration-settings';
export * from './cluster-migration-settings-props';
export * from './migration';
export { MigrationFallback } from './migration-fallback';
export type { MigrationOptions } from './migration-options';
export * from './migration-policy';
export { WorkloadUpdateMethod, type WorkloadUpdateOptions } from './workload-update';
