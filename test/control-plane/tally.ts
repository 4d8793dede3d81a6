import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FOLDER = resolve(__dirname, '../../dist/control-plane');

/** Counts what a suite did, and writes it as a table into dist/control-plane. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  public constructor(private readonly name: string) {}

  public add(row: string, column: string, count = 1): void {
    const counts = this.counts.get(row) ?? new Map<string, number>();
    counts.set(column, (counts.get(column) ?? 0) + count);
    this.counts.set(row, counts);
  }

  public write(): void {
    const columns = [...new Set([...this.counts.values()].flatMap((counts) => [...counts.keys()]))];
    const lines = [
      ['', ...columns],
      ['---', ...columns.map(() => '---:')],
      ...[...this.counts].map(([row, counts]) => [row, ...columns.map((column) => String(counts.get(column) ?? 0))]),
    ];
    const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, `${this.name}.md`), table);
    writeFileSync(
      join(FOLDER, `${this.name}.json`),
      JSON.stringify(Object.fromEntries([...this.counts].map(([row, counts]) => [row, Object.fromEntries(counts)])), null, 2),
    );
    process.stdout.write(`\n${table}`);
  }
}
