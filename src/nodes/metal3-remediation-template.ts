import { type ApiObject, Duration } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { goDuration, MACHINE_API_NAMESPACE, POWER_CYCLE_SECONDS } from '../facts';
import { KubeMetal3RemediationTemplate } from '../imports';
import type { IRemediationTemplate } from './remediation-template';

/** How Metal3 power cycles a host. */
export interface Metal3RemediationTemplateProps extends ResourceProps {
  /**
   * How long an attempt may take until the node is back, before the next one: whole seconds, at least 100.
   *
   * Servers with a long self-test need more than the default, or they are powered off again while they boot.
   *
   * Sets `spec.template.spec.strategy.timeout`.
   *
   * @default Duration.minutes(10)
   */
  readonly timeout?: Duration;

  /**
   * How many attempts are made before the Machine is deleted and the host is marked unhealthy: at least 1.
   *
   * Sets `spec.template.spec.strategy.retryLimit`.
   *
   * @default 1
   */
  readonly retryLimit?: number;
}

/**
 * Power cycles the host of a failed node: off, so that its VMs can restart elsewhere without two of them writing to one
 * disk, and on again. For clusters on bare metal that the installer made (IPI).
 *
 * Give its name to `Remediation.metal3Template` of a MachineHealthCheck, or itself to a NodeHealthCheck. It has to be in
 * the namespace `openshift-machine-api`, which is where health checks look for it.
 *
 * Sets `spec.template.spec.strategy.type: Reboot`, the only strategy there is.
 *
 * @see https://github.com/openshift/cluster-api-provider-baremetal/blob/main/pkg/controller/metal3remediation/metal3remediation_controller.go
 */
export class Metal3RemediationTemplate extends Resource implements IRemediationTemplate {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'metal3remediationtemplates';

  /** Namespace of the template: that of its metadata, else `openshift-machine-api`. */
  public readonly namespace: string;

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props how to power cycle
   * @throws when a value is out of range (`out-of-range`), the timeout is not in whole seconds (`whole-seconds`) or the
   * limit is no integer (`integer-required`)
   */
  public constructor(scope: Construct, id: string, props: Metal3RemediationTemplateProps = {}) {
    checkConstruction('Metal3RemediationTemplate', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const { preset, shortest } = POWER_CYCLE_SECONDS;
    const timeout = args.seconds('timeout', props.timeout ?? Duration.seconds(preset), { min: shortest });
    const retryLimit = args.integer('retryLimit', props.retryLimit ?? 1, { min: 1 });
    this.namespace = props.metadata?.namespace ?? MACHINE_API_NAMESPACE;
    this.apiObject = new KubeMetal3RemediationTemplate(this, 'Resource', {
      metadata: { ...props.metadata, namespace: this.namespace },
      spec: { template: { spec: { strategy: { type: 'Reboot', timeout: goDuration(timeout), retryLimit } } } },
    });
    ManifestCheck.attachTo(this);
  }
}
