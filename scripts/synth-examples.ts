import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';

const REPOSITORY = resolve(__dirname, '..');

/** Synthesizes every app in examples/ into dist/<name>/ and tells what each file holds. */
function main(): void {
  const examples = readdirSync(join(REPOSITORY, 'examples')).filter((file) => file.endsWith('.ts'));
  if (examples.length === 0) {
    fail('examples/ holds no example.');
  }
  for (const example of examples.sort()) {
    synthesize(example);
  }
}

function synthesize(example: string): void {
  const outdir = join(REPOSITORY, 'dist', basename(example, '.ts'));
  rmSync(outdir, { recursive: true, force: true });
  // The flags of this process make TypeScript and the name of the package known to the child.
  const run = spawnSync(process.execPath, [...process.execArgv, join('examples', example)], {
    cwd: REPOSITORY,
    encoding: 'utf8',
    env: { ...process.env, CDK8S_OUTDIR: outdir },
  });
  if (run.status !== 0) {
    rmSync(outdir, { recursive: true, force: true });
    fail(`examples/${example} does not synthesize:\n${withoutStackTrace(run.stderr)}`);
  }
  process.stdout.write(run.stdout);
  process.stderr.write(run.stderr);
  const files = readdirSync(outdir, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  for (const file of files.sort()) {
    console.log(describe(join(outdir, file)));
  }
}

/** `dist/web-vm/shop.k8s.yaml: 3 objects (VirtualMachine, Service, Route)` */
function describe(path: string): string {
  const objects = parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS({ maxAliasCount: -1 }));
  const kinds = [...new Set(objects.map(({ kind }) => kind))].map((kind) => {
    const count = objects.filter((object) => object.kind === kind).length;
    return count === 1 ? kind : `${count} ${kind}`;
  });
  return `${relative(REPOSITORY, path)}: ${objects.length} ${objects.length === 1 ? 'object' : 'objects'} (${kinds.join(', ')})`;
}

/** The error as its thrower wrote it: Node puts the line of source before it and the calls behind it. */
function withoutStackTrace(errors: string): string {
  const lines = errors.split('\n');
  const first = lines.findIndex((line) => /^\w*Error: /.test(line));
  const last = lines.findIndex((line, index) => index > first && /^\s+at /.test(line));
  return first < 0 || last < 0
    ? errors
    : lines
        .slice(first, last)
        .join('\n')
        .replace(/^\w*Error: /, '');
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

main();
