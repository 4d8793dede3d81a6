import type { ProbedServiceOptions } from '../traffic';
import type { HighlyAvailableVMProps } from '../vm';

/** Options of a group of virtual machines: those of each VM, and those of the group. */
export interface VirtualMachineGroupProps extends HighlyAvailableVMProps {
  /**
   * How many VMs there are, at least 1. They are called `<group>-0`, `<group>-1` and so on, where `metadata.name` is the
   * name of the group.
   *
   * @default 2
   */
  readonly size?: number;

  /**
   * A Service in front of the VMs. It needs a readiness probe, and is called like the group.
   *
   * @default - none
   */
  readonly service?: ProbedServiceOptions;

  /**
   * How many VMs have to stay ready while nodes are drained, when a drain shuts them down: at least 1, below the size.
   *
   * Sets `spec.minAvailable` of a PodDisruptionBudget. With eviction strategies that do not shut VMs down it has no effect,
   * and synth warns of it.
   *
   * @default - with the eviction strategies NONE and LIVE_MIGRATE_IF_POSSIBLE, all but one: a drain then takes the VMs
   * down one after the other, each when the one before is ready again. With the others there is no budget, because it
   * would have no effect
   */
  readonly minAvailable?: number;
}
