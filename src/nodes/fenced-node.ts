import type { ISecret } from 'cdk8s-plus-27';

/** What a fence agent has to know of one node. */
export interface FencedNode {
  /**
   * Host name or IP address of the BMC.
   *
   * Sets the parameter `--ip` of the node.
   *
   * @default - none: shared parameters or a Secret say it
   */
  readonly address?: string;

  /**
   * Credentials of this BMC: each key of the Secret is a parameter, such as `--username` and `--password`. It comes before
   * the shared Secret. It has to be in the namespace of the template.
   *
   * Sets `spec.template.spec.nodeSecretNames`.
   *
   * @default - none: the shared Secret is for all nodes
   */
  readonly secret?: ISecret;

  /**
   * Other parameters of this node, such as `--ipport`. They come before the shared ones.
   *
   * Sets `spec.template.spec.nodeparameters`.
   *
   * @default - none
   */
  readonly parameters?: { [name: string]: string };
}
