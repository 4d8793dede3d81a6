import { NAMES } from './names-table';

/** The name upstream uses for what stands in a field, if the table has one. */
export function curatedName(parent: string, field: string): string | undefined {
  return NAMES[`${parent}.${field}`] ?? NAMES[field];
}

/** The name made from the field: `tolerations[]` holds a Toleration. */
export function fallbackName(field: string, isElement: boolean): string {
  const name = isElement ? singular(field) : field;
  return name[0].toUpperCase() + name.slice(1);
}

function singular(word: string): string {
  if (word.endsWith('ies')) {
    return `${word.slice(0, -3)}y`;
  }
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}
