import { isObject } from './manifest';

/** A field that is set. */
export class FieldValue {
  public constructor(
    public readonly value: unknown,
    private readonly steps: readonly Step[],
    private readonly indexes: readonly number[],
  ) {}

  /** Its path from where the search began: most are never asked for it. */
  public get path(): string {
    let lists = 0;
    return this.steps.map(({ name, isList }) => (isList ? `${name}[${this.indexes[lists++]}]` : name)).join('.');
  }
}

/**
 * The places that a path leads to, as far as they are set.
 *
 * @param root where the path begins
 * @param steps names of fields, each with `[]` at its end when it holds a list, e.g. `['disks[]', 'cache']`
 */
export function fieldValues(root: unknown, steps: readonly string[]): FieldValue[] {
  const found: FieldValue[] = [];
  collect(root, stepsOf(steps), 0, [], found);
  return found;
}

interface Step {
  readonly name: string;
  readonly isList: boolean;
}

const parsed = new WeakMap<readonly string[], readonly Step[]>();

/** The steps of a path; most lists of steps are constants of the rules, and are taken apart once. */
function stepsOf(steps: readonly string[]): readonly Step[] {
  let known = parsed.get(steps);
  if (known === undefined) {
    known = steps.map((step) => ({ name: step.endsWith('[]') ? step.slice(0, -2) : step, isList: step.endsWith('[]') }));
    parsed.set(steps, known);
  }
  return known;
}

function collect(value: unknown, steps: readonly Step[], position: number, indexes: number[], found: FieldValue[]): void {
  if (value === undefined || value === null) {
    return;
  }
  if (position === steps.length) {
    found.push(new FieldValue(value, steps, [...indexes]));
    return;
  }
  if (!isObject(value)) {
    return;
  }
  const { name, isList } = steps[position];
  const child = value[name];
  if (!isList) {
    collect(child, steps, position + 1, indexes, found);
  } else if (Array.isArray(child)) {
    for (const [index, item] of child.entries()) {
      indexes.push(index);
      collect(item, steps, position + 1, indexes, found);
      indexes.pop();
    }
  }
}
