import type { CpuResources, MemoryResources } from 'cdk8s-plus-27';
import type { Arguments } from '../../errors';
import { canonicalQuantity } from '../../facts';
import { Quantity, type ResourceRequirements } from '../../imports';
import { whenTrue } from '../vm-fields';

/**
 * What the pod of a VM asks of its node, and what it may use at most. The guest sees `cpu` and `memory` of the VM,
 * whatever stands here.
 */
export interface VirtualMachineResources {
  /**
   * CPU of the pod. Without a request KubeVirt asks for a tenth of a CPU for each virtual one.
   *
   * Sets `domain.resources.requests.cpu` and `domain.resources.limits.cpu`.
   *
   * @default - derived by KubeVirt from the virtual CPUs
   */
  readonly cpu?: CpuResources;

  /**
   * Memory of the pod. A limit has to leave room above the guest's memory for the emulator, or the VM is killed.
   *
   * Sets `domain.resources.requests.memory` and `domain.resources.limits.memory`.
   *
   * @default - derived by KubeVirt from the guest's memory
   */
  readonly memory?: MemoryResources;

  /**
   * Whether the memory of the emulator is left out of the request. More VMs fit on a node, and the kernel kills one
   * when the memory runs out.
   *
   * Sets `domain.resources.overcommitGuestOverhead`.
   *
   * @default false
   */
  readonly overcommitGuestOverhead?: boolean;
}

export function renderResources(args: Arguments, { cpu, memory, overcommitGuestOverhead }: VirtualMachineResources): ResourceRequirements {
  return {
    requests: quantities(cpu?.request?.amount, args.quantity('resources.memory.request', memory?.request)),
    limits: quantities(cpu?.limit?.amount, args.quantity('resources.memory.limit', memory?.limit)),
    overcommitGuestOverhead: whenTrue(overcommitGuestOverhead),
  };
}

function quantities(cpu: string | undefined, memory: string | undefined): Record<string, Quantity> | undefined {
  const amounts = Object.entries({ cpu, memory }).flatMap(([resource, amount]) =>
    amount === undefined ? [] : [[resource, Quantity.fromString(canonicalQuantity(amount) ?? amount)]],
  );
  return amounts.length === 0 ? undefined : Object.fromEntries(amounts);
}
