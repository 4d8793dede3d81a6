import { faultOf } from '../../report';
import type { JudgedFinding } from '../audit/judge';
import type { AuditSettings } from '../audit/settings';
import type { Streams } from '../streams';
import { editedFiles } from './edited-files';
import { type JudgedFiles, judgedFiles, newErrors } from './judged-files';

/** What mending has come to. */
export interface Mends {
  /** The files as they were, and as they are to be. */
  readonly before: JudgedFiles;
  readonly after: JudgedFiles;
  /** In the order in which they were mended. */
  readonly mended: readonly JudgedFinding[];
  /** Why findings that are left were not mended. */
  readonly reasonOf: (finding: JudgedFinding) => string | undefined;
}

/** Rules whose fixes undo each other would go on for ever. */
const MOST_ROUNDS = 200;

/** What is mended of what can be. */
export interface Choice {
  /** Whether the fix of a finding is asked for. */
  readonly isWanted: (finding: JudgedFinding) => boolean;
  /** Why a fix that is asked for cannot be written; undefined: it can. */
  readonly refusalOf?: (finding: JudgedFinding) => string | undefined;
}

/**
 * Mends what can be mended, one finding of an object at a time, until nothing is left. What would lead to an error that was not
 * there before is left out.
 */
export function mend(before: JudgedFiles, choice: Choice, settings: AuditSettings, streams: Streams): Mends {
  const mender = new Mender(before, choice, settings, streams);
  mender.run();
  return mender;
}

class Mender implements Mends {
  public after: JudgedFiles;
  public readonly mended: JudgedFinding[] = [];
  public readonly reasonOf: Mends['reasonOf'];
  private readonly reasons = new Map<string, string>();
  /** What would have led to an error, and how much was mended then. */
  private readonly postponed = new Map<string, number>();

  public constructor(
    public readonly before: JudgedFiles,
    private readonly choice: Choice,
    private readonly settings: AuditSettings,
    private readonly streams: Streams,
  ) {
    this.after = before;
    this.reasonOf = (finding) => this.reasons.get(this.after.keyOf(finding));
  }

  public run(): void {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const keys = this.next();
      if (keys.length === 0 && !this.tryAgain()) {
        return;
      }
      this.try(keys);
    }
  }

  /** What would have led to an error may not any more, now that more is mended. */
  private tryAgain(): boolean {
    const again = [...this.postponed].filter(([, mended]) => mended < this.mended.length);
    for (const [key] of again) {
      this.postponed.delete(key);
      this.reasons.delete(key);
    }
    return again.length > 0;
  }

  /** One finding of each object: its fix may move what the others are about. */
  private next(): string[] {
    const byObject = new Map<JudgedFinding['source'], string>();
    for (const finding of this.after.findings) {
      const key = this.after.keyOf(finding);
      if (finding.acceptance === undefined && finding.fix !== undefined && this.choice.isWanted(finding) && !this.reasons.has(key)) {
        byObject.set(finding.source, byObject.get(finding.source) ?? key);
      }
    }
    return [...byObject.values()];
  }

  private try(keys: readonly string[]): void {
    const { findings, keyOf } = this.after;
    const asked = new Set(keys);
    const wanted = findings.filter((finding) => asked.delete(keyOf(finding)));
    const refusals = wanted.map((finding) => [finding, this.choice.refusalOf?.(finding)] as const);
    const possible = refusals.flatMap(([finding, reason]) => (reason === undefined ? [finding] : []));
    const { files, mended, refused } = editedFiles(this.after.files, possible, this.settings);
    for (const [finding, reason] of [...refusals, ...refused]) {
      if (reason !== undefined) {
        this.reasons.set(keyOf(finding), reason);
      }
    }
    if (mended.length > 0) {
      this.keep(mended, judgedFiles(files, this.settings, this.streams));
    }
  }

  private keep(mended: readonly JudgedFinding[], next: JudgedFiles): void {
    const { keyOf } = this.after;
    const errors = newErrors(this.after, next);
    if (errors.length === 0) {
      this.mended.push(...mended);
      this.after = next;
    } else if (mended.length === 1) {
      this.postponed.set(keyOf(mended[0]), this.mended.length);
      this.reasons.set(
        keyOf(mended[0]),
        `It would lead to an error of ${errors.map((error) => `${error.rule.id}: ${faultOf(error)}`).join(' ')}`,
      );
    } else {
      const keys = mended.map(keyOf);
      const half = Math.ceil(keys.length / 2);
      this.try(keys.slice(0, half));
      this.try(keys.slice(half));
    }
  }
}
