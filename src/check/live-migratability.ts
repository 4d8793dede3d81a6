import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { type MigrationBlocker as FieldBlocker, migrationAssumptions, migrationBlockers } from '../admission';
import { ruleContext } from '../audit';
import { ClusterProfile } from '../cluster';
import { rootOf } from '../cluster/root';
import { printable } from '../facts';
import type { Manifest } from '../graph';
import { constructOf } from './check-result';
import { render } from './render';

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

/** What keeps an app from being judged: an object of it that cannot be rendered. */
export interface UnrenderedObject {
  readonly constructPath: string;
  readonly message: string;
  readonly remedy: string;
}

/**
 * The verdicts on the VMs, or on the VMs of the pools, that objects are after JSON patches; undefined for what is neither.
 *
 * Each app is rendered once for all of them. No verdict is kept: nobody can tell what has changed until the next call.
 *
 * @param refuse told of the first object that cannot be rendered
 */
export function liveMigratabilities(
  apiObjects: readonly ApiObject[],
  refuse: (unrendered: UnrenderedObject) => never,
): (LiveMigratability | undefined)[] {
  const judges = new Map<IConstruct, Judge>();
  return apiObjects.map((apiObject) => {
    const root = rootOf(apiObject);
    const judge = judges.get(root) ?? judgeOf(root, refuse);
    judges.set(root, judge);
    return judge(apiObject);
  });
}

type Judge = (apiObject: ApiObject) => LiveMigratability | undefined;

function judgeOf(root: IConstruct, refuse: (unrendered: UnrenderedObject) => never): Judge {
  const objects = root.node.findAll().filter(ApiObject.isApiObject);
  const manifests = new Map(objects.map((object): [ApiObject, Manifest] => [object, manifestOf(object, refuse)]));
  const { graph, cluster } = ruleContext([...manifests.values()], ClusterProfile.of(root));
  const vms = new Map(graph.virtualMachines.map((vm) => [vm.manifest, vm]));
  return (apiObject) => {
    const vm = vms.get(manifests.get(apiObject) as Manifest);
    const blockers = vm && migrationBlockers(vm, graph, cluster).map(blockerOf);
    return (
      vm &&
      blockers && { migratable: blockers.length === 0, blockers, assumptions: migrationAssumptions(vm, graph, cluster).map(printable) }
    );
  };
}

function manifestOf(object: ApiObject, refuse: (unrendered: UnrenderedObject) => never): Manifest {
  const { read, fault } = render(object);
  return read ?? refuse({ constructPath: constructOf(object).node.path, message: fault?.message ?? '', remedy: fault?.remedy ?? '' });
}

function blockerOf({ reason, path, message, remedy }: FieldBlocker): MigrationBlocker {
  return { reason, manifestPath: path, message: printable(message), remedy: printable(remedy) };
}
