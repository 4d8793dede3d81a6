import { type ApiObject, JsonPatch } from 'cdk8s';
import { type Manifest, withoutNulls } from '../graph';
import { lostPatch } from './lost-patch';

/** An object that cannot be turned into a manifest, or not into all of what it is to be. */
export interface RenderingFault {
  readonly apiObject: ApiObject;
  readonly code: 'manifest-not-rendered' | 'patch-lost';
  /** What happened and what to do, in words. */
  readonly text: string;
}

/** What an object comes to: a manifest, unless a fault stands in the way, or with a fault. */
export interface Rendering {
  readonly manifest?: Manifest;
  readonly fault?: RenderingFault;
}

/** The manifest of an object, and what is wrong with it before anybody looks at its fields. */
export function render(apiObject: ApiObject): Rendering {
  try {
    const manifest = apiObject.toJson();
    const lost = lostPatch(apiObject, patchesOf(apiObject), manifest);
    return { manifest, fault: lost === undefined ? undefined : faultOf(apiObject, 'patch-lost', lost) };
  } catch (error) {
    return { fault: faultOf(apiObject, 'manifest-not-rendered', patchFault(apiObject) ?? otherFault(error)) };
  }
}

function faultOf(apiObject: ApiObject, code: RenderingFault['code'], text: string): RenderingFault {
  return { apiObject, code, text: `${text} (${code})` };
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
