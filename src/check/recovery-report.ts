import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Construct } from 'constructs';
import { ClusterProfile } from '../cluster';
import { clusterName } from '../cluster/cluster-name';
import { rootOf } from '../cluster/root';
import { Arguments, checkConstruction } from '../errors';
import { FAILURE_CLASSES } from '../facts';
import { objectivesOf, RecoveryVerdict, recoveriesWith, recoveryOf } from '../recovery';
import { packageVersion } from '../report/package-folder';
import type { RecoveryReport as Report, ReportedRecovery } from '../report/recovery/recovery-report';
import { isMissed, reportedRecovery } from '../report/recovery/reported-recovery';
import { Savings } from '../report/recovery/savings';
import { JudgedApp } from './judged-app';
import { ManifestCheck } from './manifest-check';
import type * as RecoveryTexts from './recovery-texts';

/** How a report of recoveries is written. */
export enum RecoveryReportFormat {
  /** For `npx cdk8s-kubevirt recovery --against`, and other programs: `schemas/recovery-report.schema.json` says what is in it. */
  JSON = 'json',
  /** For whoever reads a pull request. */
  MARKDOWN = 'markdown',
  /** One page that loads nothing, with all timelines. */
  HTML = 'html',
}

/** How the recoveries of an app are reported. */
export interface RecoveryReportProps {
  /**
   * The name of the files without their extensions.
   *
   * @default 'recovery'
   */
  readonly fileName?: string;

  /**
   * The files that are written: JSON as `recovery.report`, Markdown as `recovery.md`, HTML as `recovery.html`.
   *
   * @default - JSON and Markdown
   */
  readonly formats?: RecoveryReportFormat[];
}

/** kubectl applies each file of a folder that ends in .json, .yaml or .yml. */
const EXTENSIONS: Readonly<Record<RecoveryReportFormat, string>> = {
  [RecoveryReportFormat.JSON]: 'report',
  [RecoveryReportFormat.MARKDOWN]: 'md',
  [RecoveryReportFormat.HTML]: 'html',
};

/**
 * Writes beside the manifests how long VMs are down after failures, so that a change of that is a change in the repository. All VMs below
 * the scope are in it: those of an app, or of one of its charts.
 *
 * Files are written at the end of `app.synth()`, into its `outdir`. Where a synth fails, where there are no VMs, and where manifests
 * are only printed (`app.synthYaml()`, `Testing.synth`), nothing is written. No file ends in `.json` or `.yaml`: `kubectl apply -f dist/`
 * passes them over.
 *
 * @see https://github.com/cdk8s-kubevirt/cdk8s-kubevirt/blob/main/docs/recovery.md
 */
export class RecoveryReport extends Construct {
  private readonly fileName: string;

  /**
   * @param scope the app, or a chart
   * @param id id of the construct
   * @param props what is written
   * @throws when the name of the files leads to another folder (`file-name-invalid`), or another report has it (`file-name-taken`)
   */
  public constructor(scope: Construct, id: string, props: RecoveryReportProps = {}) {
    checkConstruction('RecoveryReport', scope, id, props);
    super(scope, id);
    const { fileName = 'recovery', formats = [RecoveryReportFormat.JSON, RecoveryReportFormat.MARKDOWN] } = props;
    this.fileName = fileName;
    this.checkFileName();
    ManifestCheck._afterSynth(this, () => {
      this.write(scope, formats);
    });
  }

  private checkFileName(): void {
    const { fileName } = this;
    const args = new Arguments(() => this.node.path);
    if (fileName === '' || basename(fileName) !== fileName) {
      const rule = 'the files are written beside the manifests';
      args.refuse('file-name-invalid', 'fileName', JSON.stringify(fileName), rule, 'Pass a name without folders, such as "recovery".');
    }
    const others = rootOf(this).node.findAll() as Construct[];
    if (others.some((other) => other instanceof RecoveryReport && other !== this && other.fileName === fileName)) {
      args.refuse('file-name-taken', 'fileName', JSON.stringify(fileName), 'another report has this name', 'Pass a name of its own.');
    }
  }

  private write(scope: Construct, formats: readonly RecoveryReportFormat[]): void {
    const recoveries = reported(scope);
    if (recoveries.length === 0) {
      return;
    }
    const report: Report = {
      version: packageVersion(),
      cluster: nameOf(ClusterProfile.of(this)),
      exitCode: recoveries.some(({ verdict }) => verdict === RecoveryVerdict.MISSED) ? 1 : 0,
      recoveries,
      isChosen: false,
    };
    const { RECOVERY_FORMATS }: typeof RecoveryTexts = require('./recovery-texts');
    for (const format of formats) {
      const text = RECOVERY_FORMATS.get(format)?.(report);
      writeFileSync(join(rootOf(this).outdir, `${this.fileName}.${EXTENSIONS[format]}`), String(text));
    }
  }
}

function reported(scope: Construct): ReportedRecovery[] {
  const { graph, cluster, vms } = new JudgedApp(rootOf(scope));
  const savings = new Savings(({ vm, failure }, change) => recoveriesWith(vm, [change], [failure], graph, cluster)[0].outage);
  return [...vms].flatMap(([apiObject, vm]) => {
    if (!apiObject.node.scopes.includes(scope)) {
      return [];
    }
    const objectives = objectivesOf(vm, graph, cluster);
    return FAILURE_CLASSES.map((failure) => {
      const recovery = recoveryOf(vm, failure, graph, cluster);
      const one = reportedRecovery(
        recovery,
        objectives.find((objective) => objective.failure === failure),
      );
      return isMissed(one) ? savings.addedTo(one, recovery) : one;
    });
  });
}

function nameOf(profile: ClusterProfile): string {
  return profile._isAssumed ? `${clusterName(profile)}, which is assumed (a ClusterProfile says what it is)` : clusterName(profile);
}
