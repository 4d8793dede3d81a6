import type { ApiObject } from 'cdk8s';
import { ARGUMENT_REFUSED, faultFinding, KEY_LOST, MANIFEST_NOT_RENDERED, PATCH_LOST, type RuleFinding } from '../audit';
import { patchesOf } from '../cluster/cdk8s-internals';
import { type Manifest, withoutNulls } from '../graph';
import { lostPatch, patchFault, type RenderingFault } from './json-patches';
import { droppedField, unwritableField } from './lost-fields';
import { sentence } from './sentence';

/** A fault of an object that shows once it is known what the cluster is. */
export interface LateFault {
  readonly code: string;
  /** What is wrong and what to do, in words. */
  readonly text: string;
}

/** The manifest of an object, with what is wrong before a rule looks at it. */
export interface Rendering {
  /** Undefined: the object cannot be rendered. */
  readonly manifest?: Manifest;
  /** The manifest as the cluster reads it. */
  readonly read?: Manifest;
  readonly fault?: RuleFinding;
}

/** Renders an object; a fault is what is wrong before a rule looks at the manifest. */
export function render(apiObject: ApiObject): Rendering {
  try {
    const manifest = apiObject.toJson();
    const read = asRead(apiObject, manifest);
    return { manifest, read, fault: lossOf(apiObject, manifest, read) };
  } catch (error) {
    const { apiVersion, kind, name, metadata } = apiObject;
    const unrendered = { apiVersion, kind, metadata: { name, namespace: metadata.namespace } };
    return {
      fault: faultFinding(MANIFEST_NOT_RENDERED, unrendered, patchFault(apiObject) ?? unwritableField(apiObject) ?? otherFault(error)),
    };
  }
}

/** What was given and is not in the manifest. */
function lossOf(apiObject: ApiObject, manifest: Manifest, read: Manifest): RuleFinding | undefined {
  const patch = lostPatch(apiObject, manifest);
  if (patch !== undefined) {
    return faultFinding(PATCH_LOST, read, patch);
  }
  const field = droppedField(apiObject);
  return field && faultFinding(KEY_LOST, read, field);
}

/** What the cluster reads of a manifest of an object. cdk8s leaves out fields that are null, but a JSON patch can bring some in. */
function asRead(apiObject: ApiObject, manifest: Manifest): Manifest {
  return patchesOf(apiObject).length === 0 ? manifest : withoutNulls(manifest);
}

/** The finding that tells a late fault. */
export function lateFinding(manifest: Manifest, { code, text }: LateFault): RuleFinding {
  const rule = { ...ARGUMENT_REFUSED, id: code };
  return { ...faultFinding(rule, manifest, { message: text, remedy: ARGUMENT_REFUSED.remediation }), text };
}

function otherFault(error: unknown): RenderingFault {
  return { message: `the manifest cannot be rendered: ${sentence(error)}`, remedy: 'Correct the value that this is about.' };
}
