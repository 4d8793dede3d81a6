import { BASES, ENUMS, INTERFACES, STRUCTS } from '../signatures';
import type { ArgumentType } from './argument-type';
import { listType, mapType, unionType } from './collection-types';
import { classType, interfaceType } from './object-types';
import { enumType, PLAIN_TYPES } from './plain-types';
import type { Slot } from './slot';
import { structType } from './struct-type';

const types = new Map<string, ArgumentType>();

/** The slots that signatures describe: `...` in front of what takes all that is left, the type, `?` behind what may be left out. */
export function slotsOf(signature: { readonly [name: string]: string }): Slot[] {
  return Object.entries(signature).map(([name, text]) => {
    const [, variadic, type, optional] = /^(\.\.\.)?(.*?)(\?)?$/.exec(text) as RegExpExecArray;
    return { name, type: typeOf(type), isOptional: optional !== undefined, isVariadic: variadic !== undefined };
  });
}

function typeOf(text: string): ArgumentType {
  const present = types.get(text);
  const type = present ?? made(text);
  if (present === undefined) {
    types.set(text, type);
  }
  return type;
}

function made(text: string): ArgumentType {
  if (text.endsWith('[]')) {
    return listType(typeOf(text.slice(0, -2)));
  }
  if (text.startsWith('{')) {
    return mapType(typeOf(text.slice(1, -1)));
  }
  return text.includes('|') ? unionType(text.split('|').map(typeOf)) : named(text);
}

function named(name: string): ArgumentType {
  if (name in ENUMS) {
    return enumType(name, ENUMS[name]);
  }
  if (name in STRUCTS) {
    return structType(() => fieldsOf(name));
  }
  return PLAIN_TYPES[name] ?? (name in INTERFACES ? interfaceType(name, INTERFACES[name]) : classType(name));
}

function fieldsOf(struct: string): Slot[] {
  return [...(BASES[struct] ?? []).flatMap(fieldsOf), ...slotsOf(STRUCTS[struct])];
}
