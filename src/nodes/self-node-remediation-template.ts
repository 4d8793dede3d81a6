import type { ApiObject } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { SELF_NODE_REMEDIATION_DEFAULT_TEMPLATE, WORKLOAD_AVAILABILITY_NAMESPACE } from '../facts';
import { KubeSelfNodeRemediationTemplate } from '../imports';
import { type IRemediationTemplate, RemediationTemplate } from './remediation-template';

/** How the pods of a node are freed after it has rebooted itself. */
export enum SelfNodeRemediationStrategy {
  /** By the taint for nodes out of service where Kubernetes has it, which is 1.28 and later; by deletion elsewhere. */
  AUTOMATIC = 'Automatic',
  /** Deletes the pods. A volume that one node holds is detached only after Kubernetes has waited for six minutes. */
  RESOURCE_DELETION = 'ResourceDeletion',
  /** Marks the node as out of service: Kubernetes removes the pods and detaches their volumes at once. */
  OUT_OF_SERVICE_TAINT = 'OutOfServiceTaint',
}

/** How self node remediation frees the VMs of a node. */
export interface SelfNodeRemediationTemplateProps extends ResourceProps {
  /**
   * How the pods are freed.
   *
   * Sets `spec.template.spec.remediationStrategy`.
   *
   * @default SelfNodeRemediationStrategy.AUTOMATIC
   */
  readonly strategy?: SelfNodeRemediationStrategy;
}

/**
 * Remediation by the node itself: it notices that it is cut off and lets its watchdog reboot it. When the safe time has
 * passed the others know that its VMs do not run any more, and free them.
 *
 * It needs no access to the power supply of the hosts, so that it works on bare metal without the Machine API and on
 * any cloud. It is slower than fencing: the safe time is 180 s on a small cluster (`SelfNodeRemediationConfig.safeTime`).
 *
 * The operator makes a template with the strategy `Automatic` by itself: refer to it with `fromOperator`. Make one of
 * your own only for another strategy.
 *
 * @see https://github.com/medik8s/self-node-remediation/blob/main/api/v1alpha1/selfnoderemediation_types.go
 */
export class SelfNodeRemediationTemplate extends Resource implements IRemediationTemplate {
  /**
   * The template that the operator makes when it starts, with the strategy `Automatic`.
   *
   * @param namespace namespace of the operator, by default `openshift-workload-availability`, where the documentation of
   * OpenShift installs it; from the community catalogue it is often `openshift-operators` or `operators`
   */
  public static fromOperator(namespace?: string): IRemediationTemplate {
    return RemediationTemplate.fromAttributes({
      ...KubeSelfNodeRemediationTemplate.GVK,
      templateName: SELF_NODE_REMEDIATION_DEFAULT_TEMPLATE,
      namespace: namespace ?? WORKLOAD_AVAILABILITY_NAMESPACE,
    });
  }

  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'selfnoderemediationtemplates';

  /** Namespace of the template: that of its metadata, else `openshift-workload-availability`. */
  public readonly namespace: string;

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props how to free the VMs
   */
  public constructor(scope: Construct, id: string, props: SelfNodeRemediationTemplateProps = {}) {
    checkConstruction('SelfNodeRemediationTemplate', scope, id, props);
    super(scope, id);
    new Arguments(() => this.node.path).metadata(props.metadata);
    this.namespace = props.metadata?.namespace ?? WORKLOAD_AVAILABILITY_NAMESPACE;
    const remediationStrategy = props.strategy ?? SelfNodeRemediationStrategy.AUTOMATIC;
    this.apiObject = new KubeSelfNodeRemediationTemplate(this, 'Resource', {
      metadata: { ...props.metadata, namespace: this.namespace },
      spec: { template: { spec: { remediationStrategy } } },
    });
    ManifestCheck.attachTo(this);
  }
}
