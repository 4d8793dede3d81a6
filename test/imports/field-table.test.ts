import { KINDS } from '../../scripts/import/kinds';
import type { Schema } from '../../scripts/import/schema';
import { type FieldEntry, fieldTable, type Shape, shapeAt } from '../../src/imports/field-table';
import { describeWithCrds, findCrd, schemaOf } from './crds';
import { parseStructs } from './structs';

const { kinds, releases } = fieldTable();

const KUBEVIRT_KINDS = Object.keys(kinds).filter((key) => /kubevirt\.io\//.test(key));

/** The entry at a path such as `spec.template.spec.domain.devices.disks[].name`. */
function entryAt(kind: string, path: string): FieldEntry {
  let entry: FieldEntry = [kinds[kind].root];
  for (const step of path.split('.')) {
    const name = step.replace('[]', '');
    const next: FieldEntry | undefined = shapeAt(valueShape(entry[0])).fields?.[name];
    if (next === undefined) {
      throw new Error(`no ${step} in ${path}`);
    }
    entry = next;
  }
  return entry;
}

/** The shape of the elements, for arrays. */
function valueShape(index: number): number {
  const { type, items } = shapeAt(index);
  return type === 'array' ? (items as number) : index;
}

it('compares three releases', () => {
  expect(releases).toEqual(['1.5', '1.8', '1.9']);
});

it.each([
  ['kubevirt.io/VirtualMachine', 'spec.template.spec.domain.devices.panicDevices', '1.8'],
  ['kubevirt.io/VirtualMachine', 'spec.template.spec.domain.rebootPolicy', '1.8'],
  ['kubevirt.io/VirtualMachine', 'spec.template.spec.domain.devices.interfaces.portRanges', '1.9'],
  ['kubevirt.io/VirtualMachine', 'spec.runStrategy', undefined],
  ['migrations.kubevirt.io/MigrationPolicy', 'spec.maxDowntimeMs', '1.9'],
  ['pool.kubevirt.io/VirtualMachinePool', 'spec.autohealing', '1.8'],
])('%s %s came in %s', (kind, path, since) => {
  expect(entryAt(kind, path)[1]).toBe(since);
});

it('says which versions were served when', () => {
  expect(kinds['pool.kubevirt.io/VirtualMachinePool'].version).toBe('v1beta1');
  expect(kinds['pool.kubevirt.io/VirtualMachinePool'].versions).toEqual({ v1beta1: { since: '1.8' }, v1alpha1: {} });
  expect(kinds['instancetype.kubevirt.io/VirtualMachineInstancetype'].versions).toEqual({
    v1beta1: {},
    v1alpha1: { removed: '1.8' },
    v1alpha2: { removed: '1.8' },
  });
});

it('has HyperConverged as of the newest release that has it', () => {
  expect(kinds['hco.kubevirt.io/HyperConverged']).toMatchObject({ plural: 'hyperconvergeds', scope: 'Namespaced', version: 'v1beta1' });
  expect(entryAt('hco.kubevirt.io/HyperConverged', 'spec.liveMigrationConfig.completionTimeoutPerGiB')).toHaveLength(1);
});

it('tells what was required in older releases', () => {
  const [gpus] = entryAt('kubevirt.io/VirtualMachine', 'spec.template.spec.domain.devices.gpus');
  expect(shapeAt(valueShape(gpus))).toMatchObject({ required: ['name'], requiredBefore: { deviceName: '1.8' } });
});

it('knows the metadata that CRDs leave out', () => {
  const [metadata] = entryAt('kubevirt.io/VirtualMachine', 'metadata');
  const [templateMetadata] = entryAt('kubevirt.io/VirtualMachine', 'spec.template.metadata');
  expect(shapeAt(metadata).open).toBeUndefined();
  expect(shapeAt(templateMetadata)).toMatchObject({ type: 'object', open: true, nullable: true });
  expect(shapeAt(shapeAt(templateMetadata).fields?.labels[0] as number).type).toBe('map');
});

it('has no release for a kind that older releases have without a file of theirs', () => {
  expect(kinds['cdi.kubevirt.io/DataImportCron'].versions).toEqual({ v1beta1: {} });
  expect(entryAt('cdi.kubevirt.io/DataImportCron', 'spec.serviceAccountName')).toHaveLength(1);
});

it.each([
  ['route.openshift.io/Route', 'spec.to', 'kind'],
  ['route.openshift.io/Route', 'spec.alternateBackends', 'kind'],
  ['hco.kubevirt.io/HyperConverged', 'spec.workloadUpdateStrategy', 'workloadUpdateMethods'],
])('%s %s: %s has a default, and is not required', (kind, path, field) => {
  const { fields, required = [] } = shapeAt(valueShape(entryAt(kind, path)[0]));
  expect(fields).toHaveProperty(field);
  expect(required).not.toContain(field);
});

describeWithCrds('field table against the CRDs', () => {
  it.each(KUBEVIRT_KINDS)('%s: every field of the newest release, and nothing else', (key) => {
    const { name, folder } = newest(key);
    const differences: string[] = [];
    for (const [field, schema] of Object.entries(schemaOf(folder, name).properties ?? {})) {
      if (field !== 'metadata' && field !== 'status') {
        compare(schema, shapeAt(entryAt(key, field)[0]), field, differences);
      }
    }
    expect(differences).toEqual([]);
  });

  it.each(KUBEVIRT_KINDS)('%s: the release of every field', (key) => {
    const { name } = newest(key);
    const isOlderThanItsFile = KINDS.some((kind) => kind.kind === name && kind.isOlderThanItsFile);
    const paths = releases.map((release) => (findCrd(`kubevirt-v${release}`, name) ? pathsIn(schemaOf(`kubevirt-v${release}`, name)) : []));
    const expected = new Map(
      [...paths.entries()].reverse().flatMap(([i, list]) => list.map((path) => [path, releases[isOlderThanItsFile ? 0 : i]] as const)),
    );
    const actual = sinceByPath(shapeAt(kinds[key].root), releases[0]);
    const wrong = [...actual].filter(([path, since]) => expected.get(path) !== since);
    expect(wrong).toEqual([]);
    expect([...expected.keys()].filter((path) => !actual.has(path))).toEqual([]);
  });

  it('has every field of a VirtualMachine in the L1', () => {
    const structs = parseStructs();
    const missing: string[] = [];
    const walk = (schema: Schema, type: string, path: string): void => {
      if (schema.items) {
        walk(schema.items, type.replace(/\[\]$/, ''), path);
      }
      for (const [name, child] of Object.entries(schema.properties ?? {})) {
        const fields = structs.get(type);
        const childType = fields?.get(name) ?? fields?.get(`${name}?`);
        if (childType === undefined) {
          missing.push(`${path}.${name}`);
        } else {
          walk(child, childType, `${path}.${name}`);
        }
      }
    };
    walk(schemaOf('kubevirt-v1.9', 'VirtualMachine').properties?.spec as Schema, 'VirtualMachineSpec', 'spec');
    expect(missing).toEqual(['spec.dataVolumeTemplates.status']);
  });
});

function newest(key: string): { name: string; folder: string } {
  const name = key.split('/')[1];
  const folder = [...releases]
    .reverse()
    .map((release) => `kubevirt-v${release}`)
    .find((each) => findCrd(each, name)) as string;
  return { name, folder };
}

/** A walk of its own over the schema, sharing nothing with the generator's. */
function compare(schema: Schema, shape: Shape, path: string, differences: string[]): void {
  if (shape.open && schema['x-kubernetes-preserve-unknown-fields'] && schema.properties === undefined) {
    return; // embedded metadata
  }
  const check = (what: string, expected: unknown, actual: unknown): void => {
    if (JSON.stringify(expected) !== JSON.stringify(actual)) {
      differences.push(`${path}: ${what} ${JSON.stringify(actual)}, should be ${JSON.stringify(expected)}`);
    }
  };
  check('type', expectedType(schema), shape.type);
  check('fields', Object.keys(schema.properties ?? {}), Object.keys(shape.fields ?? {}));
  check('required', sorted(withoutDefaulted(schema)), sorted(shape.required));
  for (const fact of ['enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'format', 'nullable'] as const) {
    check(fact, schema[fact], shape[fact]);
  }
  check('pattern', shape.type === 'quantity' ? undefined : schema.pattern, shape.pattern);
  for (const [name, child] of Object.entries(schema.properties ?? {})) {
    const entry = shape.fields?.[name];
    if (entry !== undefined) {
      compare(child, shapeAt(entry[0]), `${path}.${name}`, differences);
    }
  }
  const items = schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  if (items !== undefined) {
    compare(items, shapeAt(shape.items as number), `${path}[]`, differences);
  }
}

/** What an author has to set: the API server fills in a default before it looks for what is required. */
function withoutDefaulted({ required, properties }: Schema): readonly string[] | undefined {
  return required?.filter((name) => properties?.[name]?.default === undefined);
}

function sorted(names: readonly string[] | undefined): readonly string[] | undefined {
  return names === undefined || names.length === 0 ? undefined : [...names].sort();
}

function expectedType(schema: Schema): string {
  if (schema['x-kubernetes-int-or-string']) {
    return schema.pattern?.includes('[KMGTPE]i') ? 'quantity' : 'int-or-string';
  }
  if (typeof schema.additionalProperties === 'object') {
    return 'map';
  }
  const free = schema.properties === undefined && (schema.type === undefined || schema['x-kubernetes-preserve-unknown-fields'] === true);
  return free ? 'any' : (schema.type as string);
}

/** All paths that schemas spell out, without what is below the root's metadata and status. */
function pathsIn(schema: Schema, path = ''): string[] {
  const items = schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined);
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, child]) => {
    const childPath = `${path}.${name}`;
    return ['.metadata', '.status'].includes(childPath) ? [childPath] : [childPath, ...pathsIn(child, childPath)];
  });
  return items === undefined ? own : [...own, ...pathsIn(items, `${path}[]`)];
}

function sinceByPath(shape: Shape, since: string, path = '', found = new Map<string, string>()): ReadonlyMap<string, string> {
  if (shape.items !== undefined) {
    sinceByPath(shapeAt(shape.items), since, `${path}[]`, found);
  }
  for (const [name, [child, mark]] of Object.entries(shape.fields ?? {})) {
    const childPath = `${path}.${name}`;
    found.set(childPath, mark ?? since);
    const isObjectMeta = shapeAt(child).fields?.managedFields !== undefined;
    if (!isObjectMeta) {
      sinceByPath(shapeAt(child), mark ?? since, childPath, found);
    }
  }
  return found;
}
