import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { SOURCE } from './source-files';

const trees = new Map<string, ts.SourceFile>();

/** The syntax tree of a file of `src`, which is read once: several tests go through all of them. */
export function syntaxOf(file: string): ts.SourceFile {
  const tree = trees.get(file) ?? parsed(readFileSync(join(SOURCE, file), 'utf8'), file);
  trees.set(file, tree);
  return tree;
}

export function parsed(source: string, file = 'source.ts'): ts.SourceFile {
  return ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
}
