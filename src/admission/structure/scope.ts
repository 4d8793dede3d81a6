import { apiGroup, type Manifest } from '../../graph';
import { fieldTable } from '../../imports/field-table';

/** Whether an object is one of the whole cluster; the API server drops its namespace. Of kinds that the table lacks it is not known. */
export function isKnownClusterWide(manifest: Manifest): boolean {
  const { kinds } = fieldTable();
  const key = `${apiGroup(manifest)}/${manifest.kind}`;
  return Object.hasOwn(kinds, key) && kinds[key].scope === 'Cluster';
}
