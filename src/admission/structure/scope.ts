import type { Manifest } from '../../graph';
import { kindEntry } from './kind-entry';

/** Whether an object is one of the whole cluster; the API server drops its namespace. Of kinds that the table lacks it is not known. */
export function isKnownClusterWide(manifest: Manifest): boolean {
  return kindEntry(manifest)?.scope === 'Cluster';
}
