import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import * as facts from '../../src/facts';
import { SOURCE, sourceFiles } from './source-files';
import { syntaxOf } from './syntax';

/** A regular expression that the source holds by itself. */
interface Pattern {
  readonly file: string;
  readonly text: string;
  readonly expression: RegExp;
}

/** Texts of the formats of others, each with a near miss. What tells the two apart is such a format, and belongs to the facts. */
const FORMATS: Record<string, readonly [taken: string, refused: string]> = {
  'a MAC address': ['02:1a:4a:16:01:51', '02:1a:4a:16:01'],
  'a PCI address': ['0000:81:01.0', '0000:81:01'],
  'a DNS label': ['web-2', 'web-'],
  'a DNS subdomain': ['web.shop', 'web..shop'],
  'the key of a label': ['kubernetes.io/hostname', 'kubernetes.io/'],
  'a quantity': ['512Mi', '512Xi'],
  'a Go duration': ['5m30s', '5x30y'],
  'a percentage': ['40%', '40%%'],
  'an IP address': ['192.0.2.7', '192.0.2'],
  'a CIDR range': ['192.0.2.0/24', '192.0.2.0/'],
};

/** A format among the facts, with its comment. */
const DECLARATION = /(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export const (\w+): Format =/g;

/** Patterns that tell such texts apart and mean something else: the file and what it means. */
const OTHERS: Record<string, string> = {
  'vm/compute/cpu.ts: /^[A-Za-z0-9]([\\w.-]*[A-Za-z0-9])?$/': 'the name of a model of CPUs',
};

const patterns = sourceFiles()
  .filter((file) => !file.startsWith('facts/'))
  .flatMap(patternsIn);

test('no format is written in the source twice', () => {
  const files = new Map<string, string[]>();
  for (const { file, text } of patterns.filter(({ expression }) => isAnchored(expression))) {
    files.set(text, [...(files.get(text) ?? []), file]);
  }
  expect([...files].filter(([, places]) => places.length > 1)).toEqual([]);
});

test('no name of a label, annotation, taint or API group is written twice', () => {
  const files = new Map<string, Set<string>>();
  for (const file of sourceFiles()) {
    for (const name of namesIn(file)) {
      files.set(name, (files.get(name) ?? new Set()).add(file.replace(/^facts\/.*/, 'facts')));
    }
  }
  expect(files.size).toBeGreaterThan(10);
  expect([...files].filter(([, places]) => places.size > 1)).toEqual([]);
});

test.each(Object.keys(FORMATS))('%s is read by a fact, and nowhere else', (format) => {
  const [taken, refused] = FORMATS[format];
  const readers = patterns.filter(({ expression }) => isAnchored(expression) && expression.test(taken) && !expression.test(refused));
  expect(readers.map(({ file, text }) => `${file}: ${text}`).filter((reader) => !(reader in OTHERS))).toEqual([]);
});

test('the formats among the facts differ', () => {
  const sources = Object.values(facts).flatMap((fact) => (isFormat(fact) ? [String(fact.pattern)] : []));
  expect(sources.length).toBeGreaterThan(10);
  expect(new Set(sources).size).toBe(sources.length);
});

test('every format says what it is and where it is from', () => {
  const files = sourceFiles('facts').map((file) => readFileSync(join(SOURCE, file), 'utf8'));
  const declared = files.flatMap((text) => [...text.matchAll(DECLARATION)]);
  expect(declared.map(([, , name]) => name).filter((name) => !isFormat((facts as Record<string, unknown>)[name]))).toEqual([]);
  expect(declared.filter(([, comment]) => !comment?.includes('Source: ')).map(([, , name]) => name)).toEqual([]);
});

function isFormat(fact: unknown): fact is facts.Format {
  return typeof fact === 'object' && fact !== null && 'pattern' in fact;
}

/** One that judges the whole text; others look for something in it. */
function isAnchored({ source }: RegExp): boolean {
  return source.startsWith('^') && source.endsWith('$');
}

/** The literals in a file. */
function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ file, text: node.text, expression: new RegExp(node.text.slice(1, end), node.text.slice(end + 1)) });
    }
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return found;
}

/** Strings such as `kubevirt.io`, `kubevirt.io/v1` and `node.kubernetes.io/not-ready`. */
function namesIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isStringLiteralLike(node) && /^([a-z0-9-]+\.)+(io|com|org|cdk8s-kubevirt)(\/[\w.-]*)?$/.test(node.text)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(syntaxOf(file));
  return found;
}
