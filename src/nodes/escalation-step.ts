import type { Duration } from 'cdk8s';
import type { IRemediationTemplate } from './remediation-template';

/** One way to remediate a node, and how long it may take before the next way is tried. */
export interface EscalationStep {
  /**
   * The way.
   *
   * Sets `spec.escalatingRemediations[].remediationTemplate`.
   */
  readonly template: IRemediationTemplate;

  /**
   * How long it may take until the node is healthy again: whole seconds, at least 60.
   *
   * A step that is cut off in the middle has cost its time and freed no VM. Self node remediation needs its safe time
   * and a minute (`SelfNodeRemediationConfig.safeTime`, 240 s with the defaults): use 300 s. Fence agents need
   * `FenceAgentsRemediationTemplate.fencingTime()`, 320 s with the defaults.
   *
   * Sets `spec.escalatingRemediations[].timeout`.
   */
  readonly timeout: Duration;
}
