import type { ApiObject } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { WORKLOAD_AVAILABILITY_NAMESPACE } from '../facts';
import { KubeMachineDeletionRemediationTemplate } from '../imports';
import type { IRemediationTemplate } from './remediation-template';

/** Name and namespace of the template: there is nothing else to say. */
export interface MachineDeletionRemediationTemplateProps extends ResourceProps {}

/**
 * Remediation by a new host: deletes the Machine of the node, so that its MachineSet makes another one.
 *
 * For clouds with the Machine API, and there best as the last step of an escalation: the node is drained first, and the
 * disruption budgets that KubeVirt keeps for migratable VMs hold the drain of a dead node until its pods are evicted. A
 * Machine that no MachineSet owns is not deleted. On bare metal the disks of the host are wiped and it is installed anew.
 *
 * A health check that uses it limits itself with `minHealthy`: the operator refuses `maxUnhealthy`, because the number of
 * nodes changes.
 *
 * @see https://github.com/medik8s/machine-deletion-remediation
 */
export class MachineDeletionRemediationTemplate extends Resource implements IRemediationTemplate {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'machinedeletionremediationtemplates';

  /** Namespace of the template: that of its metadata, else `openshift-workload-availability`. */
  public readonly namespace: string;

  protected readonly apiObject: ApiObject;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props name and namespace
   */
  public constructor(scope: Construct, id: string, props: MachineDeletionRemediationTemplateProps = {}) {
    checkConstruction('MachineDeletionRemediationTemplate', scope, id, props);
    super(scope, id);
    new Arguments(() => this.node.path).metadata(props.metadata);
    this.namespace = props.metadata?.namespace ?? WORKLOAD_AVAILABILITY_NAMESPACE;
    this.apiObject = new KubeMachineDeletionRemediationTemplate(this, 'Resource', {
      metadata: { ...props.metadata, namespace: this.namespace },
      spec: { template: { spec: {} } },
    });
    ManifestCheck.attachTo(this);
  }
}
