import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Validation, ValidationContext } from 'cdk8s-cli/plugins';
import { isObject } from '../../graph';

import { summaryOf } from '../../report/summary';
import { FileRole, readSettings, readSourceFile, type SettingsFile } from '../../source';
import { auditReport, foundIn, withKnown } from '../audit/audit';
import { auditSettings } from '../audit/read-settings';
import { checkedConfig, type LoadedConfig, loadConfig } from '../config/load-config';
import { ExitCode } from '../exit-code';
import { faultLines } from '../fault-lines';
import type { Streams } from '../streams';
import { UsageError } from '../usage-error';
import { violationsOf } from './violations';

/** What cdk8s-cli calls its configuration. */
const CDK8S = 'cdk8s.yaml';

/**
 * The audit as a validation plugin of cdk8s-cli: it judges what `cdk8s synth` has written.
 *
 * @see https://cdk8s.io/docs/latest/cli/synth/
 */
export class AuditValidation implements Validation {
  /** @param properties what stands under `properties` in cdk8s.yaml: a configuration; none: that of the folder counts */
  public constructor(private readonly properties: object = {}) {}

  /** Judges manifests, and reports what is found. What is wrong with the configuration is a report too. */
  public async validate({ manifests, report }: ValidationContext): Promise<void> {
    const streams = silentStreams();
    try {
      const settings = auditSettings(manifests, {}, await this.config(streams.cwd), streams);
      const wanted = manifests.filter((path) => !settings.isSkipped(resolve(streams.cwd, path)));
      const files = wanted.map((path) => readSourceFile({ path, role: FileRole.MANIFESTS }, streams.cwd, settings));
      const findings = withKnown(foundIn(files, settings, streams), settings.baseline, streams);
      const audited = auditReport(files, findings, settings);
      violationsOf(findings).forEach((violation) => {
        report.addViolation(violation);
      });
      const { errors, warnings, accepted } = summaryOf(audited);
      report.submit(audited.exitCode === ExitCode.CLEAN ? 'success' : 'failure', {
        ...{ cluster: settings.cluster.name, errors: `${errors}`, warnings: `${warnings}`, accepted: `${accepted}` },
        ...told('unreadable', faultLines(audited.files)),
      });
    } catch (error) {
      if (!(error instanceof UsageError)) {
        throw error;
      }
      report.submit('failure', told('configuration', error.message.split('\n')));
    }
  }

  private async config(cwd: string): Promise<LoadedConfig | undefined> {
    return Object.keys(this.properties).length === 0 ? loadConfig(cwd) : checkedConfig(settingsIn(this.properties, cwd), CDK8S, cwd);
  }
}

function told(name: string, lines: readonly string[]): Record<string, string> {
  return lines.length === 0 ? {} : { [name]: lines.join('\n') };
}

/** Properties with their places in cdk8s.yaml. Where they come from elsewhere, nobody knows places. */
function settingsIn(properties: object, cwd: string): SettingsFile {
  const { value, lines, regionOf } = readSettings(resolve(cwd, CDK8S));
  const validations: readonly unknown[] = isObject(value) && Array.isArray(value.validations) ? value.validations : [];
  const index = validations.findIndex((validation) => isObject(validation) && isDeepStrictEqual(validation.properties, properties));
  const path = index < 0 ? [] : ['validations', index, 'properties'];
  return { value: properties, faults: [], lines, regionOf: (field) => regionOf(index < 0 ? path : [...path, ...field]) };
}

/** What cdk8s-cli prints is the report. */
function silentStreams(): Streams {
  const silent = { write: () => {}, isTerminal: false };
  return { stdout: silent, stderr: silent, stdin: async () => Buffer.alloc(0), cwd: process.cwd(), env: process.env, today: new Date() };
}
