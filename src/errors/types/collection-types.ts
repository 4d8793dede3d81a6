import { entryPath } from '../../facts';
import { type ArgumentType, simpleType } from './argument-type';
import { isOptions } from './classes';
import { alternatives } from './words';

/** A list of values of one type. */
export function listType(element: ArgumentType): ArgumentType {
  const name = `a list, each entry of it ${element.name}`;
  return {
    name,
    fits: (value) => Array.isArray(value) && value.every(element.fits),
    faultOf: (argument, value) => {
      if (!Array.isArray(value)) {
        return { argument, value, needed: name, remedy: element.fits(value) ? 'Put it in brackets: [ … ].' : 'Pass a list: [ … ].' };
      }
      const index = value.findIndex((entry) => !element.fits(entry));
      return element.faultOf(`${argument}[${index}]`, value[index]);
    },
  };
}

/** Keys that cdk8s drops without a word, or cannot write: JavaScript has a meaning of its own for them. */
const RESERVED_KEYS = ['__proto__', 'constructor'];
const RESERVED_REMEDY = 'cdk8s writes no field of this name: give it another one, or add it with a JSON patch.';

function reservedKey(value: object): string | undefined {
  return RESERVED_KEYS.find((key) => Object.hasOwn(value, key));
}

/** An object with keys of any name and values of one type. */
export function mapType(element: ArgumentType): ArgumentType {
  const name = `an object, each value in it ${element.name}`;
  return {
    name,
    fits: (value) => isOptions(value) && reservedKey(value) === undefined && Object.values(value).every(element.fits),
    faultOf: (argument, value) => {
      if (!isOptions(value)) {
        return { argument, value, needed: name, remedy: 'Pass an object: { … }.' };
      }
      const reserved = reservedKey(value);
      if (reserved !== undefined) {
        return { argument: entryPath(argument, reserved), value: value[reserved], needed: 'another key', remedy: RESERVED_REMEDY };
      }
      const key = Object.keys(value).find((candidate) => !element.fits(value[candidate])) as string;
      return element.faultOf(entryPath(argument, key), value[key]);
    },
  };
}

/** A value of one of several types. */
export function unionType(options: readonly ArgumentType[]): ArgumentType {
  const name = alternatives(options.map((option) => option.name));
  const fits = (value: unknown) => options.some((option) => option.fits(value));
  return simpleType(name, fits, () => `Pass ${name}.`);
}
