import type { Arguments } from '../errors';
import type { Toleration } from './toleration';
import type { VmFields } from './vm-fields';

/** Where a VM may run. */
export interface PlacementOptions {
  /**
   * Labels that a node has to have.
   *
   * Sets `spec.template.spec.nodeSelector`.
   *
   * @default - any node
   */
  readonly nodeSelector?: { readonly [key: string]: string };

  /**
   * Taints of nodes that the VM tolerates.
   *
   * Sets `spec.template.spec.tolerations`.
   *
   * @default - none; node failures for a while in a HighlyAvailableVM
   */
  readonly tolerations?: Toleration[];
}

export function renderPlacement(_args: Arguments, options: PlacementOptions): VmFields {
  return { instance: { nodeSelector: options.nodeSelector && { ...options.nodeSelector } } };
}
