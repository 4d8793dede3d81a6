import type { ApiObject } from 'cdk8s';
import { type Manifest, withoutNulls } from '../graph';
import { lostPatch, patchesOf, patchFault } from './json-patches';
import { sentence } from './sentence';

/** An object that cannot be turned into a manifest, or not into all of what it is to be. */
export interface RenderingFault {
  readonly apiObject: ApiObject;
  /** `manifest-not-rendered`, `patch-lost`, or that of an argument which the cluster makes a wrong one. */
  readonly code: string;
  /** What happened and what to do, in words. */
  readonly text: string;
}

/** A fault of an object that shows once it is known what the cluster is. */
export type LateFault = Omit<RenderingFault, 'apiObject'>;

/** The manifest of an object, what is wrong with it, or both. */
export interface Rendering {
  readonly manifest?: Manifest;
  readonly fault?: RenderingFault;
}

/** Renders an object; a fault is what is wrong before a rule looks at the manifest. */
export function render(apiObject: ApiObject): Rendering {
  try {
    const manifest = apiObject.toJson();
    const lost = lostPatch(apiObject, manifest);
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

function otherFault(error: unknown): string {
  return `the manifest cannot be rendered: ${sentence(error)} Correct the value that this is about.`;
}
