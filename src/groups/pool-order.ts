/**
 * Which VM of a pool is taken first.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/watch/pool/pool.go
 */
export enum PoolOrder {
  /** Any. */
  RANDOM = 'Random',
  /** The one with the lowest number. */
  ASCENDING = 'AscendingOrder',
  /** The one with the highest number. */
  DESCENDING = 'DescendingOrder',
  /** The one that was created last. */
  NEWEST = 'Newest',
  /** The one that was created first. */
  OLDEST = 'Oldest',
}
