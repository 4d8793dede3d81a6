import { Arguments } from '../errors';
import { CONTROL_PLANE_NODE_LABELS } from '../facts';
import type { LabelSelector } from '../imports';

const NOT_OF_CONTROL_PLANE = CONTROL_PLANE_NODE_LABELS.map((key) => ({ key, operator: 'DoesNotExist' }));

/**
 * Which nodes a NodeHealthCheck watches.
 *
 * Workers and the control plane never come together: control plane nodes are remediated one at a time and only with the
 * consent of the etcd guard, which a mixed selection does not get right.
 */
export class NodeSelector {
  /**
   * All nodes that are not of the control plane.
   *
   * It excludes the labels of the control plane instead of asking for the label `worker`: in a compact cluster the
   * control plane nodes have that one too.
   */
  public static workers(): NodeSelector {
    return new NodeSelector({ matchExpressions: NOT_OF_CONTROL_PLANE });
  }

  /**
   * The nodes that have all of these labels and are not of the control plane: for pools of hosts that are fenced in
   * different ways. Take care that no node is in two pools.
   *
   * @param labels labels of the nodes
   * @throws when there are no labels (`node-labels-empty`)
   */
  public static workersWith(labels: { [key: string]: string }): NodeSelector {
    if (Object.keys(labels).length === 0) {
      const rule = 'a pool of workers is told from the others by a label';
      const remedy = 'Pass at least one label, or use NodeSelector.workers().';
      new Arguments('NodeSelector.workersWith').refuse('node-labels-empty', 'labels', '{}', rule, remedy);
    }
    return new NodeSelector({ matchLabels: { ...labels }, matchExpressions: NOT_OF_CONTROL_PLANE });
  }

  /** The nodes of the control plane. The operator remediates one of them at a time, and only while etcd can spare it. */
  public static controlPlane(): NodeSelector {
    return new NodeSelector({ matchExpressions: [{ key: CONTROL_PLANE_NODE_LABELS[0], operator: 'Exists' }] });
  }

  private constructor(private readonly selector: LabelSelector) {}

  /** @internal */
  public _toSelector(): LabelSelector {
    return this.selector;
  }
}
