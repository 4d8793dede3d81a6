import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../../src/graph';
import type { Cluster } from '../../../test/control-plane/cluster';
import { CORE_OBJECTS } from '../../../test/control-plane/core-kinds';
import { literal } from '../literal';
import type { KindEntry } from '../runtime/field-table';
import { FIRST_KUBERNETES_SHAPE } from '../runtime/kubernetes-table';
import { ImportError } from '../schema';
import { ShapeStore } from '../table';
import { enforcedStructure } from './enforced';
import { KUBERNETES_KINDS } from './kinds';
import { structureOfKind } from './open-api';

/** The file in src/imports. */
export const KUBERNETES_TABLE = 'kubernetes-table.ts';

const HEADER = '// Generated from what an API server says and does. To regenerate: npm run import:kubernetes\n';

/** The table of the kinds of Kubernetes itself, as an API server describes them, and asks for it. */
export async function generateKubernetesTable(server: Cluster): Promise<string> {
  const shapes = new ShapeStore(FIRST_KUBERNETES_SHAPE);
  const kinds: Record<string, KindEntry> = {};
  for (const { apiVersion, kinds: names } of KUBERNETES_KINDS) {
    const schemas = await server.schemasOf(apiVersion);
    const [version, group = ''] = apiVersion.split('/').reverse();
    const structures = await Promise.all(
      names.map((kind) => enforcedStructure(structureOfKind(schemas, version, kind), validObject(apiVersion, kind), server)),
    );
    for (const [index, kind] of names.entries()) {
      const key = `${group}/${kind}`;
      const root = shapes.add(structures[index], '');
      kinds[key] = Object.hasOwn(kinds, key) ? withVersion(kinds[key], version, root) : await kindEntry(server, apiVersion, kind, root);
    }
  }
  return (
    HEADER +
    readFileSync(join(__dirname, '../runtime', KUBERNETES_TABLE), 'utf8')
      .replace("const KINDS = '';", () => `const KINDS =\n  ${literal([kinds])};`)
      .replace("const SHAPES = '';", () => `const SHAPES =\n  ${literal(shapes.all)};`)
  );
}

function withVersion(entry: KindEntry, version: string, root: number): KindEntry {
  return { ...entry, versions: { ...entry.versions, [version]: { root } } };
}

async function kindEntry(server: Cluster, apiVersion: string, kind: string, root: number): Promise<KindEntry> {
  const resource = await server.resourceOf(apiVersion, kind);
  if (resource === undefined) {
    throw new ImportError(`The API server serves no ${kind} of ${apiVersion}.`);
  }
  const version = apiVersion.slice(apiVersion.indexOf('/') + 1);
  return { plural: resource.name, scope: resource.namespaced ? 'Namespaced' : 'Cluster', version, root, versions: { [version]: {} } };
}

function validObject(apiVersion: string, kind: string): Manifest {
  const found = CORE_OBJECTS.find((manifest) => manifest.apiVersion === apiVersion && manifest.kind === kind);
  if (found === undefined) {
    throw new ImportError(`test/control-plane/core-kinds.ts has no ${kind} of ${apiVersion}.`);
  }
  return found;
}
