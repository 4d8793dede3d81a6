import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { isObject, objectsOf } from '../../graph';
import { AcceptedBy, type ReportedFinding } from '../../report';
import { readSettings } from '../../source';
import { UsageError } from '../usage-error';
import { writeWholeFile } from '../write-file';

/** A finding that was there before. Neither texts nor lines count: they change without the finding. */
interface BaselineEntry {
  readonly rule: string;
  /** `group/Kind namespace/name` */
  readonly object: string;
  readonly path: string;
}

const ABOUT = 'Findings that were there when this was written, by cdk8s-kubevirt audit --write-baseline: they do not count.';
const REASON = 'it was there when the baseline was written';

/** Findings, of which those in the baseline are accepted. */
export function withBaseline(findings: readonly ReportedFinding[], path: string, cwd: string): ReportedFinding[] {
  const known = readBaseline(path, cwd);
  return findings.map((finding) => {
    if (finding.acceptance !== undefined || !known.has(keyOf(entryOf(finding)))) {
      return finding;
    }
    return { ...finding, acceptance: { by: AcceptedBy.BASELINE, reason: REASON } };
  });
}

/** Writes a baseline of the findings that count, or that an earlier baseline has. */
export function writeBaseline(findings: readonly ReportedFinding[], path: string): number {
  const counting = findings.filter(({ acceptance }) => acceptance === undefined || acceptance.by === AcceptedBy.BASELINE);
  const entries = new Map(counting.map((finding) => [keyOf(entryOf(finding)), entryOf(finding)]));
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
  writeWholeFile(path, `${JSON.stringify({ about: ABOUT, version: 1, findings: sorted }, null, 2)}\n`);
  return sorted.length;
}

function entryOf({ rule, object, manifestPath }: ReportedFinding): BaselineEntry {
  const { apiVersion, kind, namespace, name = '' } = object;
  const [group, version] = apiVersion.split('/');
  const type = version === undefined ? kind : `${group}/${kind}`;
  return { rule: rule.id, object: `${type} ${namespace === undefined ? '' : `${namespace}/`}${name}`, path: manifestPath };
}

function keyOf({ rule, object, path }: BaselineEntry): string {
  return JSON.stringify([rule, object, path]);
}

function readBaseline(path: string, cwd: string): ReadonlySet<string> {
  const name = relative(cwd, path) || path;
  if (!existsSync(path)) {
    throw new UsageError(`There is no baseline ${name}. Write one with --write-baseline ${name}.`);
  }
  const { value, faults } = readSettings(path);
  if (faults.length > 0) {
    throw new UsageError(...faults.map(({ place, message }) => `${name}${place === undefined ? '' : `:${place.line}`}: ${message}`));
  }
  if (!isObject(value) || value.version !== 1 || !Array.isArray(value.findings)) {
    throw new UsageError(`${name}:1: This is no baseline. Write one with --write-baseline ${name}.`);
  }
  return new Set(objectsOf(value.findings).map((entry) => keyOf(entry as unknown as BaselineEntry)));
}
