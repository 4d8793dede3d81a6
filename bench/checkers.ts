import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCrdsDir, readCrdFolders } from '../scripts/import/read-crds';
import { strictSchema } from '../test/support/crd-schema';
import { REPOSITORY } from './build';
import { type Measurement, run } from './measure';

/** Another program that looks at manifests. */
export interface Checker {
  readonly name: string;
  /** How much longer than it the audit may take. */
  readonly limit: number;
  /** Looks at files; none of them, or a folder with nothing else. */
  readonly check: (target: Target) => Measurement;
}

/** The same manifests, as files in a folder and as paths of these files. */
export interface Target {
  readonly path: string;
  readonly files: readonly string[];
}

/** Another program, and where it comes from. */
interface Origin {
  readonly name: string;
  readonly module: string;
}

const KUBECONFORM: Origin = { name: 'kubeconform', module: 'github.com/yannh/kubeconform/cmd/kubeconform@v0.8.0' };
const KUBE_SCORE: Origin = { name: 'kube-score', module: 'github.com/zegl/kube-score/cmd/kube-score@v1.20.0' };

const CONTROL_PLANE = join(REPOSITORY, 'test/control-plane/go');

const LIMITS = { kubeconform: 0.9, kubeScore: 1.2 };

/** Those that can be had on this machine; what is left out is said. */
export function checkers(folder: string): Checker[] {
  return [kubeconform(folder), kubeScore(folder)].filter((checker) => checker !== undefined);
}

/** Schemas only: it says nothing of the links between objects. */
function kubeconform(folder: string): Checker | undefined {
  const crds = defaultCrdsDir();
  if (!existsSync(crds)) {
    return leftOut(KUBECONFORM, `there are no CRDs in ${crds} (set CDK8S_KUBEVIRT_CRDS)`);
  }
  const program = install(KUBECONFORM, folder);
  if (program === undefined) {
    return undefined;
  }
  const schemas = join(folder, 'schemas');
  writeSchemas(crds, schemas);
  const reason = writeServiceSchema(schemas);
  if (reason !== undefined) {
    return leftOut(KUBECONFORM, reason);
  }
  const options = ['-schema-location', join(schemas, '{{.Group}}_{{.ResourceKind}}_{{.ResourceAPIVersion}}.json')];
  return {
    name: KUBECONFORM.name,
    limit: LIMITS.kubeconform,
    check: ({ path }) => run(program, [...options, path], [0]),
  };
}

/** It knows no VMs and no Routes, and looks at the Services only. */
function kubeScore(folder: string): Checker | undefined {
  const program = install(KUBE_SCORE, folder);
  return program === undefined
    ? undefined
    : { name: KUBE_SCORE.name, limit: LIMITS.kubeScore, check: ({ files }) => run(program, ['score', ...files], [0, 1]) };
}

/** Installs a program; undefined: it cannot be had here. */
function install(origin: Origin, folder: string): string | undefined {
  const { module, name } = origin;
  if (spawnSync('go', ['version']).status !== 0) {
    return leftOut(origin, 'there is no go');
  }
  try {
    execFileSync('go', ['install', module], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: '-mod=mod' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return join(folder, name);
  } catch (error) {
    return leftOut(origin, `go install ${module} failed: ${String((error as { stderr?: Buffer }).stderr).trim()}`);
  }
}

function leftOut({ name }: Origin, reason: string): undefined {
  console.log(`\n${'#'.repeat(80)}\n# NOT COMPARED WITH ${name}: ${reason}\n${'#'.repeat(80)}`);
}

/** The schemas of all CRDs, as kubeconform looks for them; of several releases of a kind the newest counts. */
function writeSchemas(crds: string, schemas: string): void {
  mkdirSync(schemas);
  for (const { spec } of readCrdFolders(crds).flatMap((folder) => folder.crds)) {
    for (const { name, schema } of spec.versions) {
      const file = `${spec.group}_${spec.names.kind.toLowerCase()}_${name}.json`;
      writeFileSync(join(schemas, file), JSON.stringify(strictSchema(schema?.openAPIV3Schema ?? {})));
    }
  }
}

/** What Kubernetes publishes of its API is in its Go module, which the real API server of `test:cluster` is built from. */
const KUBERNETES = { module: 'k8s.io/kubernetes', core: 'api/openapi-spec/v3/api__v1_openapi.json' };

/** Writes the schema of Services, which no CRD has; says why that cannot be done, where it cannot. */
function writeServiceSchema(schemas: string): string | undefined {
  const { status, stdout, stderr } = spawnSync('go', ['mod', 'download', '-json', KUBERNETES.module], {
    cwd: CONTROL_PLANE,
    encoding: 'utf8',
  });
  if (status !== 0) {
    return `go mod download ${KUBERNETES.module} failed: ${stderr.trim()}`;
  }
  const document = JSON.parse(readFileSync(join(JSON.parse(stdout).Dir, KUBERNETES.core), 'utf8'));
  const schema = inlined({ $ref: 'io.k8s.api.core.v1.Service' }, document.components.schemas);
  // kubeconform takes the version for the group where there is none.
  writeFileSync(join(schemas, 'v1_service_v1.json'), JSON.stringify(schema));
  return undefined;
}

/** A schema with what it refers to in its place. */
function inlined(schema: any, definitions: Readonly<Record<string, unknown>>): any {
  if (typeof schema !== 'object' || schema === null) {
    return schema;
  }
  if (typeof schema.$ref === 'string') {
    return inlined(definitions[schema.$ref.split('/').pop()], definitions);
  }
  const members = Object.entries(schema).map(([key, member]) => [key, inlined(member, definitions)]);
  return Array.isArray(schema) ? members.map(([, member]) => member) : Object.fromEntries(members);
}
