import type { StepOrigin } from '../recovery/step-origin';
import type { ObjectReference } from './finding';

/** Something that happens between a failure and the answer of the service. */
export interface RecoveryStep {
  /** Names it, in kebab-case: `node-unknown`. */
  readonly id: string;
  /** The component that does it, such as `kube-controller-manager`. */
  readonly actor: string;
  /** What happens: a sentence without its full stop. */
  readonly what: string;
  /** When it begins in the worst case, in seconds since the failure. Not set: it may never begin. */
  readonly begin?: number;
  /** How many seconds it takes at best. Not set: it never ends. */
  readonly best?: number;
  /** How many seconds it takes at worst. Not set: it may never end. */
  readonly worst?: number;
  /** Whether it makes the worst case: to shorten any other changes nothing. */
  readonly isCritical: boolean;
  /** What says how long it takes: a field that is set, a default, how a component works, or an assumption. */
  readonly origin: StepOrigin;
  /** The same in words, such as `unhealthyConditions[1].duration 300s`. */
  readonly decidedBy: string;
  /** The object that has the field, or could have it. Not set: no field decides. */
  readonly object?: ObjectReference;
  /** Path of the field in the manifest. Not set: no field decides. */
  readonly manifestPath?: string;
  /** Address of the source. Not set: nothing to read beyond the field. */
  readonly reference?: string;
}
