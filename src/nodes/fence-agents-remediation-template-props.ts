import type { Duration } from 'cdk8s';
import type { ISecret, ResourceProps } from 'cdk8s-plus-27';
import type { FenceAgent } from './fence-agent';
import type { FencedNode } from './fenced-node';

/** How the pods of a node are freed after its host has been powered off. */
export enum FenceAgentsRemediationStrategy {
  /** Deletes the pods. A volume that one node holds is detached only after Kubernetes has waited for six minutes. */
  RESOURCE_DELETION = 'ResourceDeletion',
  /** Marks the node as out of service: Kubernetes removes the pods and detaches their volumes at once. */
  OUT_OF_SERVICE_TAINT = 'OutOfServiceTaint',
}

/** How to fence hosts. */
export interface FenceAgentsRemediationTemplateProps extends ResourceProps {
  /**
   * The program that powers a host off and on.
   *
   * Sets `spec.template.spec.agent`, and the shared parameters that come with it.
   */
  readonly agent: FenceAgent;

  /**
   * The hosts, by the names of their nodes.
   *
   * Sets `spec.template.spec.nodeparameters` and `spec.template.spec.nodeSecretNames`.
   *
   * @default - none: a shared parameter has to tell the hosts apart with `{{.NodeName}}`
   */
  readonly nodes?: { [nodeName: string]: FencedNode };

  /**
   * Parameters for every host, as the agent takes them on its command line, such as `--power-wait`. `{{.NodeName}}` in a value
   * stands for the name of the node. An empty value is a switch.
   *
   * Passwords do not belong here: use a Secret.
   *
   * Sets `spec.template.spec.sharedparameters`.
   *
   * @default - those of the agent
   */
  readonly sharedParameters?: { [name: string]: string };

  /**
   * Credentials for every host: each key of the Secret is a parameter, such as `--username` and `--password`. It has to be in
   * the namespace of the template, and it has to exist before the template: the operator reads it at once.
   *
   * For a Secret that is not in this app use `Secret.fromSecretName`.
   *
   * Sets `spec.template.spec.sharedSecretName`.
   *
   * @default - none
   */
  readonly sharedSecret?: ISecret;

  /**
   * How often the agent is run until it succeeds: at least 1.
   *
   * Sets `spec.template.spec.retrycount`.
   *
   * @default - 5, by the API server
   */
  readonly retryCount?: number;

  /**
   * How long to wait between two runs: whole seconds.
   *
   * Sets `spec.template.spec.retryinterval`.
   *
   * @default - 5 seconds, by the API server
   */
  readonly retryInterval?: Duration;

  /**
   * How long one run may take: whole seconds, at least 1.
   *
   * Sets `spec.template.spec.timeout`.
   *
   * @default - 60 seconds, by the API server
   */
  readonly timeout?: Duration;

  /**
   * How the pods are freed once the host is off.
   *
   * The API's own default is deletion, which leaves a volume that one node holds attached to the dead node for six
   * minutes more. With the taint the VM has its disks at once.
   *
   * Sets `spec.template.spec.remediationStrategy`.
   *
   * @default FenceAgentsRemediationStrategy.OUT_OF_SERVICE_TAINT
   */
  readonly strategy?: FenceAgentsRemediationStrategy;

  /**
   * On how many nodes the operator tries the agent's action `status` after the template has changed: a number (`'2'`)
   * or a percentage (`'20%'`). It finds a wrong password before a node has failed.
   *
   * Sets `spec.statusValidationSample`.
   *
   * @default - the operator's
   */
  readonly statusValidationSample?: string;
}
