/**
 * Status of a node condition.
 *
 * @see https://kubernetes.io/docs/reference/node/node-status/#condition
 */
export enum ConditionStatus {
  /** The condition holds. Unhealthy for conditions that name a fault, such as `DiskPressure`. */
  TRUE = 'True',
  /** The condition does not hold. Unhealthy for `Ready`: the kubelet runs and reports that the node is not. */
  FALSE = 'False',
  /** Nobody has reported for a while. Unhealthy for `Ready`: the node is down or cut off. */
  UNKNOWN = 'Unknown',
}
