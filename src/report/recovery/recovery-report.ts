import type { FailureClass } from '../../facts';
import type { Interval, NeverReason, Origin, RecoveryAssumption, RecoveryStep, RecoveryVerdict } from '../../recovery';
import type { ReportedObject } from '../audit-report';

/** What decides how long a step takes, in texts. */
export interface ReportedOrigin extends Omit<Origin, 'manifest' | 'value'> {
  /** The object that has the field, or could have it. */
  readonly object?: string;
}

/** What a field would change that makes a step shorter: it was tried. */
export interface Saving {
  /** The object that has the field; undefined: the VM itself, or what it is made from. */
  readonly object?: string;
  readonly path: string;
  /** The value of the field. */
  readonly value: string;
  /** The outage with it in the worst case, in seconds. */
  readonly outage: number;
}

/** A step between the failure and the answer of the service. */
export interface ReportedStep extends Omit<RecoveryStep, 'origin' | 'assumptions' | 'tunings' | 'never'> {
  readonly origin: ReportedOrigin;
  /** Fields with which the outage is shorter. They are tried where it is not within its objective, and for VMs that are asked for. */
  readonly savings: readonly Saving[];
}

/** Why a VM does not come back. */
export type ReportedNever = Omit<NeverReason, 'origin' | 'remedy'>;

/** How long a VM is down after a failure. */
export interface ReportedRecovery {
  readonly vm: ReportedObject;
  readonly failure: FailureClass;
  /** The longest outage that is accepted, in seconds; undefined: nobody says one. */
  readonly objective?: number;
  /** Whether the objective is said of this failure, and not of all. */
  readonly isNamed?: boolean;
  /** Whether the objective is kept; undefined: there is none. */
  readonly verdict?: RecoveryVerdict;
  /** In seconds. */
  readonly outage: Interval;
  /** In the worst case that is left when nothing is assumed. */
  readonly certain?: number;
  /** When the service goes away, in seconds since the failure; undefined: it stays. */
  readonly down?: Interval;
  /** The node or the zone of the case that is told. */
  readonly place?: string;
  readonly steps: readonly ReportedStep[];
  readonly criticalPath: readonly string[];
  readonly never?: ReportedNever;
  readonly assumptions: readonly RecoveryAssumption[];
}

/** A step that is another one than before. */
export interface MovedStep {
  readonly id: string;
  readonly what: string;
  /** Undefined: there was no such step. */
  readonly before?: MovedEnd;
  /** Undefined: there is no such step any more. */
  readonly after?: MovedEnd;
}

/** A step on one side of a comparison. */
export interface MovedEnd {
  /** Seconds in the worst case; undefined: it never ends. */
  readonly seconds?: number;
  readonly says: string;
}

/** An outage that is longer or shorter than before. */
export interface RecoveryChange {
  readonly vm: ReportedObject;
  readonly failure: FailureClass;
  readonly before: Interval;
  readonly after: Interval;
  readonly isLonger: boolean;
  readonly verdict?: RecoveryVerdict;
  /** The steps that make the difference: the one that does most of it first. */
  readonly moved: readonly MovedStep[];
}

/** What is different from another report. */
export interface Comparison {
  /** What it is compared with, as it was named. */
  readonly against: string;
  readonly changes: readonly RecoveryChange[];
  /** VMs that were not there. */
  readonly added: readonly ReportedObject[];
  /** VMs that are not there any more. */
  readonly removed: readonly ReportedObject[];
}

/** How long VMs are down after failures: data, of which each format is one rendering. */
export interface RecoveryReport {
  /** Release of this package. */
  readonly version: string;
  /** What it was reckoned for, such as "OpenShift 4.20". */
  readonly cluster: string;
  /** With which the command ends. */
  readonly exitCode: number;
  /** VM by VM, in the order of the failure classes. */
  readonly recoveries: readonly ReportedRecovery[];
  /** Whether the reader has chosen them: all of them are told then, and else those that miss their objective. */
  readonly isChosen: boolean;
  readonly comparison?: Comparison;
}
