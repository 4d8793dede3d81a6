/**
 * Writes src/errors/signatures.ts: what every constructor, factory and method of the package takes, from the assembly that
 * jsii has made of the sources. It is what calls without type checks are held against.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const OWN = 'cdk8s-kubevirt';

interface TypeReference {
  readonly primitive?: string;
  readonly fqn?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}

interface Value {
  readonly name: string;
  readonly type: TypeReference;
  readonly optional?: boolean;
  readonly variadic?: boolean;
}

interface Callable {
  readonly name?: string;
  readonly static?: boolean;
  readonly parameters?: readonly Value[];
}

interface Type {
  readonly fqn: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly namespace?: string;
  readonly abstract?: boolean;
  readonly datatype?: boolean;
  readonly interfaces?: readonly string[];
  readonly properties?: readonly Value[];
  readonly methods?: readonly Callable[];
  readonly initializer?: Callable;
}

const assemblies = [ROOT, ...['cdk8s', 'cdk8s-plus-27', 'constructs'].map((name) => join(ROOT, 'node_modules', name))];
const types = new Map(
  assemblies.flatMap((folder): [string, Type][] => {
    const { types } = JSON.parse(readFileSync(join(folder, '.jsii'), 'utf8'));
    return Object.entries(types);
  }),
);

const enums = new Map<string, Record<string, unknown>>();
const bases = new Map<string, string[]>();
const structs = new Map<string, Record<string, string>>();
const interfaces = new Map<string, string[]>();
const calls = new Map<string, Record<string, string>>();

for (const type of types.values()) {
  if (type.fqn.startsWith(`${OWN}.`) && type.kind === 'class') {
    addCalls(type);
  }
}

writeFileSync(
  join(ROOT, 'src/errors/signatures.ts'),
  `// Generated from the sources by npm run signatures.
// biome-ignore-all format: generated

/** Members of enums, by the name of the enum. */
export const ENUMS: Table<string | number> = ${table(enums)};

/** Structs whose fields a struct has beside its own. */
export const BASES: { readonly [name: string]: readonly string[] } = ${table(bases)};

/** Types of a struct's own fields. */
export const STRUCTS: Table<string> = ${table(structs)};

/** Members that an object has which implements the interface, by the name of the interface. */
export const INTERFACES: { readonly [name: string]: readonly string[] } = ${table(interfaces)};

/** Types of parameters: \`new Class\`, \`Class.factory\`, \`Class#method\`. */
export const CALLS: Table<string> = ${table(calls)};

type Table<T> = { readonly [name: string]: { readonly [name: string]: T } };
`,
);

/** Of the L1 only factories: its constructors are bare ApiObjects, and rules judge what they are given. */
function addCalls({ name, namespace, abstract, initializer, methods = [] }: Type): void {
  if (initializer !== undefined && !abstract && namespace === undefined) {
    calls.set(`new ${name}`, parameters(initializer));
  }
  for (const method of methods.filter(({ parameters }) => parameters !== undefined)) {
    calls.set(`${name}${method.static ? '.' : '#'}${method.name}`, parameters(method));
  }
}

function parameters({ parameters = [] }: Callable): Record<string, string> {
  return Object.fromEntries(parameters.map((parameter) => [parameter.name, typeOf(parameter)]));
}

/** `string`, `Disk[]`, `{string}`, `string|number`; a question mark behind what may be left out, dots before what may be many. */
function typeOf({ type, optional, variadic }: Value): string {
  return `${variadic ? '...' : ''}${textOf(type)}${optional ? '?' : ''}`;
}

function textOf({ primitive, fqn, collection, union }: TypeReference): string {
  if (collection !== undefined) {
    const element = textOf(collection.elementtype);
    return collection.kind === 'array' ? `${element}[]` : `{${element}}`;
  }
  return union?.types.map(textOf).join('|') ?? primitive ?? named(fqn as string);
}

/** The name of a type, whose structure gets into the tables on the way. */
function named(fqn: string): string {
  const type = types.get(fqn) as Type;
  if (type.namespace !== undefined) {
    return 'json';
  }
  const name = fqn.startsWith(`${OWN}.`) ? type.name : fqn;
  if (type.kind === 'enum') {
    enums.set(name, valuesOf(type));
  } else if (type.datatype && !structs.has(name)) {
    addStruct(name, type);
  } else if (type.kind === 'interface' && !type.datatype) {
    interfaces.set(name, membersOf(type));
  }
  return name;
}

function valuesOf({ fqn, name }: Type): Record<string, unknown> {
  return fqn.startsWith(`${OWN}.`) ? require('../src')[name] : require(fqn.slice(0, fqn.indexOf('.')))[name];
}

function addStruct(name: string, { interfaces = [], properties = [] }: Type): void {
  structs.set(name, {});
  structs.set(name, Object.fromEntries(properties.map((property) => [property.name, typeOf(property)])));
  if (interfaces.length > 0) {
    bases.set(name, interfaces.map(named));
  }
}

/** The members that an implementation must have. */
function membersOf(type: Type): string[] {
  const required = (type.properties ?? []).filter(({ optional }) => !optional);
  const own = [...required, ...(type.methods ?? [])].map(({ name }) => name as string);
  return [...new Set([...basesOf(type).flatMap(membersOf), ...own])];
}

function basesOf({ interfaces = [] }: Type): Type[] {
  return interfaces.map((fqn) => types.get(fqn) as Type);
}

/** A table, sorted, one entry a line. */
function table(entries: ReadonlyMap<string, unknown>): string {
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  return `{\n${lines.join('')}}`;
}
