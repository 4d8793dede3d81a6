import { isObject, type Manifest } from '../../src/graph';
import { fieldTable, type Shape, shapeAt } from '../../src/imports/field-table';

const KIND = 'kubevirt.io/VirtualMachine';

/** Every field of the VirtualMachine spec in the newest release: `[]` steps into a list, `.*` into a map. */
export function specFields(): string[] {
  const { kinds } = fieldTable();
  const spec = shapeAt(kinds[KIND].root).fields?.spec;
  if (spec === undefined) {
    throw new Error(`the field table has no spec of ${KIND}`);
  }
  return [...fieldsBelow(shapeAt(spec[0]), 'spec')];
}

function* fieldsBelow(shape: Shape, path: string): Iterable<string> {
  for (const [name, [index]] of Object.entries(shape.fields ?? {})) {
    yield `${path}.${name}`;
    yield* fieldsBelow(shapeAt(index), `${path}.${name}`);
  }
  if (shape.items !== undefined) {
    yield* fieldsBelow(shapeAt(shape.items), `${path}${shape.type === 'map' ? '.*' : '[]'}`);
  }
}

/** The fields of the VirtualMachine spec that the manifests set. */
export function emittedFields(manifests: Iterable<Manifest>): Set<string> {
  const emitted = new Set<string>();
  for (const { spec } of manifests) {
    collect(spec, 'spec', emitted);
  }
  return new Set(specFields().filter((field) => emitted.has(field)));
}

/** Notes each path of a value twice: a key may be a field, or a key of a map. */
function collect(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(item, `${path}[]`, found);
    }
  } else if (isObject(value)) {
    for (const [name, child] of Object.entries(value)) {
      found.add(`${path}.${name}`);
      collect(child, `${path}.${name}`, found);
    }
  }
}
