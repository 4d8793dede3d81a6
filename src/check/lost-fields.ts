import type { ApiObject } from 'cdk8s';
import { KEY_LOST } from '../audit';
import { propsOf } from '../cluster/cdk8s-internals';
import { pointerOf } from '../facts';
import type { RenderingFault } from './json-patches';

/** What JavaScript means by this name is not a field: cdk8s copies objects field by field, and what it writes there is gone. */
const DROPPED = '__proto__';
/** By what stands there cdk8s tells plain objects from instances of classes, which it does not write. */
const UNWRITABLE = 'constructor';

/** The field of an object that cdk8s drops without a word, in words. */
export function droppedField(apiObject: ApiObject): RenderingFault | undefined {
  const pointer = pointerTo(DROPPED, propsOf(apiObject), []);
  return pointer === undefined
    ? undefined
    : { message: `the field ${pointer} is not in the manifest: cdk8s drops fields of this name.`, remedy: KEY_LOST.remediation };
}

/** The field of an object that cdk8s cannot write, in words. */
export function unwritableField(apiObject: ApiObject): RenderingFault | undefined {
  const pointer = pointerTo(UNWRITABLE, propsOf(apiObject), []);
  return pointer === undefined
    ? undefined
    : {
        message: `the manifest cannot be rendered: cdk8s takes an object with the field ${pointer} for an instance of a class.`,
        remedy: `Leave the field out, and set it with JsonPatch.add(${JSON.stringify(pointer)}, …).`,
      };
}

/** The JSON pointer of the first field of this name in plain data; the way there is noted only where there is one. */
function pointerTo(name: string, value: unknown, path: readonly string[]): string | undefined {
  if (!isPlainData(value) || !holds(name, value)) {
    return undefined;
  }
  const key = Object.hasOwn(value, name) ? undefined : Object.keys(value).find((candidate) => holds(name, value[candidate]));
  return key === undefined ? pointerOf([...path, name]) : pointerTo(name, value[key], [...path, key]);
}

function holds(name: string, value: unknown): boolean {
  if (!isPlainData(value)) {
    return false;
  }
  if (Object.hasOwn(value, name)) {
    return true;
  }
  for (const key in value) {
    const member = value[key];
    if (typeof member === 'object' && holds(name, member)) {
      return true;
    }
  }
  return false;
}

function isPlainData(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || Array.isArray(value);
}
