import { docComment, fieldDoc, kindDoc, structDoc } from './docs';
import type { Kind, Model } from './load';
import { readMeanings } from './meanings';
import type { SchemaNode } from './model';
import { isStruct, type Struct, type StructCollector, specOf } from './structs';

/** Writes the structs and classes of one file, and remembers what they refer to. */
export class TypeEmitter {
  /** The names of other types that were mentioned. */
  readonly mentioned = new Set<string>();
  private readonly meanings = readMeanings();

  constructor(
    private readonly model: Model,
    private readonly structs: StructCollector,
  ) {}

  struct(struct: Struct): string[] {
    const meanings = this.meanings.get(struct.name) ?? {};
    const fields = struct.fields.flatMap((field) => [
      ...fieldDoc(field, { meaning: meanings[field.name], type: this.describe(field.node) }, this.model.releases[0]),
      `  readonly ${field.name}${field.required ? '' : '?'}: ${this.type(field.node)};`,
    ]);
    return [...structDoc(struct), `export interface ${struct.name} {`, ...separate(fields), '}', ''];
  }

  kind(kind: Kind): string[] {
    const { kind: name } = kind.config;
    const required = kind.version.root.fields.some((field) => field.name === 'spec' && field.required);
    const spec = this.type(specOf(kind));
    this.mentioned.add('ApiObject').add('ApiObjectMetadata').add('GroupVersionKind').add('Construct').add('plain');
    return [
      `/** The fields of a \`Kube${name}\`. */`,
      `export interface Kube${name}Props {`,
      ...docComment(['Name, namespace, labels and annotations.'], ["@default - a name made from the construct's path"], '  '),
      '  readonly metadata?: ApiObjectMetadata;',
      '',
      ...docComment([`The \`spec\` of the ${name}.`], required ? [] : ['@default - none'], '  '),
      `  readonly spec${required ? '' : '?'}: ${spec};`,
      '}',
      '',
      ...kindDoc(kind),
      `export class Kube${name} extends ApiObject {`,
      `  /** \`apiVersion\` and \`kind\` of a ${name}. */`,
      '  public static readonly GVK: GroupVersionKind = {',
      `    apiVersion: '${kind.group}/${kind.version.name}',`,
      `    kind: '${name}',`,
      '  };',
      '',
      ...docComment([`The manifest of a ${name}, to put into other manifests.`], ['@param props the fields'], '  '),
      `  public static manifest(props: Kube${name}Props${required ? '' : ' = {}'}): any {`,
      `    return { ...Kube${name}.GVK, ...(plain(props) as object) };`,
      '  }',
      '',
      ...docComment([`Adds a ${name} to a chart.`], CONSTRUCTOR_TAGS, '  '),
      `  public constructor(scope: Construct, id: string, props: Kube${name}Props${required ? '' : ' = {}'}) {`,
      // Not `{ ...GVK, ...props }`: V8 makes a hidden class for each object that begins with a spread and gets further fields.
      `    const { apiVersion, kind } = Kube${name}.GVK;`,
      '    super(scope, id, { apiVersion, kind, ...props });',
      '  }',
      '}',
      '',
    ];
  }

  private type(node: SchemaNode): string {
    switch (node.type) {
      case 'array':
        return `${this.type(node.items as SchemaNode)}[]`;
      case 'map':
        return `{ readonly [key: string]: ${this.type(node.items as SchemaNode)} }`;
      case 'integer':
        return 'number';
      case 'int-or-string':
        return this.mention('IntOrString');
      case 'quantity':
        return this.mention('Quantity');
      case 'object':
        return this.objectType(node);
      default:
        return node.type;
    }
  }

  private objectType(node: SchemaNode): string {
    if (node.objectMeta) {
      return this.mention('ApiObjectMetadata');
    }
    return isStruct(node) ? this.mention(this.structs.of(node).name) : 'any';
  }

  private mention(name: string): string {
    this.mentioned.add(name);
    return name;
  }

  /** The type in words. */
  private describe(node: SchemaNode): string {
    switch (node.type) {
      case 'array':
        return `List of ${this.describePlural(node.items as SchemaNode)}`;
      case 'map':
        return `Map of ${this.describePlural(node.items as SchemaNode)}`;
      case 'object':
        return this.describeObject(node);
      default:
        return WORDS[node.type][0];
    }
  }

  private describeObject(node: SchemaNode): string {
    if (node.objectMeta) {
      return 'Labels, annotations and the like';
    }
    return isStruct(node) ? `\`${this.structs.of(node).name}\`` : 'Empty object: being there is what it says';
  }

  private describePlural(node: SchemaNode): string {
    if (node.type === 'object') {
      return isStruct(node) ? `\`${this.structs.of(node).name}\`` : 'objects';
    }
    if (node.type === 'array' || node.type === 'map') {
      const inner = this.describe(node);
      return inner[0].toLowerCase() + inner.slice(1).replace(/^(ist|ap) /, '$1s ');
    }
    return WORDS[node.type][1];
  }
}

const CONSTRUCTOR_TAGS = ['@param scope where to add it', '@param id its id in the scope', '@param props the fields'];

const WORDS = {
  string: ['String', 'strings'],
  integer: ['Integer', 'integers'],
  number: ['Number', 'numbers'],
  boolean: ['Boolean', 'booleans'],
  'int-or-string': ['Number or string', 'numbers or strings'],
  quantity: ['Quantity, such as `500m` or `4Gi`', 'quantities'],
  bytes: ['Text in base64', 'texts in base64'],
  'quantity-or-number': ['Quantity or number', 'quantities or numbers'],
  any: ['Object of any form', 'objects of any form'],
} as const;

/** An empty line before each doc comment but the first. */
function separate(lines: readonly string[]): string[] {
  return lines.flatMap((line, i) => (i > 0 && line.startsWith('  /**') ? ['', line] : [line]));
}
