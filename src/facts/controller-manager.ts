/** The name of the static Pod, with that of its node behind it, and the value of its label `component`. */
export const CONTROLLER_MANAGER = 'kube-controller-manager';

/**
 * Flags of kube-controller-manager that decide how long an outage lasts.
 *
 * @see https://kubernetes.io/docs/reference/command-line-tools-reference/kube-controller-manager/
 */
export const CONTROLLER_MANAGER_FLAGS = [
  'node-monitor-grace-period',
  'node-monitor-period',
  'kube-api-qps',
  'kube-api-burst',
  'node-eviction-rate',
  'secondary-node-eviction-rate',
  'large-cluster-size-threshold',
  'disable-force-detach-on-timeout',
] as const;

export type ControllerManagerFlag = (typeof CONTROLLER_MANAGER_FLAGS)[number];
