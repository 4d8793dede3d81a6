import type { Arguments } from '../../errors';
import type { VmFields } from '../vm-fields';
import type { NodeLabel } from './node-label';
import type { TaintEffect, Toleration } from './toleration';

/** Nodes that are kept free for certain VMs: each of them has a label and a taint with the same key and value. */
export interface DedicatedNodes {
  /** Key of the label and of the taint. */
  readonly key: string;

  /**
   * Value of the label and of the taint.
   *
   * @default - any value
   */
  readonly value?: string;

  /**
   * Effect of the taint.
   *
   * @default TaintEffect.NO_SCHEDULE
   */
  readonly effect?: TaintEffect;
}

/** Where a VM may run. What it has to do with other VMs is said through its `placement`. */
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
   * Conditions that a node has to meet, all of them. Leave more than one node over: a VM that fits one node only
   * can neither migrate nor restart elsewhere.
   *
   * Sets `spec.template.spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution`.
   *
   * @default - any node
   */
  readonly requiredNodes?: NodeLabel[];

  /**
   * Nodes that are kept free for this VM and its like: it runs on them only, and tolerates their taint.
   *
   * Sets `spec.template.spec.affinity.nodeAffinity` and `spec.template.spec.tolerations`.
   *
   * @default - nodes without taints
   */
  readonly dedicatedNodes?: DedicatedNodes;

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
