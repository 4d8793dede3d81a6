import { type FieldPath, parseFieldPath } from '../facts';
import { type Manifest, workViewOf } from '../graph';

/** An object within a work, the way to it there, and what it may be seen together with. */
export interface DeliveredObject {
  readonly value: Manifest;
  readonly path: FieldPath;
  readonly world: string;
}

/** The objects that a work of Open Cluster Management writes into a managed cluster. What it only reads need not be whole. */
export function deliveredBy(document: unknown, position: string): DeliveredObject[] {
  const work = workViewOf(document);
  if (work === undefined) {
    return [];
  }
  const world = worldOf(work.manifest) ?? position;
  return work.delivered
    .filter(({ updateStrategy }) => updateStrategy !== 'ReadOnly')
    .map(({ object, path }) => ({ value: object, path: parseFieldPath(path), world }));
}

/** Works in one namespace are of one cluster; each set goes to clusters of its own. Undefined: nobody says which. */
function worldOf({ kind, metadata }: Manifest): string | undefined {
  return kind === 'ManifestWork' && typeof metadata?.namespace === 'string' ? `cluster ${metadata.namespace}` : undefined;
}
