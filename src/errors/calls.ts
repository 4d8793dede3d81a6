import { ArgumentError } from './argument-error';
import { CALLS } from './signatures';
import type { TypeFault } from './types/argument-type';
import { introduce } from './types/classes';
import type { Slot } from './types/slot';
import { slotsOf } from './types/slots';
import { shown } from './types/words';

/** Parameters that callers do not name: `cores`, not `props.cores`. */
const UNNAMED = ['props', 'options'];

const signatures = new Map<string, readonly Slot[]>();

/**
 * Refuses arguments of a wrong type before anything is made of them: JavaScript has no compiler that does it, and would
 * say "value.toKibibytes is not a function" from somewhere inside.
 *
 * @param name name of the class in the signatures
 * @param given arguments of the constructor
 */
export function checkConstruction(name: string, ...given: [scope: unknown, id: unknown, props?: unknown]): void {
  checkCall(`new ${name}`, given, () => pathOf(given) ?? name);
  if (given[1] === '') {
    refuseEmptyId(pathOf(given) ?? name);
  }
}

/** Where the construct would stand, when the arguments say so. */
function pathOf([scope, id]: readonly any[]): string | undefined {
  const path: unknown = scope?.node?.path;
  return typeof path === 'string' && typeof id === 'string' ? [path, id].filter((step) => step !== '').join('/') || undefined : undefined;
}

function refuseEmptyId(subject: string): never {
  const rule = 'an id tells a construct from its neighbours';
  throw new ArgumentError(subject, { code: 'id-empty', argument: 'id', value: '""', rule, remedy: 'Choose one like "web".' });
}

/**
 * Has the factories and methods of classes check the types of what they are called with, as `checkConstruction` does for
 * constructors, which nothing but a line of their own can reach before they begin.
 *
 * What the signatures have and the package has not is a sign of old signatures, and for a test to find.
 *
 * @param rooms what the package exports
 */
export function guardMethods(...rooms: readonly object[]): void {
  const classes: { readonly [name: string]: any } = Object.assign({}, ...rooms);
  for (const [name, type] of Object.entries(classes)) {
    if (typeof type === 'function') {
      introduce(type, name);
    }
  }
  for (const call of Object.keys(CALLS)) {
    const [name, method] = call.split(/[.#]/);
    const type = classes[name];
    if (method !== undefined && type !== undefined) {
      guard(call.includes('#') ? type.prototype : type, method, call);
    }
  }
}

function guard(owner: any, method: string, call: string): void {
  const original: ((...given: unknown[]) => unknown) | undefined = owner[method];
  if (original === undefined) {
    return;
  }
  const guarded = function (this: any, ...given: unknown[]): unknown {
    checkCall(call, given, () => this?.node?.path ?? call.replace('#', '.'));
    return original.apply(this, given);
  };
  Object.defineProperty(owner, method, { value: guarded, writable: true, configurable: true });
}

export function checkCall(call: string, given: readonly unknown[], subject: () => string): void {
  const slots = signatureOf(call);
  for (let index = 0; index < slots.length; index++) {
    const slot = slots[index];
    if (slot.isVariadic) {
      given.slice(index).forEach((value, offset) => {
        check(slot, `${slot.name}[${offset}]`, value, subject);
      });
    } else {
      check(slot, slot.name, given[index], subject);
    }
  }
}

function check(slot: Slot, argument: string, value: unknown, subject: () => string): void {
  if (value === undefined ? !slot.isOptional : !slot.type.fits(value)) {
    refuse(subject(), slot, slot.type.faultOf(argument, value));
  }
}

function refuse(subject: string, slot: Slot, { argument, value, needed, remedy }: TypeFault): never {
  const fault = {
    argument: UNNAMED.includes(slot.name) && argument.startsWith(`${slot.name}.`) ? argument.slice(slot.name.length + 1) : argument,
    value: shown(value),
    rule: `${needed} is required`,
    remedy,
  };
  throw new ArgumentError(subject, value === undefined ? { code: 'argument-missing', ...fault } : { code: 'argument-type', ...fault });
}

function signatureOf(call: string): readonly Slot[] {
  const present = signatures.get(call);
  const slots = present ?? slotsOf(CALLS[call]);
  if (present === undefined) {
    signatures.set(call, slots);
  }
  return slots;
}
