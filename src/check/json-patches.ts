import { ApiObject, JsonPatch } from 'cdk8s';
import { PATCH_LOST } from '../audit';
import { patchData, patchesOf, withoutPatches } from '../cluster/cdk8s-internals';
import { ownValue, pointerOf, pointerSteps } from '../facts';
import { isObject, type Manifest } from '../graph';
import { sentence } from './sentence';

const PATH_REMEDY = 'Correct its path, or add first what the path goes through.';
const NAME_REMEDY = 'No patch can have this name in its path: give it another one, or add the object around it as a whole.';

/** What is wrong with the manifest of an object as a whole, and what to do: sentences. */
export interface RenderingFault {
  readonly message: string;
  readonly remedy: string;
}

/** The first JSON patch that cannot be applied to what the ones before it have left. */
export function patchFault(apiObject: ApiObject): RenderingFault | undefined {
  const patches = patchesOf(apiObject);
  let manifest = manifestWithoutPatches(apiObject);
  for (const patch of manifest === undefined ? [] : patches) {
    try {
      manifest = JsonPatch.apply(manifest, patch);
    } catch (error) {
      const cause = `JSON patch ${shown(patch)} cannot be applied: ${sentence(error)}`;
      const all = patches.length === 1 ? '' : ` The patches of the object are ${patches.map(shown).join(', ')}.`;
      return { message: `${cause}${all}`, remedy: isRefusedName(patch) ? NAME_REMEDY : PATH_REMEDY };
    }
  }
  return undefined;
}

/** Names that the library which applies patches refuses, because JavaScript has a meaning of its own for them. */
function isRefusedName(patch: JsonPatch): boolean {
  return pointerSteps(patchData(patch).path).includes('__proto__');
}

/** What the patches are applied to; undefined when the object cannot be rendered without them either. */
function manifestWithoutPatches(apiObject: ApiObject): unknown {
  try {
    return withoutPatches(apiObject).toJson();
  } catch {
    return undefined;
  }
}

/**
 * The first JSON patch of which something is missing from the manifest, in words.
 *
 * Classes that `cdk8s import` has made, those of cdk8s-plus too, go through the patched manifest once more and write only the
 * fields that they know, in the form that they know: a field of a newer Kubernetes is dropped without a word, and so is a
 * number where they have an `IntOrString`.
 */
export function lostPatch(apiObject: ApiObject, manifest: Manifest): RenderingFault | undefined {
  const patches = patchesOf(apiObject);
  if (patches.length === 0 || apiObject.toJson === ApiObject.prototype.toJson) {
    return undefined;
  }
  const complete = ApiObject.prototype.toJson.call(apiObject);
  for (const patch of patches) {
    const { path, value } = patchData(patch);
    const lost = pathsWithin(path, value).find((place) => isSet(complete, place) && !isSet(manifest, place));
    if (lost !== undefined) {
      const { name } = apiObject.constructor;
      const cause = `JSON patch ${shown(patch)} is lost: ${name} writes only the fields that it knows, in its own form, and drops ${lost}`;
      return { message: `${cause}.`, remedy: PATCH_LOST.remediation };
    }
  }
  return undefined;
}

function shown(patch: JsonPatch): string {
  const { op, path } = patchData(patch);
  return `${op} ${path}`;
}

/** The places of the plain values that a patch puts at a place. */
function pathsWithin(path: string, value: unknown): string[] {
  const members = Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
  return members.length === 0 ? [path] : members.flatMap(([name, member]) => pathsWithin(path + pointerOf([name]), member));
}

/**
 * Whether something stands at a JSON pointer (RFC 6901), or in place of an object on the way to it, as the number of an
 * `IntOrString` does. `-` stands for the last entry of a list, where a patch has appended it.
 */
function isSet(document: unknown, pointer: string): boolean {
  let value: any = document;
  for (const step of pointerSteps(pointer)) {
    if (typeof value === 'object' && value !== null) {
      value = ownValue(value, step === '-' && Array.isArray(value) ? String(value.length - 1) : step);
    }
  }
  return value !== undefined && value !== null;
}
