import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { Reader, Reading } from './readers';

/** What is drawn, the same again with `READER_SEED`. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, count: number): T[] {
  const seed = Number(process.env.READER_SEED ?? Date.now() % 2 ** 31);
  process.stdout.write(`READER_SEED=${seed}\n`);
  return fc.sample(arbitrary, { numRuns: count, seed });
}

/** A document that a reader took for something else. */
export interface Difference {
  readonly reader: string;
  readonly document: string;
  readonly meant: unknown;
  readonly reading: Reading;
}

/** The documents that a reader does not read as they were meant. */
export function differences(reader: Reader, documents: readonly string[], meant: readonly unknown[]): Difference[] {
  return reader.read(documents).flatMap((reading, index) => {
    const isSame = 'value' in reading && isDeepStrictEqual(plain(reading.value), plain(meant[index]));
    return isSame ? [] : [{ reader: reader.name, document: documents[index], meant: meant[index], reading }];
  });
}

/** Texts in a value, those of keys too. */
export function countTexts(value: unknown): number {
  if (typeof value === 'string') {
    return 1;
  }
  if (typeof value !== 'object' || value === null) {
    return 0;
  }
  const keys = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, member) => sum + countTexts(member), keys);
}

/** Tells what was compared. */
export function report(what: string, texts: number, documents: number, readers: readonly Reader[], found: number): void {
  const named = readers.map(({ name, version }) => `${name} ${version}`).join(' | ');
  process.stdout.write(`${what}: ${texts} texts in ${documents} documents, ${readers.length} readers (${named}), ${found} differences\n`);
}

/** As JSON: other prototypes and -0 are no difference. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
