/**
 * Bundles src/ into lib/index.js after jsii has compiled it: loading one file is quicker than loading hundreds, and in one scope
 * calls between modules are plain calls.
 *
 * jsii marks each class with its name in the assembly, by which programs in other languages know what an object is. The bundle
 * is made from the sources and gets the marks from the assembly.
 */
import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { type BuildOptions, buildSync } from 'esbuild';

const ROOT = resolve(__dirname, '..');
const BUNDLE = join(ROOT, 'lib/index.js');
/** What is loaded later: files beside the bundle, made of these. */
const LATER = ['src/check/recovery-texts.ts'];
const JSII_MARK = Symbol.for('jsii.rtti');

/** What is read of the assembly. */
interface Assembly {
  readonly version: string;
  readonly types: Readonly<Record<string, Type>>;
}

interface Type {
  readonly fqn: string;
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  /** The submodule that exports the type; undefined: the package itself. */
  readonly namespace?: string;
}

const assembly: Assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8'));
const types = Object.values(assembly.types);

const OPTIONS: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  packages: 'external',
  allowOverwrite: true,
  logLevel: 'warning',
  // What is shorter is parsed sooner; `node --enable-source-maps` shows the sources all the same.
  minify: true,
  sourcemap: 'linked',
  // Node prints the whole line that throws.
  lineLimit: 160,
};

buildSync({ ...OPTIONS, entryPoints: LATER, outdir: join(ROOT, 'lib') });
buildSync({
  ...OPTIONS,
  entryPoints: ['src/index.ts'],
  outfile: BUNDLE,
  external: LATER.map((path) => `./${basename(path, '.ts')}`),
  footer: { js: [...types.filter(({ kind }) => kind === 'class').map(mark), plugin('AuditValidation')].join('\n') },
});
verify(require(BUNDLE));

/** The mark of a class, and its name, which the bundler may have changed. */
function mark(type: Type): string {
  const { fqn, name } = type;
  const value = JSON.stringify({ fqn, version: assembly.version });
  return `Object.defineProperty(module.exports${member(type)},"name",{value:"${name}"})[Symbol.for("jsii.rtti")]=${value};`;
}

function member({ namespace, name }: Type): string {
  return namespace === undefined ? `.${name}` : `.${namespace}.${name}`;
}

/** The plugin of cdk8s-cli is a class of the command. cdk8s-cli looks for it in the package, and nobody else loads the command for it. */
function plugin(name: string): string {
  return `Object.defineProperty(module.exports,"${name}",{get:()=>require("./cli.js").${name}});`;
}

/** Whether the bundle has what the assembly promises. */
function verify(bundle: any): void {
  for (const { fqn, kind, name, namespace } of types) {
    const value = (namespace === undefined ? bundle : bundle[namespace])[name];
    const isMissing = kind !== 'interface' && value === undefined;
    if (isMissing || (kind === 'class' && (value.name !== name || value[JSII_MARK]?.fqn !== fqn))) {
      throw new Error(`lib/index.js lacks ${fqn}`);
    }
  }
}
