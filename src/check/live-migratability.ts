import { ApiObject } from 'cdk8s';
import { type MigrationBlocker as FieldBlocker, migrationAssumptions, migrationBlockers } from '../admission';
import { ClusterProfile } from '../cluster';
import { type Manifest, ManifestGraph } from '../graph';
import { asRead } from './render';

/** A field that keeps a VM from being live-migrated. */
export interface MigrationBlocker {
  /** The reason as KubeVirt writes it into the condition `LiveMigratable` of the VM, e.g. `DisksNotLiveMigratable`. */
  readonly reason: string;
  /** Path of the field in the manifest, e.g. `spec.template.spec.domain.devices.interfaces[0].bridge`. */
  readonly manifestPath: string;
  /** Why it blocks. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Whether a VM can be moved to another node while it runs, as far as the manifests of its app tell. */
export interface LiveMigratability {
  /** Whether nothing in the manifests blocks the migration. */
  readonly migratable: boolean;

  /**
   * What blocks it, one entry for each field. The first is the one that KubeVirt reports: it stops at the first reason that
   * it finds.
   */
  readonly blockers: MigrationBlocker[];

  /** What has to hold in the cluster for the verdict to be true, a sentence each: what the manifests do not tell. */
  readonly assumptions: string[];
}

/** The verdict on the VM, or on the VMs of the pool, that an object is after JSON patches; undefined when it is neither. */
export function liveMigratabilityOf(apiObject: ApiObject): LiveMigratability | undefined {
  const { root } = apiObject.node;
  const manifests = new Map(
    root.node
      .findAll()
      .filter(ApiObject.isApiObject)
      .map((found): [ApiObject, Manifest] => [found, asRead(found, found.toJson())]),
  );
  const graph = new ManifestGraph([...manifests.values()]);
  const manifest = manifests.get(apiObject);
  const vm = graph.virtualMachines.find((candidate) => candidate.manifest === manifest);
  if (vm === undefined) {
    return undefined;
  }
  const cluster = ClusterProfile.of(root);
  const blockers = migrationBlockers(vm, graph, cluster).map(blockerOf);
  return { migratable: blockers.length === 0, blockers, assumptions: migrationAssumptions(vm, graph, cluster) };
}

function blockerOf({ reason, path, message, remedy }: FieldBlocker): MigrationBlocker {
  return { reason, manifestPath: path, message, remedy };
}
