import type { ApiObject } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import { KubeVirtualMachineInstanceMigration } from '../imports';

const MIGRATED_KINDS = ['VirtualMachine', 'VirtualMachineInstance'];

/** Options of a migration. */
export interface MigrationProps extends ResourceProps {
  /** The VM to migrate. It has to be running when the migration is created. */
  readonly vm: Resource;

  /**
   * Labels that the node has to have to which the VM goes, beside what the VM asks of its nodes itself.
   *
   * Sets `spec.addedNodeSelector`. Needs KubeVirt 1.8.
   *
   * @default - any node that the VM may run on
   */
  readonly targetNodeLabels?: { readonly [key: string]: string };
}

/**
 * Moves one VM to another node, once.
 *
 * It is an errand rather than a state: it is done when the object is created, and applying the same manifest again does
 * nothing until the object has been deleted. Keep it out of what a GitOps tool applies all the time. Drains and upgrades
 * create migrations by themselves.
 *
 * @see https://kubevirt.io/user-guide/compute/live_migration/
 */
export class Migration extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'virtualmachineinstancemigrations';

  protected readonly apiObject: ApiObject;

  /**
   * @param scope construct that the migration belongs to
   * @param id id of the construct
   * @param props what to migrate, and where to
   * @throws when the object to migrate is no single VM (`migration-of-other-kind`), or is in another namespace
   * (`vm-in-other-namespace`)
   */
  public constructor(scope: Construct, id: string, props: MigrationProps) {
    checkConstruction('Migration', scope, id, props);
    super(scope, id);
    const args = new Arguments(() => this.node.path);
    args.metadata(props.metadata);
    const { vm, targetNodeLabels } = props;
    if (!MIGRATED_KINDS.includes(vm.kind)) {
      const rule = 'a migration moves one running VM';
      args.refuse('migration-of-other-kind', 'vm', `the ${vm.kind} ${vm.node.path}`, rule, 'Pass a VirtualMachine.');
    }
    this.apiObject = new KubeVirtualMachineInstanceMigration(this, 'Resource', {
      metadata: props.metadata,
      spec: { vmiName: vm.name, addedNodeSelector: targetNodeLabels && { ...targetNodeLabels } },
    });
    const [own, other] = [this.metadata.namespace, vm.metadata.namespace];
    if (own !== undefined && other !== undefined && own !== other) {
      const rule = `a migration moves only VMs of its own namespace, ${own}`;
      const remedy = `Create the migration in the namespace ${other}.`;
      args.refuse('vm-in-other-namespace', 'vm', `${vm.node.path} in the namespace ${other}`, rule, remedy);
    }
    ManifestCheck.attachTo(this);
  }
}
