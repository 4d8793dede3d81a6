import { type Release, type Shape, shapeAt } from '../../imports/field-table';
import { FIRST_KUBERNETES_SHAPE, kubernetesShapeAt } from '../../imports/kubernetes-table';
import { hasType, numberBounds } from './scalar-faults';

/** A field of an object: where its structure stands, and the release it came in if that is later than the object's. */
export interface SchemaField {
  readonly index: number;
  readonly since?: Release;
}

const CONSTRAINTS = ['enum', 'pattern', 'minLength', 'maxLength', 'minItems', 'maxItems'] as const;

/** The formats that the API server looks at. */
const FORMATS: readonly (string | undefined)[] = ['date-time', 'duration'];

/**
 * A shape of the field table made ready for the walk, which visits millions of values: every node has the same members,
 * so that reading them is quick.
 */
export class SchemaNode {
  public readonly type: Shape['type'];
  /** Whether the shape says more of a value than its type and the bounds of a number; the pattern of a quantity does not. */
  public readonly constrained: boolean;
  public readonly open: boolean;
  public readonly required: readonly string[];
  public readonly requiredBefore: readonly (readonly [name: string, release: Release])[];
  public readonly listMapKeys?: readonly string[];
  public readonly fields: ReadonlyMap<string, SchemaField>;
  private readonly nullable: boolean;
  /** Whether the type of a value and the bounds of a number are all that there is to look at. */
  private readonly simple: boolean;
  private readonly min: number;
  private readonly max: number;
  /** Elements of a list, values of a map. */
  private readonly itemsIndex?: number;

  public constructor(public readonly shape: Shape) {
    this.type = shape.type;
    this.nullable = shape.nullable ?? false;
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = numberBounds(shape);
    this.min = min;
    this.max = max;
    this.constrained =
      shape.type !== 'quantity' &&
      (CONSTRAINTS.some((name) => shape[name] !== undefined) || FORMATS.includes(shape.format) || shape.type === 'bytes');
    this.simple = !this.constrained && !['object', 'array', 'map'].includes(shape.type);
    this.open = shape.open ?? false;
    this.required = shape.required ?? [];
    this.requiredBefore = Object.entries(shape.requiredBefore ?? {});
    this.listMapKeys = shape.listMapKeys;
    this.fields = new Map(Object.entries(shape.fields ?? {}).map(([name, [index, since]]) => [name, { index, since }]));
    this.itemsIndex = shape.items;
  }

  /** The structure of the elements of a list or the values of a map. */
  public get items(): SchemaNode | undefined {
    return this.itemsIndex === undefined ? undefined : schemaNode(this.itemsIndex);
  }

  /** Whether a value is right, and has nothing in it that is to be looked at. */
  public accepts(value: unknown): boolean {
    return (value === null && this.nullable) || (this.simple && hasType(value, this.type) && this.isWithinBounds(value));
  }

  private isWithinBounds(value: unknown): boolean {
    return typeof value !== 'number' || (value >= this.min && value <= this.max);
  }
}

const nodes: SchemaNode[] = [];
const kubernetesNodes: SchemaNode[] = [];

/** The structure with this index in the tables, made ready when it is first met. */
export function schemaNode(index: number): SchemaNode {
  if (index < FIRST_KUBERNETES_SHAPE) {
    nodes[index] ??= new SchemaNode(shapeAt(index));
    return nodes[index];
  }
  const position = index - FIRST_KUBERNETES_SHAPE;
  kubernetesNodes[position] ??= new SchemaNode(kubernetesShapeAt(index));
  return kubernetesNodes[position];
}
