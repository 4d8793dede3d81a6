import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ApiObject, App, Chart, Names, YamlOutputType } from 'cdk8s';
import * as fc from 'fast-check';
import { randomTree } from '../synth/random-tree';
import { bothWays, type Written, writtenBy } from '../synth/written';
import { RUNS, silenceWarnings } from './runs';

silenceWarnings();

const EXAMPLES = resolve(__dirname, '../../examples');
const OUTPUT_TYPES = Object.values(YamlOutputType).filter((type): type is YamlOutputType => typeof type === 'number');

test('any tree is written as cdk8s writes it, and what it refuses is refused as it does', () => {
  fc.assert(
    fc.property(randomTree, (build) => {
      const { ours, theirs } = bothWays(build);
      expect({ ...ours, validations: 0 }).toEqual({ ...theirs, validations: 0 });
    }),
    { numRuns: RUNS },
  );
});

/** The app of an example, which synthesizes itself when it is loaded. */
function appOf(example: string): App {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-example-'));
  const names = jest.spyOn(Names, 'toDnsLabel');
  process.env.CDK8S_OUTDIR = outdir;
  try {
    require(join(EXAMPLES, example));
    return names.mock.calls[0][0].node.root as App;
  } finally {
    delete process.env.CDK8S_OUTDIR;
    names.mockRestore();
    rmSync(outdir, { recursive: true });
  }
}

function writeTo(app: App, run: (method: 'synth' | 'synthYaml') => unknown): Written {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-example-'));
  try {
    Object.assign(app, { outdir });
    return writtenBy(app, outdir, run);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

describe.each(readdirSync(EXAMPLES).filter((file) => file.endsWith('.ts')))('examples/%s', (example) => {
  const app = appOf(example);

  function expectEqual(yamlOutputType: YamlOutputType): void {
    Object.assign(app, { yamlOutputType, recordConstructMetadata: true });
    const ours = writeTo(app, (method) => app[method]());
    const theirs = writeTo(app, (method) => App.prototype[method].call(app));
    expect({ ...ours, validations: 0 }).toEqual({ ...theirs, validations: 0 });
    expect([ours.validations, ours.thrown, Object.keys(ours.files).length > 1]).toEqual([1, 'undefined', true]);
  }

  test.each(OUTPUT_TYPES)('is written as cdk8s writes it, output type %i', expectEqual);

  test.each(OUTPUT_TYPES)('is written as cdk8s writes it with charts that depend on one another, output type %i', (yamlOutputType) => {
    const [chart] = app.charts;
    const base = (app.node.tryFindChild('base') as Chart | undefined) ?? new Chart(app, 'base');
    if (base.node.children.length === 0) {
      new ApiObject(base, 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
      new ApiObject(new Chart(chart, 'nested'), 'map', { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' } });
      chart.addDependency(base);
    }
    expectEqual(yamlOutputType);
  });
});
