import { readdirSync } from 'node:fs';
import { IMPORTS_DIR, importsFile } from './crds';

/** Field name (with `?` if optional) to type. */
export type StructFields = ReadonlyMap<string, string>;

/** The structs as they stand in the generated text. */
export function parseStructs(): ReadonlyMap<string, StructFields> {
  const structs = new Map<string, StructFields>();
  for (const file of readdirSync(IMPORTS_DIR).filter((name) => name !== 'field-table.ts')) {
    for (const [, name, body] of importsFile(file).matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms)) {
      const fields = [...body.matchAll(/^ {2}readonly (\w+\??): (.*);$/gm)].map(([, field, type]) => [field, type] as const);
      structs.set(name, new Map(fields));
    }
  }
  return structs;
}
