/**
 * What happens to a running virtual machine when its node is drained.
 *
 * Sets `spec.template.spec.evictionStrategy`.
 *
 * @see https://kubevirt.io/user-guide/cluster_admin/node_maintenance/
 */
export enum EvictionStrategy {
  /**
   * Moved to another node while it runs. On a VM that cannot migrate, the drain of its node is refused for ever:
   * the rules make that an error.
   */
  LIVE_MIGRATE = 'LiveMigrate',

  /** Moved when it can migrate, shut down otherwise. */
  LIVE_MIGRATE_IF_POSSIBLE = 'LiveMigrateIfPossible',

  /** Shut down; the run strategy decides whether it starts elsewhere. */
  NONE = 'None',

  /** The eviction is refused and left to an external controller, such as Cluster API's KubeVirt provider. */
  EXTERNAL = 'External',
}
