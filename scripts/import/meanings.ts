import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** What fields mean, in our own words: by name of the struct and of the field. */
export type Meanings = ReadonlyMap<string, Readonly<Record<string, string>>>;

const FOLDER = join(__dirname, 'meanings');

/** The texts of `meanings/`, one file for each room of the API. The CustomResourceDefinitions that are read have none. */
export function readMeanings(): Meanings {
  const files = readdirSync(FOLDER).sort();
  return new Map(
    files.flatMap((file) => Object.entries(parse(readFileSync(join(FOLDER, file), 'utf8')) as Record<string, Record<string, string>>)),
  );
}
