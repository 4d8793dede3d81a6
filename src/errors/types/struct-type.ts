import type { ArgumentType } from './argument-type';
import { isOptions } from './classes';
import type { Slot } from './slot';
import { inWords } from './words';

const NAME = 'an object with options';

/**
 * An object with fields of a type each. Fields that it does not know are not its business.
 *
 * @param slotsOf its fields, asked for when there is a value: structs refer to one another, and most are never used
 */
export function structType(slotsOf: () => readonly Slot[]): ArgumentType {
  let slots: ReadonlyMap<string, Slot>;
  let required: readonly Slot[];
  const prepare = () => {
    if (slots === undefined) {
      const all = slotsOf();
      slots = new Map(all.map((slot) => [slot.name, slot]));
      required = all.filter(({ isOptional }) => !isOptional);
    }
  };
  return {
    name: NAME,
    fits: (value) => {
      if (!isOptions(value)) {
        return false;
      }
      prepare();
      for (const key in value) {
        const field = value[key];
        if (field !== undefined && slots.get(key)?.type.fits(field) === false) {
          return false;
        }
      }
      return required.every(({ name }) => value[name] !== undefined);
    },
    faultOf: (argument, value) => {
      prepare();
      if (!isOptions(value)) {
        const names = (required.length > 0 ? required : [...slots.values()]).slice(0, 3).map(({ name }) => name);
        const beginning = required.length > 0 ? 'Pass at least' : 'Pass options such as';
        return { argument, value, needed: NAME, remedy: `${beginning} ${inWords(names)}.` };
      }
      const wrong = [...slots.values()].find(({ name, type, isOptional }) => {
        const field = value[name];
        return field === undefined ? !isOptional : !type.fits(field);
      }) as Slot;
      return wrong.type.faultOf(`${argument}.${wrong.name}`, value[wrong.name]);
    },
  };
}
