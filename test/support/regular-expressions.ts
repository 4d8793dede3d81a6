import ts from 'typescript';
import { ecmaScript } from '../../src/admission/structure/go-patterns';
import { shapeAt } from '../../src/imports/field-table';
import { SOURCE, sourceFiles } from '../architecture/source-files';
import { syntaxOf } from '../architecture/syntax';

/** A regular expression that this library matches texts of users against. */
export interface SourceExpression {
  /** File and line, or where the pattern comes from. */
  readonly place: string;
  readonly expression: RegExp;
}

/** All of them: those that are written in the sources, those that modules make when they are loaded, and those of the field table. */
export function sourceExpressions(): SourceExpression[] {
  return [...literals(), ...madeAtLoad(), ...patternsOfTheTable()];
}

function literals(): SourceExpression[] {
  return sourceFiles().flatMap((file) => literalsIn(syntaxOf(file)));
}

function literalsIn(source: ts.SourceFile): SourceExpression[] {
  const found: SourceExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      const expression = new RegExp(node.text.slice(1, end), node.text.slice(end + 1));
      found.push({ place: `${source.fileName}:${line + 1}`, expression });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function madeAtLoad(): SourceExpression[] {
  const made: SourceExpression[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [pattern, flags]) => {
      const expression = new target(pattern, flags);
      const place = new Error().stack?.split('\n').find((line) => line.includes(SOURCE));
      if (place !== undefined) {
        made.push({ place: `made at ${place.slice(place.indexOf(SOURCE) + SOURCE.length + 1)}`, expression });
      }
      return expression;
    },
  });
  try {
    jest.isolateModules(() => require('../../src'));
  } finally {
    globalThis.RegExp = original;
  }
  return made;
}

function patternsOfTheTable(): SourceExpression[] {
  const patterns = new Set<string>();
  for (let index = 0; ; index++) {
    const pattern = patternAt(index);
    if (pattern === undefined) {
      break;
    }
    patterns.add(pattern);
  }
  patterns.delete('');
  return [...patterns].map((pattern) => ({ place: `field table: ${pattern}`, expression: ecmaScript(pattern) }));
}

/** Empty for a shape without a pattern; undefined behind the last shape. */
function patternAt(index: number): string | undefined {
  try {
    return shapeAt(index).pattern ?? '';
  } catch {
    return undefined;
  }
}
