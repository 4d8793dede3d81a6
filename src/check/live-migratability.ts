import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type MigrationBlocker as FieldBlocker, migrationAssumptions, migrationBlockers } from '../admission';
import { rootOf } from '../cluster/root';
import { printable } from '../facts';
import { JudgedApp } from './judged-app';

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

/**
 * The verdicts on the VMs, or on the VMs of the pools, that objects are after JSON patches. Each app is rendered once for all of them.
 *
 * @throws when a JSON patch has changed the kind of one of the objects (`kind-patched`), or an object of the app cannot be rendered
 * (`app-not-rendered`)
 */
export function liveMigratabilities(apiObjects: readonly ApiObject[]): LiveMigratability[] {
  const apps = new Map<IConstruct, JudgedApp>();
  return apiObjects.map((apiObject) => {
    const root = rootOf(apiObject);
    const app = apps.get(root) ?? new JudgedApp(root);
    apps.set(root, app);
    return migratabilityOf(apiObject, app);
  });
}

function migratabilityOf(apiObject: ApiObject, app: JudgedApp): LiveMigratability {
  const vm = app.vmOf(apiObject);
  const blockers = migrationBlockers(vm, app.graph, app.cluster).map(blockerOf);
  const assumptions = migrationAssumptions(vm, app.graph, app.cluster).map(printable);
  return { migratable: blockers.length === 0, blockers, assumptions };
}

function blockerOf({ reason, path, message, remedy }: FieldBlocker): MigrationBlocker {
  return { reason, manifestPath: path, message: printable(message), remedy: printable(remedy) };
}
