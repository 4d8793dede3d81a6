import { type ApiObject, type Duration, Lazy } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { ClusterProfile, Platform } from '../cluster';

import { Arguments, checkConstruction } from '../errors';
import { goDuration, isNone, MACHINE_API_NAMESPACE, REMEDIATION_STRATEGY_ANNOTATION } from '../facts';
import { type IntOrString, KubeMachineHealthCheck, type UnhealthyCondition as KubeUnhealthyCondition } from '../imports';
import { MachineSelector } from './machine-selector';
import { nodeCount } from './node-count';
import { NODE_FAILURE } from './node-failure';
import { Remediation } from './remediation';
import type { UnhealthyCondition } from './unhealthy-condition';

/** What a MachineHealthCheck watches and does. */
export interface MachineHealthCheckProps extends ResourceProps {
  /**
   * The Machines to watch.
   *
   * Sets `spec.selector`.
   *
   * @default MachineSelector.workers()
   */
  readonly selector?: MachineSelector;

  /**
   * The states of a node that call for remediation; any of them is enough.
   *
   * Sets `spec.unhealthyConditions`.
   *
   * @default - `Ready` False and `Ready` Unknown, 300 s each: a sick kubelet and a host that is down or cut off
   */
  readonly unhealthyConditions?: UnhealthyCondition[];

  /**
   * How many of the Machines may be unhealthy before remediation stops: a number (`'2'`) or a percentage (`'40%'`).
   *
   * It is the brake for faults that are not the nodes': when a switch fails, all nodes look dead, and remediating all of
   * them stops every VM of the cluster. Percentages are rounded down, and the Machine that should be remediated counts:
   * `'40%'` of 2 workers is 0 and remediates nothing. 0 and 0% are refused, because they block every remediation.
   *
   * Sets `spec.maxUnhealthy`. There is no default here: the API's is 100%, which is no brake at all.
   */
  readonly maxUnhealthy: string;

  /**
   * How long a new Machine, or a host after its power cycle, may take until it has a node: whole seconds.
   * `Duration.seconds(0)` switches this check off.
   *
   * Servers with a long self-test and hosts that are installed from an image need more than the default.
   *
   * Sets `spec.nodeStartupTimeout`.
   *
   * @default - 10 minutes, by the API server
   */
  readonly nodeStartupTimeout?: Duration;

  /**
   * What to do with an unhealthy Machine.
   *
   * Sets the annotation `machine.openshift.io/remediation-strategy` or `spec.remediationTemplate`. An annotation of that
   * name in the metadata stands.
   *
   * @default - `Remediation.powerCycle()` when the cluster profile says `Platform.BARE_METAL_IPI`, where deletion would
   * reinstall the host; `Remediation.machineDeletion()` otherwise
   */
  readonly remediation?: Remediation;
}

/**
 * Replaces or power cycles the hosts of nodes that have failed, so that the VMs on them restart elsewhere.
 *
 * Nothing else does that by itself: the pod of a VM on a dead node stays `Terminating` until the node is back, and the
 * VM is not started a second time while it may still run on the first host.
 *
 * Limitations, as the controller has them:
 * - The cluster needs the Machine API. The classical place is bare metal that the installer made (IPI), cloud
 *   platforms with machine sets have it as well; hosts that were installed by hand are not Machines.
 * - Hosts of the control plane are not remediated: on bare metal no machine set owns them, and a power cycle would
 *   not look at the etcd quorum. The check of this library refuses selectors that take them.
 * - Only hosts that a machine set owns are remediated by deletion; others are skipped with an event.
 * - A Machine whose Node object has been removed is remediated at once, without a timeout.
 * - A Machine in the phase `Failed` is remediated at once, also with `Remediation.powerCycle()` by deletion.
 * - On clouds it is the provider that makes the host go and come back; the health check relies on that integration.
 * - It looks at Machines of its own namespace, which is `openshift-machine-api`.
 * - It switches off every NodeHealthCheck of the cluster.
 *
 * @see https://github.com/openshift/machine-api-operator/blob/main/pkg/controller/machinehealthcheck/machinehealthcheck_controller.go
 */
export class MachineHealthCheck extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'machinehealthchecks';

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;
  private readonly conditions: KubeUnhealthyCondition[] = [];

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props what to watch and do
   * @throws when maxUnhealthy is neither a number nor a percentage (`node-count-invalid`) or is 0
   * (`max-unhealthy-zero`), and when a duration is not in whole seconds (`whole-seconds`)
   */
  public constructor(scope: Construct, id: string, props: MachineHealthCheckProps) {
    checkConstruction('MachineHealthCheck', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    for (const condition of props.unhealthyConditions ?? NODE_FAILURE) {
      this.addUnhealthyCondition(condition);
    }
    this.apiObject = new KubeMachineHealthCheck(this, 'Resource', {
      metadata: { ...props.metadata, namespace: props.metadata?.namespace ?? MACHINE_API_NAMESPACE },
      spec: {
        selector: (props.selector ?? MachineSelector.workers())._toSelector(),
        unhealthyConditions: Lazy.any({ produce: () => this.conditions }),
        maxUnhealthy: this.allowance(props.maxUnhealthy),
        nodeStartupTimeout: goDuration(this.args.seconds('nodeStartupTimeout', props.nodeStartupTimeout)),
        remediationTemplate: props.remediation?._toTemplate(),
      },
    });
    if (props.metadata?.annotations?.[REMEDIATION_STRATEGY_ANNOTATION] === undefined) {
      const strategy = Lazy.any({ produce: () => (props.remediation ?? this.defaultRemediation())._toStrategy() });
      this.metadata.addAnnotation(REMEDIATION_STRATEGY_ANNOTATION, strategy);
    }
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
    this.conditions.push({ type: condition.type, status: condition.status, timeout: goDuration(timeout) });
  }

  /** Decided at synthesis: the cluster profile may be applied after the health check has been made. */
  private defaultRemediation(): Remediation {
    return ClusterProfile.of(this).platform === Platform.BARE_METAL_IPI ? Remediation.powerCycle() : Remediation.machineDeletion();
  }

  private allowance(maxUnhealthy: string): IntOrString | undefined {
    if (isNone(maxUnhealthy)) {
      const rule = 'the first unhealthy Machine would be one too many, so that nothing is ever remediated';
      const remedy = "Pass at least 1, such as '2' or '40%'.";
      this.args.refuse('max-unhealthy-zero', 'maxUnhealthy', JSON.stringify(maxUnhealthy), rule, remedy);
    }
    return nodeCount(this.args, 'maxUnhealthy', maxUnhealthy);
  }
}
