import { entryPath, KUBEVIRT_GROUP } from '../facts';
import { apiGroup, type Manifest, type MetadataView } from '../graph';
import { fieldTable, shapeAt } from '../imports/field-table';
import { placesOfField } from './structure/field-places';

const ANY_KIND = `${KUBEVIRT_GROUP}/VirtualMachine`;

let known: ReadonlySet<string> | undefined;

/** The names that metadata has and no other, for every kind. */
function metadataFields(): ReadonlySet<string> {
  if (known === undefined) {
    const [metadata] = shapeAt(fieldTable().kinds[ANY_KIND].root).fields?.metadata ?? [0];
    known = new Set(Object.keys(shapeAt(metadata).fields ?? {}));
  }
  return known;
}

/**
 * The fields of the metadata of a template that metadata does not have.
 *
 * The schema of the CustomResourceDefinition lets them pass, the one that KubeVirt's webhook checks the object against does not.
 */
export function unknownMetadataFields({ metadata }: MetadataView): string[] {
  const fields = metadataFields();
  return Object.keys(metadata).filter((name) => !fields.has(name));
}

/** Where a field belongs that stands in the metadata of a template, with the remedy that follows. */
export function metadataFieldRemedy(view: MetadataView, name: string): string {
  const template = view.path.slice(0, -'.metadata'.length);
  const generic = template.replace(/\[\d+\]/g, '[]');
  const spec = name === 'spec' ? [`${generic}.spec`] : pathsOfField(view.manifest, name);
  const place = spec.find((path) => path.startsWith(`${generic}.spec`));
  if (place !== undefined) {
    return `Did you mean ${template}${place.slice(generic.length)}?`;
  }
  return typeof view.metadata[name] === 'string'
    ? `Did you mean ${entryPath(`${view.path}.labels`, name)}?`
    : 'Move it to where it belongs, or remove it.';
}

/** Where a field of this name is legal in a kind: `spec.template.spec.networks[].name`. */
function pathsOfField(manifest: Manifest, name: string): readonly string[] {
  const kind = fieldTable().kinds[`${apiGroup(manifest)}/${manifest.kind}`];
  return kind === undefined ? [] : placesOfField(kind.root, name).map((place) => place.join('.').replaceAll('.[]', '[]'));
}
