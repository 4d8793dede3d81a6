import { type ApiObject, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { derivedPatience } from '../check/derived-patience';
import { clusterScoped } from '../cluster/cluster-scoped';
import { Arguments, checkConstruction } from '../errors';
import { goDuration, isNone, SHORTEST_ESCALATION_STEP } from '../facts';
import {
  type IntOrString,
  KubeNodeHealthCheck,
  type EscalatingRemediation as KubeStep,
  type NodeHealthCheckUnhealthyCondition,
} from '../imports';
import type { EscalationStep } from './escalation-step';
import { nodeCount } from './node-count';
import { NODE_FAILURE } from './node-failure';
import type { NodeHealthCheckProps } from './node-health-check-props';
import { NodeSelector } from './node-selector';
import { referenceTo } from './reference-to';
import { SelfNodeRemediationTemplate } from './self-node-remediation-template';
import type { UnhealthyCondition } from './unhealthy-condition';

/**
 * Has unhealthy nodes remediated, so that the VMs on them restart elsewhere. Works on any cluster with the operators of
 * medik8s (on OpenShift: Workload Availability), also on bare metal without the Machine API.
 *
 * Nothing else frees the VMs of a dead node: the pod of a VM stays `Terminating` until the node is back, and the VM is
 * not started a second time while it may still run on the first host. The remediation makes sure that it does not run
 * any more, and only then removes the pod.
 *
 * Limitations, as the operator has them:
 * - A MachineHealthCheck in the cluster, other than the one for spot instances that is there from the beginning, switches
 *   every NodeHealthCheck off.
 * - While the cluster or a node is updated nothing is remediated.
 * - While a remediation runs, the selector and the remediations cannot be changed and the health check cannot be
 *   deleted: a sync by GitOps fails until the node is healthy.
 * - Nodes with the label `remediation.medik8s.io/exclude-from-remediation: "true"` are left alone.
 *
 * It is an object of the whole cluster: it has no namespace, whatever its chart says.
 *
 * @see https://github.com/medik8s/node-healthcheck-operator/blob/main/docs/configuration.md
 */
export class NodeHealthCheck extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'nodehealthchecks';

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;
  private readonly conditions: NodeHealthCheckUnhealthyCondition[] = [];
  private readonly steps: KubeStep[] = [];
  private readonly pauseRequests: string[];

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to watch and do
   * @throws when minHealthy or maxUnhealthy is neither a number nor a percentage (`node-count-invalid`) or would never
   * let a node be remediated (`min-healthy-all`, `max-unhealthy-zero`), and when a duration is not in whole seconds
   * (`whole-seconds`) or out of its range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: NodeHealthCheckProps) {
    checkConstruction('NodeHealthCheck', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    for (const condition of props.unhealthyConditions ?? NODE_FAILURE) {
      this.addUnhealthyCondition(condition);
    }
    for (const step of props.escalation ?? []) {
      this.addEscalationStep(step);
    }
    this.pauseRequests = [...(props.pauseRequests ?? [])];
    const resource = new KubeNodeHealthCheck(this, 'Resource', {
      metadata: props.metadata,
      spec: {
        selector: (props.selector ?? NodeSelector.workers())._toSelector(),
        unhealthyConditions: Lazy.any({
          produce: () => (props.unhealthyConditions === undefined ? this.derivedConditions() : this.conditions),
        }),
        minHealthy: this.minHealthy(props.minHealthy),
        maxUnhealthy: this.maxUnhealthy(props.maxUnhealthy),
        remediationTemplate: Lazy.any({ produce: () => this.remediationTemplate(props) }),
        escalatingRemediations: Lazy.any({ produce: () => (this.escalates(props) ? this.steps : undefined) }),
        pauseRequests: Lazy.any({ produce: () => (this.pauseRequests.length === 0 ? undefined : this.pauseRequests) }),
        healthyDelay: props.healthyDelay?._toDuration(),
        stormCooldownDuration: goDuration(this.args.seconds('stormCooldown', props.stormCooldown, { min: 1 })),
      },
    });
    this.apiObject = clusterScoped(resource);
    ManifestCheck.attachTo(this);
  }

  /**
   * Adds a state of a node that calls for remediation.
   *
   * @param condition the state, and how long it must last
   * @throws when the timeout is not in whole seconds (`whole-seconds`)
   */
  public addUnhealthyCondition(condition: UnhealthyCondition): void {
    const timeout = this.args.seconds(`unhealthyConditions[${this.conditions.length}].timeout`, condition.timeout);
    this.conditions.push({ type: condition.type, status: condition.status, duration: `${timeout}s` });
  }

  /**
   * Adds a way to remediate a node, tried when all earlier ones have timed out or failed.
   *
   * @param step the way, and how long it may take
   * @throws when the timeout is not in whole seconds (`whole-seconds`) or below a minute (`out-of-range`)
   */
  public addEscalationStep(step: EscalationStep): void {
    const timeout = this.args.seconds(`escalation[${this.steps.length}].timeout`, step.timeout, { min: SHORTEST_ESCALATION_STEP });
    this.steps.push({ remediationTemplate: referenceTo(step.template), order: this.steps.length + 1, timeout: `${timeout}s` });
  }

  /**
   * Lets no new remediation begin until the reason is removed again.
   *
   * @param reason why, for whoever finds the health check paused
   */
  public addPauseRequest(reason: string): void {
    this.pauseRequests.push(reason);
  }

  /** Those of the default wait as long as the objectives of VMs leave time for it. */
  private derivedConditions(): NodeHealthCheckUnhealthyCondition[] {
    const paths = NODE_FAILURE.map((_, index) => `spec.unhealthyConditions[${index}].duration`);
    const duration = goDuration(derivedPatience(this.apiObject, paths));
    return this.conditions.map((condition, index) => (index < NODE_FAILURE.length ? { ...condition, duration } : condition));
  }

  private escalates(props: NodeHealthCheckProps): boolean {
    return props.escalation !== undefined || this.steps.length > 0;
  }

  private remediationTemplate(props: NodeHealthCheckProps): unknown {
    if (props.remediation === undefined && this.escalates(props)) {
      return undefined;
    }
    return referenceTo(props.remediation ?? SelfNodeRemediationTemplate.fromOperator());
  }

  private minHealthy(value: string | undefined): IntOrString | undefined {
    if (value === '100%') {
      const rule = 'the first unhealthy node would be one too few, so that nothing is ever remediated';
      this.args.refuse('min-healthy-all', 'minHealthy', '"100%"', rule, "Pass less, such as '51%'.");
    }
    return nodeCount(this.args, 'minHealthy', value);
  }

  private maxUnhealthy(value: string | undefined): IntOrString | undefined {
    if (isNone(value)) {
      const rule = 'the first unhealthy node would be one too many, so that nothing is ever remediated';
      this.args.refuse('max-unhealthy-zero', 'maxUnhealthy', JSON.stringify(value), rule, "Pass at least 1, such as '2' or '40%'.");
    }
    return nodeCount(this.args, 'maxUnhealthy', value);
  }
}
