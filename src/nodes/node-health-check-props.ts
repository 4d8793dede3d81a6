import type { Duration } from 'cdk8s';
import type { ResourceProps } from 'cdk8s-plus-27';
import type { EscalationStep } from './escalation-step';
import type { HealthyDelay } from './healthy-delay';
import type { NodeSelector } from './node-selector';
import type { IRemediationTemplate } from './remediation-template';
import type { UnhealthyCondition } from './unhealthy-condition';

/** What a NodeHealthCheck watches and does. */
export interface NodeHealthCheckProps extends ResourceProps {
  /**
   * The nodes to watch. No node may be watched by two health checks.
   *
   * Sets `spec.selector`.
   *
   * @default NodeSelector.workers()
   */
  readonly selector?: NodeSelector;

  /**
   * The states of a node that call for remediation; any of them is enough.
   *
   * Sets `spec.unhealthyConditions`.
   *
   * @default - `Ready` False and `Ready` Unknown, a sick kubelet and a host that is down or cut off: 300 s each, or less, down to 60 s,
   * where VMs of the app have a recovery objective that is kept with less only
   */
  readonly unhealthyConditions?: UnhealthyCondition[];

  /**
   * How many of the nodes have to be healthy for remediation to go on: a number (`'2'`) or a percentage (`'51%'`).
   *
   * It is the brake for faults that are not the nodes': when a switch fails, all nodes look dead, and remediating all of
   * them stops every VM of the cluster. Percentages are rounded up, and the node that should be remediated is not
   * healthy: `'51%'` of 2 nodes is 2 and remediates nothing. A node whose condition has turned but has not lasted long
   * enough counts as not healthy too.
   *
   * Sets `spec.minHealthy`. The operator takes this or `maxUnhealthy`, exactly one of them: there is no default.
   *
   * @default - `maxUnhealthy` says it
   */
  readonly minHealthy?: string;

  /**
   * How many of the nodes may be unhealthy before remediation stops: a number (`'2'`) or a percentage (`'40%'`). A
   * percentage is rounded up. A number that is larger than the number of nodes stops all remediation. Not possible together
   * with machine deletion, which changes the number of nodes.
   *
   * Sets `spec.maxUnhealthy`. The operator takes this or `minHealthy`, exactly one of them: there is no default.
   *
   * @default - `minHealthy` says it
   */
  readonly maxUnhealthy?: string;

  /**
   * What to do with an unhealthy node.
   *
   * Sets `spec.remediationTemplate`.
   *
   * @default - `SelfNodeRemediationTemplate.fromOperator()`, unless `escalation` is given
   */
  readonly remediation?: IRemediationTemplate;

  /**
   * Several ways to remediate a node, tried one after the other until it is healthy.
   *
   * In the worst case the timeouts of all steps add up, and the VMs of the node are down for that long: put the quickest
   * way that frees them first.
   *
   * Sets `spec.escalatingRemediations`, with orders 1, 2, 3 and so on.
   *
   * @default - none: `remediation` is all that is tried
   */
  readonly escalation?: EscalationStep[];

  /**
   * Reasons for which no new remediation begins at the moment. Those that run go on.
   *
   * Sets `spec.pauseRequests`.
   *
   * @default - none: it is at work
   */
  readonly pauseRequests?: string[];

  /**
   * When a remediated node counts as healthy again.
   *
   * Sets `spec.healthyDelay`.
   *
   * @default - at once, when none of the conditions holds any more
   */
  readonly healthyDelay?: HealthyDelay;

  /**
   * For how long no new remediation begins after too many nodes were unhealthy at once: whole seconds, at least 1.
   *
   * When a storm is over, nodes come back one after the other and meet the limit again long before all is well. The
   * pause gives the others the time to come back by themselves. A node that really is broken waits as long.
   *
   * Sets `spec.stormCooldownDuration`.
   *
   * @default - none: remediation goes on as soon as enough nodes are healthy
   */
  readonly stormCooldown?: Duration;
}
