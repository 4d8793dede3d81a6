/** What a drain does to VMs that do not say it themselves. */
export enum ClusterEvictionStrategy {
  /** They are migrated. One that cannot be migrated blocks the drain of its node for ever. */
  LIVE_MIGRATE = 'LiveMigrate',
  /** They are migrated where that is possible, and shut down where it is not. */
  LIVE_MIGRATE_IF_POSSIBLE = 'LiveMigrateIfPossible',
  /** They are shut down; their run strategy decides about the restart. */
  NONE = 'None',
  /** Another controller is told, and has to act before the drain goes on. */
  EXTERNAL = 'External',
}
