import type { FailureClass } from '../facts';
import type { Manifest, VirtualMachineView } from '../graph';
import type { RecoveryAssumption, NeverReason as ToldReason } from './reasons';
import type { StepOrigin } from './step-origin';

/** A span of seconds, or a point in time. */
export interface Interval {
  /** In the best case; undefined: never. */
  readonly best?: number;
  /** In the worst case; undefined: never. */
  readonly worst?: number;
}

/** What decides how long a step takes, or whether it happens. */
export interface Origin {
  readonly kind: StepOrigin;
  /** In words, such as `unhealthyConditions[1].duration 300s`. */
  readonly says: string;
  /** The object that has the field, or could have it. */
  readonly manifest?: Manifest;
  /** The manifest path of the field. */
  readonly path?: string;
  /** The value as it stands there. */
  readonly value?: unknown;
  /** Where that is documented, or can be read. */
  readonly reference?: string;
}

/** A field that could make a step shorter. */
export interface Tuning {
  readonly manifest: Manifest;
  readonly path: string;
  /** The number that it holds, or that applies in its place; undefined: it holds no number. */
  readonly number?: TunableNumber;
  /** The value that makes it shorter, where it holds no number. */
  readonly value?: unknown;
}

/** A number that decides how long a step takes. */
export interface TunableNumber {
  readonly now: number;
  /** The least that makes sense. */
  readonly lowest: number;
  /** Seconds of the step for each unit. */
  readonly secondsEach: number;
  /** Whether it is written as a duration, such as `60s`. */
  readonly isDuration: boolean;
}

/** Why a VM does not come back, with what could be changed. */
export interface NeverReason extends ToldReason {
  /** The field that would change it. */
  readonly origin: Origin;
  /** A value of the field with which the VM comes back, where that is known. */
  readonly remedy?: unknown;
}

/** Something that happens between the failure and the answer of the service. */
export interface RecoveryStep {
  readonly id: string;
  /** The component that does it. */
  readonly actor: string;
  /** What happens: a sentence without its full stop. */
  readonly what: string;
  /** Ids of the steps that it waits for; none: it begins with the failure. */
  readonly after: readonly string[];
  /** Whether it waits for all of them, or for the first. */
  readonly waitsFor: 'all' | 'first';
  /** When it begins and ends, in seconds since the failure. */
  readonly begin: Interval;
  readonly end: Interval;
  readonly duration: Interval;
  readonly origin: Origin;
  /** Whether it is on the critical path of the worst case: nothing else shortens the outage. */
  readonly isCritical: boolean;
  readonly assumptions: readonly RecoveryAssumption[];
  /** Fields that could make it shorter. */
  readonly tunings: readonly Tuning[];
  /** Why it never ends, where it does not. */
  readonly never?: NeverReason;
}

/** How long a VM is down after a failure, and why. */
export interface Recovery {
  readonly vm: VirtualMachineView;
  readonly failure: FailureClass;
  /** How long the service is away, in seconds. 0: it stays. */
  readonly outage: Interval;
  /** The worst case with the best of whatever rests on an assumption: it is no less in any case. Undefined: never. */
  readonly certain?: number;
  /** When the service goes away, in seconds since the failure; undefined: it stays. */
  readonly down?: Interval;
  /** In the order in which they begin. */
  readonly steps: readonly RecoveryStep[];
  /** The ids of the steps that make the worst case, in their order, from when the service goes away. */
  readonly criticalPath: readonly string[];
  /** Why it may never come back; undefined: it does. */
  readonly never?: NeverReason;
  /** What was taken for granted, each once. */
  readonly assumptions: readonly RecoveryAssumption[];
  /** Where the VM ran, in the case that is told: the one that takes longest. */
  readonly place?: string;
}
