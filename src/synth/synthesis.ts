import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ApiObject, type App, type Chart, Names, YamlOutputType } from 'cdk8s';
import { VALIDATION_REFUSAL } from '../cluster/cdk8s-internals';
import { type Plan, planOf } from './plan';
import { yamlDocument } from './yaml-document';

/** What cdk8s leaves out of the name of a file. */
const NOT_IN_FILE_NAMES = /[^0-9a-zA-Z-_.]/g;

/** What the caller does in a synth. */
export interface Caller<T> {
  /** What is written of an object. */
  readonly manifestOf: (apiObject: ApiObject) => unknown;
  /** Has cdk8s do it, where it refuses the tree, or where only its own code can tell what comes of it. */
  readonly leave: () => T;
}

/** Does what `App.synth` does, with one validation and one look at the dependencies: the same files, in the same order. */
export function synth(app: App, caller: Caller<void>): void {
  mkdirSync(app.outdir, { recursive: true });
  validate(app);
  const plan = planOf(app, caller.manifestOf);
  if (plan === undefined) {
    caller.leave();
    return;
  }
  WRITERS[app.yamlOutputType]?.(app, plan);
  const { recordConstructMetadata } = app as any;
  if (recordConstructMetadata) {
    (app as any).writeConstructMetadata(plan.charts.flatMap(plan.objectsOf));
  }
}

/** Does what `App.synthYaml` does. */
export function synthYaml(app: App, { manifestOf, leave }: Caller<string>): string {
  // In this order, so that of several things that are wrong the same one is told.
  if (planOf(app, manifestOf) === undefined) {
    return leave();
  }
  validate(app);
  const plan = planOf(app, manifestOf);
  return plan === undefined ? leave() : documents(manifestsOf(plan, plan.charts));
}

/** One validation of all constructs. */
function validate(app: App): void {
  const errors = app.node.findAll().flatMap(({ node }) => node.validate().map((error) => `[${node.path}] ${error}`));
  if (errors.length > 0) {
    throw new Error(`${VALIDATION_REFUSAL}:\n  ${errors.join('\n  ')}`);
  }
}

const WRITERS: Readonly<Record<YamlOutputType, (app: App, plan: Plan) => void>> = {
  [YamlOutputType.FILE_PER_APP]: (app, plan) => {
    if (plan.charts.length > 0) {
      save(app, 'app', manifestsOf(plan, plan.charts));
    }
  },
  [YamlOutputType.FILE_PER_CHART]: (app, plan) => {
    for (const [index, chart] of plan.charts.entries()) {
      save(app, chartName(plan, chart, index), manifestsOf(plan, [chart]));
    }
  },
  [YamlOutputType.FILE_PER_RESOURCE]: (app, plan) => {
    for (const chart of plan.charts) {
      for (const manifest of manifestsOf(plan, [chart]).filter((each) => each !== undefined)) {
        save(app, objectName(manifest), [manifest]);
      }
    }
  },
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: (app, plan) => {
    for (const [index, chart] of plan.charts.entries()) {
      const folder = chartName(plan, chart, index);
      mkdirSync(join(app.outdir, folder), { recursive: true });
      for (const object of plan.objectsOf(chart)) {
        save(app, join(folder, objectName(object)), [plan.manifestOf(object)]);
      }
    }
  },
};

function manifestsOf(plan: Plan, charts: readonly Chart[]): any[] {
  return charts.flatMap(plan.objectsOf).map(plan.manifestOf);
}

function chartName({ hasDependentCharts }: Plan, chart: Chart, index: number): string {
  return (hasDependentCharts ? `${String(index).padStart(4, '0')}-` : '') + Names.toDnsLabel(chart);
}

function objectName({ kind, metadata }: { readonly kind: string; readonly metadata: { readonly name?: string } }): string {
  return `${kind}.${metadata.name}`.replace(NOT_IN_FILE_NAMES, '');
}

function save({ outdir, outputFileExtension }: App, name: string, manifests: readonly unknown[]): void {
  writeFileSync(join(outdir, name + outputFileExtension), documents(manifests), { encoding: 'utf8' });
}

function documents(manifests: readonly unknown[]): string {
  return manifests.map((manifest) => (manifest === undefined ? '\n' : yamlDocument(manifest))).join('---\n');
}
