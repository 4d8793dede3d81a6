import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TypeEmitter } from './emit-types';
import { assignFiles } from './layers';
import { literal } from './literal';
import { type Kind, loadModel, type Model } from './load';
import { readCrdFolders } from './read-crds';
import { StructCollector } from './structs';
import { buildTable } from './table';

const HEADER = '// Generated from CustomResourceDefinitions. To regenerate: npm run import -- --crds DIR\n';

/** Files that every type may import and that import none of the types. */
const RUNTIME_FILES = ['int-or-string', 'plain', 'quantity'] as const;

const EXTERNAL: { readonly [name: string]: string } = {
  ApiObject: 'cdk8s',
  ApiObjectMetadata: 'cdk8s',
  GroupVersionKind: 'cdk8s',
  Construct: 'constructs',
  IntOrString: './int-or-string',
  Quantity: './quantity',
  plain: './plain',
};

/** What is imported for its value; the rest only for its type. */
const VALUES: ReadonlySet<string> = new Set(['ApiObject', 'plain']);

const LINE_WIDTH = 140;

/** The text of each generated file by its name. */
export type GeneratedFiles = ReadonlyMap<string, string>;

/** Everything that belongs into src/imports for a folder of CRDs. */
export function generate(crdsDir: string): GeneratedFiles {
  const model = loadModel(readCrdFolders(crdsDir));
  const files = new Map<string, string>();
  for (const name of RUNTIME_FILES) {
    files.set(`${name}.ts`, HEADER + runtime(name));
  }
  for (const [name, text] of typeFiles(model)) {
    files.set(`${name}.ts`, HEADER + text);
  }
  const exported = [...files.keys()].map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'plain');
  files.set(
    'index.ts',
    HEADER +
      exported
        .sort()
        .map((name) => `export * from './${name}';\n`)
        .join(''),
  );
  files.set('field-table.ts', HEADER + tableFile(model));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function runtime(name: string): string {
  return readFileSync(join(__dirname, 'runtime', `${name}.ts`), 'utf8');
}

function tableFile(model: Model): string {
  const { table, shapes } = buildTable(model);
  return runtime('field-table')
    .replace("const TABLE = '';", () => `const TABLE =\n  ${literal([table])};`)
    .replace("const SHAPES = '';", () => `const SHAPES =\n  ${literal(shapes)};`);
}

function typeFiles(model: Model): ReadonlyMap<string, string> {
  const structs = new StructCollector(model);
  const kinds = model.kinds.filter((kind) => kind.config.file !== undefined);
  const fileOf = assignFiles(structs, kinds);
  const names = [...new Set([...fileOf.values(), ...kinds.map((kind) => kind.config.file as string)])];
  return new Map(names.map((name) => [name, typeFile(name, { model, structs, kinds, fileOf })]));
}

interface Context {
  readonly model: Model;
  readonly structs: StructCollector;
  readonly kinds: readonly Kind[];
  readonly fileOf: ReadonlyMap<string, string>;
}

function typeFile(name: string, { model, structs, kinds, fileOf }: Context): string {
  const emitter = new TypeEmitter(model, structs);
  const classes = kinds.filter((kind) => kind.config.file === name).flatMap((kind) => emitter.kind(kind));
  const own = structs.all.filter((struct) => fileOf.get(struct.name) === name).flatMap((struct) => emitter.struct(struct));
  const imports = importLines(name, emitter.mentioned, fileOf);
  const body = [...classes, ...own].join('\n');
  return imports.length === 0 ? body : `${imports.join('\n')}\n\n${body}`;
}

function importLines(file: string, mentioned: ReadonlySet<string>, fileOf: ReadonlyMap<string, string>): string[] {
  const byModule = new Map<string, string[]>();
  for (const name of [...mentioned].sort(ignoringCase)) {
    const from = EXTERNAL[name] ?? `./${fileOf.get(name)}`;
    if (from !== `./${file}`) {
      byModule.set(from, [...(byModule.get(from) ?? []), name]);
    }
  }
  const order = [...byModule.keys()].sort((a, b) => Number(a.startsWith('.')) - Number(b.startsWith('.')) || (a < b ? -1 : 1));
  return order.map((from) => importLine(from, byModule.get(from) as string[]));
}

function ignoringCase(a: string, b: string): number {
  return a.toLowerCase() < b.toLowerCase() ? -1 : 1;
}

function importLine(from: string, names: readonly string[]): string {
  const onlyTypes = !names.some((name) => VALUES.has(name));
  const keyword = onlyTypes ? 'import type' : 'import';
  const items = names.map((name) => (onlyTypes || VALUES.has(name) ? name : `type ${name}`));
  const line = `${keyword} { ${items.join(', ')} } from '${from}';`;
  return line.length <= LINE_WIDTH ? line : `${keyword} {\n${items.map((item) => `  ${item},\n`).join('')}} from '${from}';`;
}
