import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultCrdsDir, readCrdFolders } from '../../scripts/import/read-crds';
import { type Crd, type CrdFolder, type Schema, storageVersion } from '../../scripts/import/schema';

export const CRDS_DIR = defaultCrdsDir();

/** A `describe` for tests that need the CRDs; without them, one test that says so. */
export function describeWithCrds(name: string, tests: () => void): void {
  if (existsSync(CRDS_DIR)) {
    describe(name, tests);
    return;
  }
  describe(name, () => {
    it('is skipped without CRDs', () => {
      console.warn(`SKIPPED: ${name}: no CRDs at ${CRDS_DIR}. Set CDK8S_KUBEVIRT_CRDS to the folder that holds them.`);
    });
  });
}

let folders: readonly CrdFolder[] | undefined;

export function crdFolders(): readonly CrdFolder[] {
  folders ??= readCrdFolders(CRDS_DIR);
  return folders;
}

export function findCrd(folder: string, kind: string): Crd | undefined {
  return crdFolders()
    .find((each) => each.name === folder)
    ?.crds.find((crd) => crd.spec.names.kind === kind);
}

/** The schema of a kind's stored version. */
export function schemaOf(folder: string, kind: string): Schema {
  const schema = storageVersion(findCrd(folder, kind) as Crd).schema?.openAPIV3Schema;
  if (schema === undefined) {
    throw new Error(`no schema for ${kind} in ${folder}`);
  }
  return schema;
}

export const IMPORTS_DIR = join(__dirname, '../../src/imports');

/** What `npm run import:kubernetes` generates; all else is of CustomResourceDefinitions. */
export const KUBERNETES_TABLE = 'kubernetes-table.ts';

export function importsFile(name: string): string {
  return readFileSync(join(IMPORTS_DIR, name), 'utf8');
}
