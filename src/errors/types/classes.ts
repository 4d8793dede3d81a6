import { CALLS } from '../signatures';

const JSII_MARK = Symbol.for('jsii.rtti');

/** The classes of this library that have constructors, factories or methods. */
const OWN_CLASSES = new Set(Object.keys(CALLS).map((call) => call.replace(/^new |[.#].*/g, '')));

const known = new WeakMap<object, readonly string[]>();

/** Whether it has fields: no list, no function. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const TAG = Object.prototype.toString;

function isPlain(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/** Whether it can be an object with options: no instance of a class that means something else. */
export function isOptions(value: unknown): value is Record<string, unknown> {
  return (
    isPlain(value) ||
    (TAG.call(value) === '[object Object]' && !classesOf(value as object).some((name) => name.includes('.') || OWN_CLASSES.has(name)))
  );
}

/**
 * The classes that an object is an instance of, the nearest first: `cdk8s.Size`, or `Disk` of this library. They are told
 * by the marks of jsii: two copies of a library can be loaded at once, and `instanceof` knows the classes of one only.
 */
export function classesOf(value: object): readonly string[] {
  const prototype: object | null = Object.getPrototypeOf(value);
  if (prototype === null || prototype === Object.prototype) {
    return [];
  }
  const present = known.get(prototype);
  if (present !== undefined) {
    return present;
  }
  const names = [...(Object.hasOwn(prototype, 'constructor') ? [nameOf(prototype.constructor)] : []), ...classesOf(prototype)];
  known.set(prototype, names);
  return names;
}

const ownNames = new WeakMap<object, string>();

/** Has a class of this library known by the name that it is exported with: bundlers give classes other names. */
export function introduce(type: object, name: string): void {
  ownNames.set(type, name);
}

/** Of this library without its package, of cdk8s-plus with the release that this library is made for. */
function nameOf(type: any): string {
  const name: string = ownNames.get(type) ?? (Object.hasOwn(type, JSII_MARK) ? type[JSII_MARK].fqn : type.name);
  return name.replace(/^cdk8s-kubevirt\./, '').replace(/^cdk8s-plus-\d+\./, 'cdk8s-plus-27.');
}
