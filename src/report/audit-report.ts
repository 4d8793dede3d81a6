import type { Stage } from '../admission/stage';
import type { Fix, RuleDescription, Severity } from '../audit';
import type { FieldPath } from '../facts';

/** A piece of a file: lines and columns (UTF-16 code units) count from 1, the end is behind the last character. */
export interface Region {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A line of a file, for excerpts: secrets in it are masked, character by character, so that columns stay what they are. */
export interface SourceLine {
  readonly number: number;
  readonly text: string;
}

/** Which object a finding is about. */
export interface ReportedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** Where a finding was accepted. */
export enum AcceptedBy {
  ANNOTATION = 'annotation',
  CONFIG = 'config',
  BASELINE = 'baseline',
}

/** Why a finding does not count. */
export interface Acceptance {
  readonly by: AcceptedBy;
  readonly reason: string;
  /** The last day on which it holds. */
  readonly until?: string;
}

/** A piece of a file and what to write there instead. */
export interface Replacement {
  readonly region: Region;
  readonly text: string;
}

/** What a finding says, with its place in a file. */
export interface ReportedFinding {
  readonly rule: RuleDescription;
  readonly severity: Severity;
  readonly stage?: Stage;
  /** As it was named on the command line, or found below a folder that was. */
  readonly file: string;
  /** Where the field, or the nearest thing above it, stands. */
  readonly region: Region;
  /** The lines around it. */
  readonly excerpt: readonly SourceLine[];
  readonly object: ReportedObject;
  readonly path: FieldPath;
  /** The path in text; empty: the document as a whole. */
  readonly manifestPath: string;
  /** Whether nobody knows what stands at a path of the object; undefined: somebody knows of each. */
  readonly isUnknown?: (path: FieldPath) => boolean;
  /** What may be shown of the value. */
  readonly shownValue: string;
  readonly message: string;
  readonly remedy: string;
  readonly fix?: Fix;
  /** How many findings of the same rule about the same object it stands for; undefined: for itself. */
  readonly more?: number;
  /** What the fix changes in the file; not known of what is not mended in place. */
  readonly replacements?: readonly Replacement[];
  /** Set: it is accepted and does not count. */
  readonly acceptance?: Acceptance;
}

/** Why something in a file, or all of it, could not be judged. */
export interface FileFault {
  /** What is wrong and what to do, in sentences. */
  readonly message: string;
  /** Where, if it is not the file as a whole. */
  readonly place?: Pick<Region, 'line' | 'column'>;
}

/** A file that was read, and what was in it. */
export interface ReportedFile {
  readonly path: string;
  readonly objects: number;
  /** Documents that are no Kubernetes objects. */
  readonly others: number;
  /** Documents, or files, that become objects when a tool such as Helm renders them; undefined: none. */
  readonly templates?: number;
  /** Why nothing in it, or not all, could be judged; undefined: all was. */
  readonly faults?: readonly FileFault[];
}

/** What an audit found: data, of which each format is one rendering. */
export interface AuditReport {
  /** Release of this package. */
  readonly version: string;
  /** What was judged for, such as "OpenShift 4.20". */
  readonly cluster: string;
  readonly files: readonly ReportedFile[];
  /** In the order of the files and of the places in them. */
  readonly findings: readonly ReportedFinding[];
  /** With which the command ends, where a command made the report. */
  readonly exitCode?: number;
}
