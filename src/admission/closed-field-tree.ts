import { isObject } from '../graph';

/** The step from a list to its elements. */
export const ELEMENTS = '[]';

/** A string field of a VM that takes a few values only, although its schema lets any string pass. */
export interface ClosedField {
  /** The field under `spec.template.spec`, or under `spec` when `ofMachine`, in steps. */
  readonly steps: readonly string[];
  readonly allowed: readonly string[];
  /** Whether it is a field of the VirtualMachine, not of its template. */
  readonly ofMachine?: boolean;
  /**
   * Where an empty string is no value either: it is kept in every object, or it is listed nowhere in the schema that objects
   * are checked against as they are written, all but pools, or it is filled in, but in a bare instance alone; undefined: it counts
   * as not set.
   */
  readonly empty?: 'kept' | 'listed' | 'filled';
  /** Who does not look at it: a pool is accepted, but not its VMs; or no webhook does, but libvirt. */
  readonly spares?: 'pool' | 'webhook';
}

/** A closed field of a VM that has a value which is not one of its few. */
export interface ClosedFieldFault {
  readonly field: ClosedField;
  readonly path: string;
  readonly value: string;
}

/** What a search through a VM for closed fields came to. */
export interface ClosedFieldSearch {
  /** How many of them are set. */
  set: number;
  readonly faults: ClosedFieldFault[];
}

/** A field on the way to closed ones. */
interface Child {
  readonly name: string;
  readonly tree: ClosedFieldTree;
}

/** The paths of closed fields as a tree, so that one walk through a VM meets them all. */
export class ClosedFieldTree {
  private readonly children: Child[] = [];
  private elements?: ClosedFieldTree;
  private field?: ClosedField;

  public constructor(fields: readonly ClosedField[]) {
    for (const field of fields) {
      this.insert(field, field.steps);
    }
  }

  /**
   * Looks for closed fields below a value.
   *
   * @param steps the way to the value; it is as before when the search returns
   */
  public search(value: unknown, found: ClosedFieldSearch, steps: (string | number)[] = []): void {
    if (this.field !== undefined) {
      judge(this.field, value, found, steps);
    } else if (this.elements !== undefined && Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        steps.push(index);
        this.elements.search(value[index], found, steps);
        steps.pop();
      }
    } else if (isObject(value)) {
      for (const { name, tree } of this.children) {
        if (value[name] !== undefined) {
          steps.push(name);
          tree.search(value[name], found, steps);
          steps.pop();
        }
      }
    }
  }

  private insert(field: ClosedField, [step, ...rest]: readonly string[]): void {
    if (step === undefined) {
      this.field = field;
    } else {
      this.below(step).insert(field, rest);
    }
  }

  private below(step: string): ClosedFieldTree {
    if (step === ELEMENTS) {
      this.elements ??= new ClosedFieldTree([]);
      return this.elements;
    }
    const known = this.children.find(({ name }) => name === step);
    const child = known ?? { name: step, tree: new ClosedFieldTree([]) };
    if (known === undefined) {
      this.children.push(child);
    }
    return child.tree;
  }
}

function judge(field: ClosedField, value: unknown, found: ClosedFieldSearch, steps: readonly (string | number)[]): void {
  if (typeof value === 'string') {
    found.set++;
    if (!field.allowed.includes(value)) {
      found.faults.push({ field, path: written(steps), value });
    }
  }
}

function written(steps: readonly (string | number)[]): string {
  return steps
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .slice(1);
}
