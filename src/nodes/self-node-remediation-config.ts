import { type ApiObject, Duration } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import {
  goDuration,
  PORTS,
  SAFE_TIME_DEFAULTS,
  type SafeTimeInputs,
  SELF_NODE_REMEDIATION_CONFIG_NAME,
  SHORTEST_SELF_NODE_REMEDIATION_TIMES,
  safeTime,
  WORKLOAD_AVAILABILITY_NAMESPACE,
} from '../facts';

import { KubeSelfNodeRemediationConfig, type SelfNodeRemediationConfigSpec } from '../imports';
import type { SelfNodeRemediationConfigProps } from './self-node-remediation-config-props';

const AT_LEAST_A_SECOND = { min: 1 };

/**
 * How the agents of self node remediation work: there is one such object in a cluster, which the operator makes when it
 * starts. Applying this one changes it; deleting it switches self node remediation off.
 *
 * @see https://github.com/medik8s/self-node-remediation/blob/main/api/v1alpha1/selfnoderemediationconfig_types.go
 */
export class SelfNodeRemediationConfig extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'selfnoderemediationconfigs';

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;
  private readonly inputs: SafeTimeInputs;
  private readonly longerSafeTime?: number;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props how the agents work
   * @throws when a time is not in whole seconds (`whole-seconds`), a count no integer (`integer-required`), or a value
   * out of range (`out-of-range`)
   */
  public constructor(scope: Construct, id: string, props: SelfNodeRemediationConfigProps = {}) {
    checkConstruction('SelfNodeRemediationConfig', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    const chosen = {
      apiCheckInterval: this.args.seconds('apiCheckInterval', props.apiCheckInterval, AT_LEAST_A_SECOND),
      apiServerTimeout: this.args.seconds('apiServerTimeout', props.apiServerTimeout, AT_LEAST_A_SECOND),
      maxApiErrorThreshold: this.args.integer('maxApiErrorThreshold', props.maxApiErrorThreshold, { min: 1 }),
      peerDialTimeout: this.args.seconds('peerDialTimeout', props.peerDialTimeout, AT_LEAST_A_SECOND),
      peerRequestTimeout: this.args.seconds('peerRequestTimeout', props.peerRequestTimeout, AT_LEAST_A_SECOND),
    };
    this.longerSafeTime = this.args.seconds('safeTimeToAssumeNodeRebooted', props.safeTimeToAssumeNodeRebooted, AT_LEAST_A_SECOND);
    this.inputs = withDefaults(chosen);
    this.apiObject = new KubeSelfNodeRemediationConfig(this, 'Resource', {
      metadata: {
        ...props.metadata,
        name: props.metadata?.name ?? SELF_NODE_REMEDIATION_CONFIG_NAME,
        namespace: props.metadata?.namespace ?? WORKLOAD_AVAILABILITY_NAMESPACE,
      },
      spec: {
        ...this.agentSpec(props),
        apiCheckInterval: goDuration(chosen.apiCheckInterval),
        apiServerTimeout: goDuration(chosen.apiServerTimeout),
        maxApiErrorThreshold: chosen.maxApiErrorThreshold,
        peerDialTimeout: goDuration(chosen.peerDialTimeout),
        peerRequestTimeout: goDuration(chosen.peerRequestTimeout),
        safeTimeToAssumeNodeRebootedSeconds: this.longerSafeTime,
      },
    });
    ManifestCheck.attachTo(this);
  }

  /**
   * How long after a remediation has begun the node is taken for rebooted, and its VMs are freed: as the operator calculates it
   * from these settings. A step of an escalation needs a minute more.
   *
   * @param workers number of workers: they are asked in batches, one after the other
   * @param watchdogTimeout of the hosts: 60 seconds when left out, `Duration.seconds(0)` for hosts without a watchdog
   * @throws when the number of workers is no integer (`integer-required`), a value is out of range (`out-of-range`) or the
   * timeout is not in whole seconds (`whole-seconds`)
   */
  public safeTime(workers: number, watchdogTimeout?: Duration): Duration {
    const watchdog = this.args.seconds('watchdogTimeout', watchdogTimeout) ?? SAFE_TIME_DEFAULTS.watchdogTimeout;
    const calculated = safeTime({ ...this.inputs, watchdogTimeout: watchdog }, this.args.integer('workers', workers, { min: 1 }));
    return Duration.seconds(Math.max(calculated, this.longerSafeTime ?? 0));
  }

  private agentSpec(props: SelfNodeRemediationConfigProps): SelfNodeRemediationConfigSpec {
    return {
      peerApiServerTimeout: goDuration(this.args.seconds('peerApiServerTimeout', props.peerApiServerTimeout, AT_LEAST_A_SECOND)),
      peerUpdateInterval: goDuration(
        this.args.seconds('peerUpdateInterval', props.peerUpdateInterval, { min: SHORTEST_SELF_NODE_REMEDIATION_TIMES.peerUpdateInterval }),
      ),
      minPeersForRemediation: this.args.integer('minPeersForRemediation', props.minPeersForRemediation, { min: 0 }),
      watchdogFilePath: props.watchdogFilePath,
      isSoftwareRebootEnabled: props.softwareReboot,
      endpointHealthCheckUrl: props.endpointHealthCheckUrl,
      hostPort: this.args.integer('hostPort', props.hostPort, PORTS),
      customDsTolerations: props.agentTolerations,
      customDsNodeSelectorRequirements: props.agentNodes,
    };
  }
}

function withDefaults(chosen: { [input in keyof SafeTimeInputs]?: number }): SafeTimeInputs {
  const given = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined));
  return { ...SAFE_TIME_DEFAULTS, ...given };
}
