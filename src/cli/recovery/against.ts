import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { FAILURE_CLASSES, type FailureClass, parsedJson } from '../../facts';
import { isObject } from '../../graph';
import { RECOVERY_SCHEMA_VERSION, type ReportedRecovery } from '../../report';
import { UsageError } from '../usage-error';

/**
 * The recoveries in a report in JSON that was written before.
 *
 * @returns undefined: it is no such report, but manifests
 * @throws UsageError when it is there and cannot be used
 */
export function writtenRecoveries(path: string, cwd: string): readonly ReportedRecovery[] | undefined {
  const file = resolve(cwd, path);
  const document = existsSync(file) && statSync(file).isFile() ? parsedJson(readFileSync(file, 'utf8')) : undefined;
  if (!isObject(document) || !Array.isArray(document.recoveries)) {
    return undefined;
  }
  if (document.schemaVersion !== RECOVERY_SCHEMA_VERSION || !document.recoveries.every(isRecovery)) {
    throw new UsageError(`--against is "${path}": this release cannot read that report. Name the manifests, or write the report anew.`);
  }
  return document.recoveries;
}

/** Whether all is there that a comparison looks at. */
function isRecovery(value: unknown): value is ReportedRecovery {
  return (
    isObject(value) &&
    isObject(value.vm) &&
    typeof value.vm.kind === 'string' &&
    FAILURE_CLASSES.includes(value.failure as FailureClass) &&
    isSpan(value.outage) &&
    Array.isArray(value.steps) &&
    value.steps.every(
      (step) =>
        isObject(step) &&
        typeof step.id === 'string' &&
        typeof step.what === 'string' &&
        isSpan(step.duration) &&
        isObject(step.origin) &&
        typeof step.origin.says === 'string',
    )
  );
}

function isSpan(value: unknown): boolean {
  return isObject(value) && [value.best, value.worst].every((end) => end === undefined || typeof end === 'number');
}
