import type { Arguments } from '../../errors';

/** An option that is an object with a name, or the name itself. */
export type NameOrNamed = string | { readonly name: string } | undefined;

/** The one option that is set, with its name of an object. */
export interface ChosenOption {
  readonly option: string;
  readonly name: string;
}

/** Of several options that name an object, the one that is set. */
export function exactlyOne(args: Arguments, argument: string, options: { readonly [option: string]: NameOrNamed }): ChosenOption {
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  if (set.length !== 1) {
    const names = Object.keys(options);
    const all = `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
    const given = set.length === 0 ? undefined : set.map(([option]) => option).join(' and ');
    args.refuse('exactly-one-required', argument, given, `exactly one of ${all} says what it is`, `Pass ${all}.`);
  }
  const [[option, value]] = set;
  const name = typeof value === 'string' ? value : (value as { readonly name: string }).name;
  return { option, name: args.objectName(`${argument}.${option}`, name) };
}
