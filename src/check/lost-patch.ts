import { ApiObject, type JsonPatch } from 'cdk8s';
import { isObject, type Manifest } from '../graph';

/**
 * The first JSON patch of which something is missing from the manifest, in words.
 *
 * Classes that `cdk8s import` has made, those of cdk8s-plus too, go through the patched manifest once more and write only the
 * fields that they know, in the form that they know: a field of a newer Kubernetes is dropped without a word, and so is a
 * number where they have an `IntOrString`.
 */
export function lostPatch(apiObject: ApiObject, patches: readonly JsonPatch[], manifest: Manifest): string | undefined {
  if (patches.length === 0 || apiObject.toJson === ApiObject.prototype.toJson) {
    return undefined;
  }
  const complete = ApiObject.prototype.toJson.call(apiObject);
  for (const patch of patches) {
    const { op, path, value } = (patch as any)._toJson();
    const lost = pathsWithin(path, value).find((place) => isSet(complete, place) && !isSet(manifest, place));
    if (lost !== undefined) {
      const { name } = apiObject.constructor;
      const cause = `JSON patch ${op} ${path} is lost: ${name} writes only what it knows of a ${manifest.kind}, and drops ${lost}`;
      return `${cause}. Set it through an option, or write the object as an ApiObject, which keeps every field.`;
    }
  }
  return undefined;
}

/** The places of the plain values that a patch puts at a place. */
function pathsWithin(path: string, value: unknown): string[] {
  const members = Array.isArray(value) || isObject(value) ? Object.entries(value) : [];
  return members.length === 0 ? [path] : members.flatMap(([name, member]) => pathsWithin(`${path}/${escaped(name)}`, member));
}

/**
 * Whether something stands at a JSON pointer (RFC 6901), or in place of an object on the way to it, as the number of an
 * `IntOrString` does. `-` stands for the last entry of a list, where a patch has appended it.
 */
function isSet(document: unknown, pointer: string): boolean {
  let value: any = document;
  for (const step of pointer.split('/').slice(1).map(unescaped)) {
    if (typeof value === 'object' && value !== null) {
      value = value[step === '-' && Array.isArray(value) ? value.length - 1 : step];
    }
  }
  return value !== undefined && value !== null;
}

function escaped(name: string): string {
  return name.replace(/~/g, '~0').replace(/\//g, '~1');
}

function unescaped(step: string): string {
  return step.replace(/~1/g, '/').replace(/~0/g, '~');
}
