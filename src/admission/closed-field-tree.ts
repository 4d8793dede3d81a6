import { isObject } from '../graph';

/** A string field of a VM that takes a few values only, although its schema lets any string pass. */
export interface ClosedField {
  /** The field under `spec.template.spec`, or under `spec` when `ofMachine`, in steps. */
  readonly steps: readonly string[];
  readonly allowed: readonly string[];
  /** What becomes of another value. */
  readonly consequence: string;
  /** Whether it is a field of the VirtualMachine, not of its template. */
  readonly ofMachine?: boolean;
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
  readonly isList: boolean;
}

/** The paths of closed fields as a tree, so that one walk through a VM meets them all. */
export class ClosedFieldTree {
  private readonly children: Child[] = [];
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
    } else if (isObject(value)) {
      for (const { name, tree, isList } of this.children) {
        const child = value[name];
        if (child === undefined) {
          continue;
        }
        steps.push(name);
        if (isList) {
          tree.searchList(child, found, steps);
        } else {
          tree.search(child, found, steps);
        }
        steps.pop();
      }
    }
  }

  private searchList(list: unknown, found: ClosedFieldSearch, steps: (string | number)[]): void {
    if (Array.isArray(list)) {
      for (let index = 0; index < list.length; index++) {
        steps.push(index);
        this.search(list[index], found, steps);
        steps.pop();
      }
    }
  }

  private insert(field: ClosedField, [step, ...rest]: readonly string[]): void {
    if (step === undefined) {
      this.field = field;
      return;
    }
    const isList = step.endsWith('[]');
    const name = isList ? step.slice(0, -2) : step;
    let child = this.children.find((candidate) => candidate.name === name);
    if (child === undefined) {
      child = { name, tree: new ClosedFieldTree([]), isList };
      this.children.push(child);
    }
    child.tree.insert(field, rest);
  }
}

function judge(field: ClosedField, value: unknown, found: ClosedFieldSearch, steps: readonly (string | number)[]): void {
  if (typeof value === 'string' && value !== '') {
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
