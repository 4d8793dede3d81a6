import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a suite saw of a real part, next to what this library says. */
export interface Proof {
  /** The name of the suite, and of its files: words joined by `-`. */
  readonly suite: string;
  /** What is proven, as the title of a table. */
  readonly title: string;
  /** The real parts with their versions: `kube-scheduler 1.36.3`. */
  readonly against: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** What a reader has to know to read the table: scaled clocks, what is left out. */
  readonly notes?: readonly string[];
}

/** A proof as it stands in its file. */
export interface DatedProof extends Proof {
  /** `2026-11-28`. */
  readonly date: string;
}

const FOLDER = resolve(__dirname, '../../dist/proof');

/** Writes what a suite saw into dist/proof, as JSON, which `npm run proof` puts into docs/proof.md, and as a table for people. */
export function writeProof(proof: Proof): void {
  const dated: DatedProof = { ...proof, date: new Date().toISOString().slice(0, 10) };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${proof.suite}.json`), `${JSON.stringify(dated, null, 2)}\n`);
  const text = proofAsMarkdown(dated);
  writeFileSync(join(FOLDER, `${proof.suite}.md`), text);
  process.stdout.write(`\n${text}`);
}

export function proofAsMarkdown({ title, against, date, columns, rows, notes = [] }: DatedProof): string {
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cellText).join(' | ')} |`);
  return [`## ${title}`, '', `${against.join(', ')}; ${date}.`, '', ...notes.flatMap((note) => [note, '']), ...lines, ''].join('\n');
}

function cellText(cell: string | number): string {
  return String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
