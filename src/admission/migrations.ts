import { KUBEVIRT_GROUP } from '../facts';
import type { Manifest, ManifestGraph } from '../graph';
import { KUBEVIRT_TREE } from './kubevirt-source';

/** What KubeVirt admits of a migration. */
export const MIGRATION_ADMITTER = `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters/migration-create-admitter.go`;

/** The VirtualMachineInstanceMigrations of a graph. */
export function migrations(graph: ManifestGraph): readonly Manifest[] {
  return graph.ofKind(KUBEVIRT_GROUP, 'VirtualMachineInstanceMigration');
}
