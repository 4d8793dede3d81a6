import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { SOURCE, sourceFiles } from '../architecture/source-files';

export const REPOSITORY = resolve(__dirname, '../..');

/** A program in a text: a TypeScript fence of a Markdown page, or the `@example` of a doc comment. */
export interface Fence {
  /** `README.md:12`: the file and the line of the first line of code. */
  readonly place: string;
  readonly file: string;
  readonly line: number;
  readonly code: string;
}

/** The programs in README.md and in the pages of docs/. */
export function fencesOfPages(): Fence[] {
  const docs = join(REPOSITORY, 'docs');
  const pages = existsSync(docs) ? readdirSync(docs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md')) : [];
  return [join(REPOSITORY, 'README.md'), ...pages.sort().map((page) => join(docs, page))].flatMap((page) =>
    fencesIn(relative(REPOSITORY, page), readFileSync(page, 'utf8').split('\n')),
  );
}

/** The programs in the doc comments of the source. */
export function fencesOfSource(): Fence[] {
  return sourceFiles().flatMap((file) => examplesIn(join('src', file), readFileSync(join(SOURCE, file), 'utf8').split('\n')));
}

/** The TypeScript fences among the lines of a Markdown page. */
export function fencesIn(file: string, lines: readonly string[], firstLine = 1): Fence[] {
  const fences: Fence[] = [];
  let start: number | undefined;
  lines.forEach((line, index) => {
    if (start === undefined && /^\s*```(ts|typescript)\b/.test(line)) {
      start = index + 1;
    } else if (start !== undefined && /^\s*```\s*$/.test(line)) {
      fences.push(fence(file, firstLine + start, lines.slice(start, index)));
      start = undefined;
    }
  });
  return fences;
}

/** The `@example`s among the lines of a source file, each up to the next tag or the end of the comment. */
export function examplesIn(file: string, lines: readonly string[]): Fence[] {
  const starts = lines.flatMap((line, index) => (/^\s*\*\s*@example\b/.test(line) ? [index + 1] : []));
  return starts.flatMap((start) => {
    const length = lines.slice(start).findIndex((line) => /^\s*\*(\/|\s*@[a-z]\w*\b)/.test(line));
    const code = lines.slice(start, start + length).map((line) => line.replace(/^\s*\* ?/, ''));
    const fenced = fencesIn(file, code, start + 1);
    return fenced.length > 0 ? fenced : [fence(file, start + 1, code)];
  });
}

function fence(file: string, line: number, code: readonly string[]): Fence {
  return { place: `${file}:${line}`, file, line, code: `${code.join('\n')}\n` };
}
