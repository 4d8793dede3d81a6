import { type ApiObject, Duration, Lazy } from 'cdk8s';
import { Resource } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { FENCING_DEFAULTS, goDuration, WORKLOAD_AVAILABILITY_NAMESPACE } from '../facts';
import { KubeFenceAgentsRemediationTemplate } from '../imports';
import { FenceAgentsRemediationStrategy, type FenceAgentsRemediationTemplateProps } from './fence-agents-remediation-template-props';
import type { FencedNode } from './fenced-node';
import { nodeCount } from './node-count';
import type { IRemediationTemplate } from './remediation-template';

const ADDRESS_PARAMETER = '--ip';

/**
 * Remediation by the power switch: a fence agent powers the host off and on through its BMC, and its VMs restart elsewhere
 * within seconds after that, because nobody has to wait for the node to reboot itself.
 *
 * The operator reads Secrets in its own namespace only: the template and its Secrets belong there. When all attempts of the
 * agent fail, the VMs stay where they are: follow it with another step of an escalation.
 *
 * @see https://github.com/medik8s/fence-agents-remediation
 */
export class FenceAgentsRemediationTemplate extends Resource implements IRemediationTemplate {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'fenceagentsremediationtemplates';

  /** Namespace of the template: that of its metadata, else `openshift-workload-availability`. */
  public readonly namespace: string;

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;
  private readonly nodes: Map<string, FencedNode>;
  private readonly longest: number;

  /**
   * @param scope the chart
   * @param id its id in the scope
   * @param props how to fence
   * @throws when a duration is not in whole seconds (`whole-seconds`) or the number of attempts no integer
   * (`integer-required`), when one of them is out of range (`out-of-range`), and when the sample is neither a number nor a
   * percentage (`node-count-invalid`)
   */
  public constructor(scope: Construct, id: string, props: FenceAgentsRemediationTemplateProps) {
    checkConstruction('FenceAgentsRemediationTemplate', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    this.namespace = props.metadata?.namespace ?? WORKLOAD_AVAILABILITY_NAMESPACE;
    this.nodes = new Map(Object.entries(props.nodes ?? {}));
    const retryCount = this.args.integer('retryCount', props.retryCount, { min: 1 });
    const retryInterval = this.args.seconds('retryInterval', props.retryInterval);
    const timeout = this.args.seconds('timeout', props.timeout, { min: 1 });
    const attempts = retryCount ?? FENCING_DEFAULTS.retryCount;
    this.longest = attempts * (timeout ?? FENCING_DEFAULTS.timeout) + (attempts - 1) * (retryInterval ?? FENCING_DEFAULTS.retryInterval);
    this.apiObject = new KubeFenceAgentsRemediationTemplate(this, 'Resource', {
      metadata: { ...props.metadata, namespace: this.namespace },
      spec: {
        statusValidationSample: nodeCount(this.args, 'statusValidationSample', props.statusValidationSample),
        template: {
          spec: {
            agent: props.agent.agentName,
            retrycount: retryCount,
            retryinterval: goDuration(retryInterval),
            timeout: goDuration(timeout),
            remediationStrategy: props.strategy ?? FenceAgentsRemediationStrategy.OUT_OF_SERVICE_TAINT,
            sharedparameters: filled({ ...props.agent._toParameters(), ...props.sharedParameters }),
            nodeparameters: Lazy.any({ produce: () => filled(this.nodeParameters()) }),
            sharedSecretName: props.sharedSecret?.name,
            nodeSecretNames: Lazy.any({ produce: () => filled(this.nodeSecretNames()) }),
          },
        },
      },
    });
    ManifestCheck.attachTo(this);
  }

  /**
   * Adds a host.
   *
   * @param nodeName name of its node
   * @param fencedNode what the agent has to know of it
   * @throws when the node is there already (`fenced-node-twice`)
   */
  public addNode(nodeName: string, fencedNode: FencedNode): void {
    if (this.nodes.has(nodeName)) {
      const rule = 'the template has a node of this name already';
      this.args.refuse('fenced-node-twice', 'nodeName', JSON.stringify(nodeName), rule, 'Say all about a node in one place.');
    }
    this.nodes.set(nodeName, fencedNode);
  }

  /** The longest that fencing can take, with every attempt used up: what a step of an escalation has to allow for it. */
  public fencingTime(): Duration {
    return Duration.seconds(this.longest);
  }

  private nodeParameters(): Record<string, Record<string, string>> {
    const byParameter: Record<string, Record<string, string>> = {};
    for (const [nodeName, { address, parameters }] of this.nodes) {
      const all = { ...(address === undefined ? {} : { [ADDRESS_PARAMETER]: address }), ...parameters };
      for (const [parameter, value] of Object.entries(all)) {
        byParameter[parameter] = { ...byParameter[parameter], [nodeName]: value };
      }
    }
    return byParameter;
  }

  private nodeSecretNames(): Record<string, string> {
    return Object.fromEntries([...this.nodes].flatMap(([nodeName, { secret }]) => (secret === undefined ? [] : [[nodeName, secret.name]])));
  }
}

/** Leaves empty maps out of the manifest. */
function filled<T extends object>(map: T): T | undefined {
  return Object.keys(map).length === 0 ? undefined : map;
}
