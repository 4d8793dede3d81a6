import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as yaml4 from 'js-yaml';
import * as yaml from 'yaml';

/** What a reader makes of a document. */
export type Reading = { readonly value: unknown; readonly type?: string } | { readonly error: string };

/** A YAML reader that somebody has manifests or a cloud-config read with. */
export interface Reader {
  readonly name: string;
  readonly version: string;
  readonly read: (documents: readonly string[]) => Reading[];
}

/** Where `scripts/readers.sh` puts what is not written for Node.js. */
const PREPARED = resolve(__dirname, '../../dist/readers');
const PYTHON = join(PREPARED, 'venv/bin/python');
const GO = join(PREPARED, 'read-yaml');
const MOST_BYTES = 2 ** 30;

// Not there before somebody installs what package.json says.
const yaml3 = require('js-yaml-3');

const version = (name: string): string => require(`${name}/package.json`).version;

const ofYaml = (schema: '1.1' | '1.2'): Reader =>
  nodeReader(`yaml (${schema})`, version('yaml'), (text) => yaml.parse(text, { version: schema, logLevel: 'error' }));

export const NODE_READERS: readonly Reader[] = [
  ofYaml('1.1'),
  ofYaml('1.2'),
  nodeReader('js-yaml 3', version('js-yaml-3'), (text) => yaml3.safeLoad(text)),
  nodeReader('js-yaml 4', version('js-yaml'), (text) => yaml4.load(text)),
];

/** PyYAML, pure Python as in cloud-init; undefined where it is not there. */
export const PYYAML =
  process.env.READER_RUNS !== undefined && existsSync(PYTHON) ? external('PyYAML', [PYTHON, join(__dirname, 'read-yaml.py')]) : undefined;

/** sigs.k8s.io/yaml, as in kubectl; undefined where it is not there. */
export const KUBECTL = process.env.READER_RUNS !== undefined && existsSync(GO) ? external('sigs.k8s.io/yaml', [GO]) : undefined;

export const READERS: readonly Reader[] = [...NODE_READERS, ...[PYYAML, KUBECTL].filter((reader) => reader !== undefined)];

/** Texts of a run: few by themselves, many in `npm run test:readers`. */
export const RUNS = Number(process.env.READER_RUNS ?? 300);

function nodeReader(name: string, release: string, parse: (text: string) => unknown): Reader {
  return { name, version: release, read: (documents) => documents.map((text) => attempt(() => parse(text))) };
}

function attempt(parse: () => unknown): Reading {
  try {
    return { value: parse() };
  } catch (error) {
    return { error: String(error) };
  }
}

/** A program that reads documents as JSON strings, one a line, and writes readings as JSON, one a line, after its version. */
function external(name: string, [command, ...args]: string[]): Reader {
  const run = (documents: readonly string[]): string[] => {
    const input = documents.map((text) => `${JSON.stringify(text)}\n`).join('');
    const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: MOST_BYTES });
    const lines = stdout.trimEnd().split('\n');
    if (status !== 0 || lines.length !== documents.length + 1) {
      throw new Error(`${name} broke off: ${stderr}`);
    }
    return lines;
  };
  const [release] = run([]);
  return {
    name,
    version: release,
    read: (documents) =>
      run(documents)
        .slice(1)
        .map((line) => JSON.parse(line)),
  };
}
