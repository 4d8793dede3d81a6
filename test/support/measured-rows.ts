import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What was measured, and what others have published: tables whose rows have names. They are no part of the project. */
const folder = process.env.CDK8S_KUBEVIRT_REFERENCE ?? resolve(__dirname, '../../../shared/reference');
const LEFT_OUT = `MEASURED ROWS LEFT OUT: no folder ${folder} (set CDK8S_KUBEVIRT_REFERENCE)`;

/** How much above what was measured a bound may be: more frightens for nothing. */
const MOST = 1.5;

/** Names of the rows that something stands for, its title, the bound, and what was measured, in seconds. */
export type HeldRow = readonly [rows: string, what: string, bound: number | undefined, measured: number];

interface Table {
  /** The file with the rows, and how the names of those begin that are to be told of. */
  readonly file: string;
  readonly names: RegExp;
  /** Rows that no bound can be held against, and why. */
  readonly notUsable: Readonly<Record<string, string>>;
}

/** Tests of rows of a table, and whether there is one of each row. */
export class MeasuredRows {
  private readonly tested = new Set<string>();
  private readonly lines: string[] = [];

  constructor(private readonly table: Table) {}

  /** Each bound holds, and is not more than half as much again. */
  hold(rows: readonly HeldRow[]): void {
    for (const [names, what, bound, measured] of rows) {
      this.shows(names, `${what}: at most ${bound} s, ${measured} s seen`, () => {
        expect(bound).toBeGreaterThanOrEqual(measured);
        expect(bound).toBeLessThanOrEqual(MOST * measured);
      });
      this.lines.push(`| ${names} | ${what} | ${bound?.toFixed(1)} | ${measured} | ${((bound ?? Number.NaN) / measured).toFixed(2)} |`);
    }
  }

  /** What a row says beside numbers. */
  shows(names: string, what: string, proof: () => void): void {
    for (const name of names.split(', ')) {
      this.tested.add(name);
    }
    test(`${names}: ${what}`, proof);
  }

  /** No row may be forgotten, nor be told of that is not there. To be called last. */
  complete(): void {
    const { file, names, notUsable } = this.table;
    const path = join(folder, file);
    if (existsSync(path)) {
      test(`each row of ${file} has a test, or a reason why not`, () => {
        const told = [...this.tested, ...Object.keys(notUsable)].sort();
        expect(told).toEqual([...new Set(rowNames(readFileSync(path, 'utf8'), names))].sort());
        expect(Object.keys(notUsable).filter((name) => this.tested.has(name))).toEqual([]);
      });
    } else {
      test(LEFT_OUT, () => expect(existsSync(path)).toBe(false));
      process.stdout.write(`${LEFT_OUT}\n`);
    }
    afterAll(() => {
      if (this.lines.length > 0) {
        process.stdout.write(`| row | what | bound | measured | ratio |\n| --- | --- | --- | --- | --- |\n${this.lines.join('\n')}\n`);
      }
    });
  }
}

/** The first cells of the rows of all tables, without marks behind the name. */
function rowNames(text: string, names: RegExp): string[] {
  return text.split('\n').flatMap((line) => {
    const name = /^\| ([^|\s]+)[^|]*\|/.exec(line)?.[1];
    return name !== undefined && names.test(name) ? [name] : [];
  });
}
