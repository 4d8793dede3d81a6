import { ApiObject, Lazy } from 'cdk8s';
import { Resource, type ResourceProps } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { ManifestCheck } from '../check';
import { Arguments, checkConstruction } from '../errors';
import type { VirtualMachineWorkload } from '../vm';
import { labelValue } from '../vm/label-value';

const BUDGET_LABEL = 'cdk8s-kubevirt/disruption-budget';

/** Options of a PodDisruptionBudget. */
export interface PodDisruptionBudgetProps extends ResourceProps {
  /** VMs and pools that the budget protects, at least one, in the namespace of the budget. A VM is under one budget at most. */
  readonly vms: VirtualMachineWorkload[];

  /**
   * How many of the VMs have to stay ready while nodes are drained: at least 1, and below their number, because a budget
   * that lets none go keeps every drain waiting for ever.
   *
   * It is a number because Kubernetes cannot count what a percentage or `maxUnavailable` of VMs would be, and then allows
   * no disruption at all.
   *
   * Sets `spec.minAvailable`.
   */
  readonly minAvailable: number;
}

/**
 * Keeps some of several VMs up while nodes are drained.
 *
 * It matters only for VMs that a drain shuts down: those with the eviction strategy None, and those with
 * LiveMigrateIfPossible that cannot be migrated. VMs that are migrated stay up anyhow: their evictions are answered
 * before Kubernetes looks at a budget.
 *
 * It labels the pods of its VMs itself, so that labels and selector cannot drift apart.
 *
 * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
 */
export class PodDisruptionBudget extends Resource {
  /** Name of the resource type in URLs and roles. */
  public readonly resourceType = 'poddisruptionbudgets';

  protected readonly apiObject: ApiObject;

  private readonly args: Arguments;
  private readonly ownLabel: string;

  /**
   * @param scope construct that the budget belongs to
   * @param id id of the construct
   * @param props options
   * @throws when minAvailable is no integer above 0 (`integer-required`, `out-of-range`), there is no VM (`vms-missing`),
   * one is in another namespace (`vm-in-other-namespace`) or under another budget (`pod-label-conflict`)
   */
  public constructor(scope: Construct, id: string, props: PodDisruptionBudgetProps) {
    checkConstruction('PodDisruptionBudget', scope, id, props);
    super(scope, id);
    this.args = new Arguments(() => this.node.path);
    this.args.metadata(props.metadata);
    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: props.metadata,
      spec: {
        minAvailable: this.args.integer('minAvailable', props.minAvailable, { min: 1 }),
        selector: { matchLabels: { [BUDGET_LABEL]: Lazy.any({ produce: () => this.ownLabel }) } },
      },
    });
    this.ownLabel = labelValue(this);
    if (props.vms.length === 0) {
      this.args.refuse('vms-missing', 'vms', '[]', 'the budget has no VM to protect', 'Pass at least one VM.');
    }
    for (const vm of props.vms) {
      this.addVirtualMachine(vm);
    }
    ManifestCheck.attachTo(this);
  }

  /**
   * Puts another VM under the budget: its pod gets the label that the budget selects.
   *
   * @param vm a VM or pool in the namespace of the budget
   * @throws when the VM is in another namespace (`vm-in-other-namespace`) or under another budget (`pod-label-conflict`)
   */
  public addVirtualMachine(vm: VirtualMachineWorkload): void {
    const [own, other] = [this.metadata.namespace, vm.metadata.namespace];
    if (own !== undefined && other !== undefined && own !== other) {
      const rule = `a budget protects only VMs of its own namespace, ${own}`;
      const remedy = `Create the budget in the namespace ${other}.`;
      this.args.refuse('vm-in-other-namespace', 'vms', `${vm.node.path} in the namespace ${other}`, rule, remedy);
    }
    vm.addPodLabel(BUDGET_LABEL, this.ownLabel);
  }
}
