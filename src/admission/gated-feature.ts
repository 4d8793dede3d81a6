import type { Stage } from './stage';

/** A feature that its cluster has to enable. */
export interface GatedFeature {
  /** The gate that enables it. */
  readonly gate: string;
  /** Other gates that do so as well. */
  readonly alternatives?: readonly string[];
  /** What needs the gate, where the value at the path does not say it: the subject of a sentence, such as `an empty drive`. */
  readonly feature?: string;
  /** Manifest path of the field that uses it. */
  readonly path: string;
  readonly value: unknown;
  /** When it strikes and what becomes of the VM, where the object is accepted without the gate. */
  readonly later?: { readonly stage: Stage; readonly consequence: string };
}
