import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { generate } from '../../scripts/import/generate';
import type { Crd, Schema } from '../../scripts/import/schema';
import { CRDS_DIR, crdFolders, describeWithCrds, IMPORTS_DIR, importsFile, KUBERNETES_TABLE } from './crds';

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'imports-'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(join(dir, path, '..'), { recursive: true });
  writeFileSync(join(dir, path), text);
}

describeWithCrds('generated files', () => {
  it('are what the CRDs give', () => {
    const files = generate(CRDS_DIR);
    expect([...files.keys()]).toEqual(
      readdirSync(IMPORTS_DIR)
        .filter((file) => file !== KUBERNETES_TABLE)
        .sort(),
    );
    for (const [name, text] of files) {
      // Not toEqual on the texts: its diff of a file this long takes minutes.
      expect({ name, same: text === importsFile(name) }).toEqual({ name, same: true });
    }
  });

  it('are the same from what kubectl writes', () => {
    for (const folder of crdFolders()) {
      const list = { apiVersion: 'v1', kind: 'List', items: folder.crds.map(asInCluster), metadata: { resourceVersion: '' } };
      write(`${folder.name}/crds.yaml`, dump(list, { noRefs: true }));
    }
    for (const [name, text] of generate(dir)) {
      expect({ name, same: text === importsFile(name) }).toEqual({ name, same: true });
    }
  });

  it('name the kinds that are missing', () => {
    const [crd] = crdFolders()[0].crds;
    write('kubevirt-v1.9/crd.yaml', dump(crd));
    expect(() => generate(dir)).toThrow(
      /^No CustomResourceDefinition found for .*VirtualMachinePool \(in kubevirt-v\*\/\), .*Route \(in openshift\/\), /,
    );
  });
});

it('says so when the folder is missing', () => {
  expect(() => generate(join(dir, 'none'))).toThrow(
    `${dir}/none: no such folder. Name the folder that holds the CRDs with --crds DIR or CDK8S_KUBEVIRT_CRDS.`,
  );
});

it('says so when there are no CRDs', () => {
  write('kubevirt-v1.9/config-map.yaml', 'apiVersion: v1\nkind: ConfigMap\n');
  expect(() => generate(dir)).toThrow(
    `${dir}: no CustomResourceDefinition found. Expected sub-folders such as kubevirt-v1.9/ with .yaml files.`,
  );
});

it('names the file that is not YAML', () => {
  write('kubevirt-v1.9/broken.yaml', 'a: [1,\nb: 2');
  expect(() => generate(dir)).toThrow(`${dir}/kubevirt-v1.9/broken.yaml: not readable as YAML: `);
});

it('names the file with half a CRD', () => {
  write('kubevirt-v1.9/half.yaml', 'kind: CustomResourceDefinition\nspec:\n  group: kubevirt.io\n');
  expect(() => generate(dir)).toThrow(
    `${dir}/kubevirt-v1.9/half.yaml: a CustomResourceDefinition without spec.group, spec.names.kind or spec.versions.`,
  );
});

it('prints errors without a stack trace', () => {
  const root = join(__dirname, '../..');
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  const main = join(root, 'scripts/import/main.ts');
  const result = spawnSync(process.execPath, [tsx, '--tsconfig', join(root, 'tsconfig.dev.json'), main, '--crds', join(dir, 'none')]);
  expect(result.stderr.toString()).toBe(
    `${dir}/none: no such folder. Name the folder that holds the CRDs with --crds DIR or CDK8S_KUBEVIRT_CRDS.\n`,
  );
  expect(result.status).toBe(1);
});

/** A CRD as the API server gives it back: with descriptions, bookkeeping and status. */
function asInCluster(crd: Crd): object {
  const versions = crd.spec.versions.map((version) => ({
    ...version,
    schema: { openAPIV3Schema: described(version.schema?.openAPIV3Schema as Schema) },
  }));
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${crd.spec.names.plural}.${crd.spec.group}`, generation: 1, uid: 'f00', resourceVersion: '12' },
    spec: { conversion: { strategy: 'None' }, ...crd.spec, versions },
    status: { acceptedNames: crd.spec.names, conditions: [], storedVersions: [] },
  };
}

function described(schema: Schema): Schema & { description: string } {
  return {
    description: 'What it is for.',
    ...schema,
    ...(schema.items ? { items: described(schema.items) } : {}),
    ...(typeof schema.additionalProperties === 'object' ? { additionalProperties: described(schema.additionalProperties) } : {}),
    ...(schema.properties
      ? { properties: Object.fromEntries(Object.entries(schema.properties).map(([name, child]) => [name, described(child)])) }
      : {}),
  };
}
