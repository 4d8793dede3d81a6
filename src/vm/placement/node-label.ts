import { Arguments } from '../../errors';
import type { NodeSelectorRequirement } from '../../imports';

/**
 * A condition on one label of a node.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#node-affinity
 */
export class NodeLabel {
  /**
   * The node has the label with this value.
   *
   * @param key key of the label
   * @param value the value
   */
  public static of(key: string, value: string): NodeLabel {
    return new NodeLabel({ key, operator: 'In', values: [value] });
  }

  /**
   * The node has the label with one of these values.
   *
   * @param key key of the label
   * @param values the values, at least one
   * @throws when there is no value (`node-label-values-missing`)
   */
  public static oneOf(key: string, values: string[]): NodeLabel {
    return new NodeLabel({ key, operator: 'In', values: atLeastOne('NodeLabel.oneOf', values) });
  }

  /**
   * The node has not the label with any of these values; one without the label fits.
   *
   * @param key key of the label
   * @param values the values, at least one
   * @throws when there is no value (`node-label-values-missing`)
   */
  public static noneOf(key: string, values: string[]): NodeLabel {
    return new NodeLabel({ key, operator: 'NotIn', values: atLeastOne('NodeLabel.noneOf', values) });
  }

  /**
   * The node has the label, with any value.
   *
   * @param key key of the label
   */
  public static exists(key: string): NodeLabel {
    return new NodeLabel({ key, operator: 'Exists' });
  }

  /**
   * The node has not the label.
   *
   * @param key key of the label
   */
  public static absent(key: string): NodeLabel {
    return new NodeLabel({ key, operator: 'DoesNotExist' });
  }

  /**
   * The value of the label is an integer above this one.
   *
   * @param key key of the label
   * @param bound the bound, exclusive
   * @throws when the bound is not an integer (`integer-required`)
   */
  public static above(key: string, bound: number): NodeLabel {
    return new NodeLabel({ key, operator: 'Gt', values: [integer('NodeLabel.above', bound)] });
  }

  /**
   * The value of the label is an integer below this one.
   *
   * @param key key of the label
   * @param bound the bound, exclusive
   * @throws when the bound is not an integer (`integer-required`)
   */
  public static below(key: string, bound: number): NodeLabel {
    return new NodeLabel({ key, operator: 'Lt', values: [integer('NodeLabel.below', bound)] });
  }

  private constructor(private readonly requirement: NodeSelectorRequirement) {}

  /** @internal */
  public _toRequirement(): NodeSelectorRequirement {
    return this.requirement;
  }
}

function atLeastOne(subject: string, values: string[]): string[] {
  if (values.length === 0) {
    const rule = 'a label is compared with at least one value';
    new Arguments(subject).refuse('node-label-values-missing', 'values', '[]', rule, 'Pass a value, or use NodeLabel.exists.');
  }
  return [...values];
}

function integer(subject: string, bound: number): string {
  return String(new Arguments(subject).integer('bound', bound));
}
