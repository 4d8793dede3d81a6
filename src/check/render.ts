import { type ApiObject, JsonPatch } from 'cdk8s';
import { type Manifest, withoutNulls } from '../graph';

/** An object that cannot be turned into a manifest. */
export interface RenderingFault {
  readonly apiObject: ApiObject;
  /** What happened and what to do, in words. */
  readonly text: string;
}

/** The manifest of an object, or why it has none. */
export function render(apiObject: ApiObject): { readonly manifest: Manifest } | RenderingFault {
  try {
    return { manifest: apiObject.toJson() };
  } catch (error) {
    return { apiObject, text: `${patchFault(apiObject) ?? otherFault(error)} (manifest-not-rendered)` };
  }
}

/** What the cluster reads of a manifest of an object. cdk8s leaves out fields that are null, but a JSON patch can bring some in. */
export function asRead(apiObject: ApiObject, manifest: Manifest): Manifest {
  return patchesOf(apiObject).length === 0 ? manifest : withoutNulls(manifest);
}

function patchesOf(apiObject: ApiObject): readonly JsonPatch[] {
  return (apiObject as any).patches;
}

/** The first JSON patch that cannot be applied to what the ones before it have left. */
function patchFault(apiObject: ApiObject): string | undefined {
  const patches = patchesOf(apiObject);
  let manifest = withoutPatches(apiObject);
  for (const patch of manifest === undefined ? [] : patches) {
    try {
      manifest = JsonPatch.apply(manifest, patch);
    } catch (error) {
      const cause = `JSON patch ${shown(patch)} cannot be applied: ${sentence(error)}`;
      const all = patches.length === 1 ? '' : ` The patches of the object are ${patches.map(shown).join(', ')}.`;
      return `${cause}${all} Correct its path, or add first what the path goes through.`;
    }
  }
  return undefined;
}

/** What the patches are applied to; undefined when the object cannot be rendered without them either. */
function withoutPatches(apiObject: ApiObject): unknown {
  try {
    return Object.create(apiObject, { patches: { value: [] } }).toJson();
  } catch {
    return undefined;
  }
}

function shown(patch: JsonPatch): string {
  const { op, path } = (patch as any)._toJson();
  return `${op} ${path}`;
}

function otherFault(error: unknown): string {
  return `the manifest cannot be rendered: ${sentence(error)} Correct the value that this is about.`;
}

/** What was thrown, without the path of the object, which findings have anyway. */
function sentence(error: unknown): string {
  const cause = String(error).replace(/^Error: Failed serializing construct at path '[^']*' with name '[^']*': /, '');
  return cause.endsWith('.') ? cause : `${cause}.`;
}
