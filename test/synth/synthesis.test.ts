import { chmodSync, existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, type AppProps, Chart, Helm, Include, JsonPatch, Lazy, Testing, Yaml, YamlOutputType } from 'cdk8s';
import { ManifestCheck } from 'cdk8s-kubevirt';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { RUNS, silenceWarnings } from '../properties/runs';
import { thrownBy } from '../support/thrown';
import { randomTree } from './random-tree';
import { type Build, bothWays } from './written';

silenceWarnings();

const OUTPUT_TYPES = Object.values(YamlOutputType).filter((type): type is YamlOutputType => typeof type === 'number');

function configMap(scope: Construct, id: string, more: object = {}): ApiObject {
  return new ApiObject(scope, id, { apiVersion: 'v1', kind: 'ConfigMap', data: { b: 'yes', a: id }, ...more });
}

/** A file of manifests for `Include`, and a program that prints them in place of Helm. */
function files(): { readonly manifests: string; readonly helm: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  const [manifests, helm] = [join(folder, 'all.yaml'), join(folder, 'helm')];
  const objects = ['one', 'two'].map((name) => ({ apiVersion: 'v1', kind: 'Secret', metadata: { name }, stringData: { key: 'a\nb\n' } }));
  writeFileSync(manifests, Yaml.stringify(...objects));
  writeFileSync(helm, `#!/bin/sh\nprintf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata:\\n  name: from-helm\\n'\n`);
  chmodSync(helm, 0o755);
  return { manifests, helm };
}

const { manifests, helm } = files();

/** Apps of all that goes into one, by what they are about. */
const APPS: Record<string, (app: App) => void> = {
  'no chart': () => undefined,
  'a chart without objects': (app) => {
    new Chart(app, 'empty');
    configMap(new Chart(app, 'full'), 'a');
  },
  'charts in charts': (app) => {
    const outer = new Chart(app, 'Outer Chart');
    configMap(outer, 'a');
    const inner = new Chart(new Construct(outer, 'between'), 'inner', { disableResourceNameHashes: true, labels: { a: 'b' } });
    configMap(inner, 'b').addDependency(configMap(inner, 'c'));
    configMap(new Chart(inner, 'innermost', { namespace: 'x' }), 'd');
    configMap(outer, 'e');
  },
  'charts that are chart of nobody': (app) => {
    configMap(new Chart(new Construct(app, '3'), 'chart'), 'a');
    configMap(new Chart(app, '7'), 'a');
    configMap(new Chart(app, '10'), 'a');
  },
  'objects that depend on objects': (app) => {
    const chart = new Chart(app, 'chart');
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => configMap(chart, id));
    a.addDependency(d, b);
    b.addDependency(c);
  },
  'constructs that depend on constructs': (app) => {
    const chart = new Chart(app, 'chart');
    const [front, back] = ['front', 'back'].map((id) => new Construct(chart, id));
    for (const id of ['a', 'b', 'c']) {
      configMap(front, id);
      configMap(back, id);
    }
    configMap(back, 'd').addDependency(configMap(chart, 'last'));
    front.node.addDependency(back);
  },
  'charts that depend on one another': (app) => {
    const [a, b, c] = ['a', 'b', 'c'].map((id) => new Chart(app, id));
    for (const chart of [a, b, c]) {
      configMap(chart, 'one');
      configMap(chart, 'two');
    }
    a.addDependency(c);
    ApiObject.of(b.node.findChild('one')).addDependency(a);
  },
  'objects of one name': (app) => {
    configMap(new Chart(app, 'a', { namespace: 'a' }), 'x', { metadata: { name: 'web' } });
    configMap(new Chart(app, 'b', { namespace: 'b' }), 'x', { metadata: { name: 'web' } });
  },
  'what others wrote': (app) => {
    const chart = new Chart(app, 'chart');
    new Include(chart, 'include', { url: manifests });
    new Helm(chart, 'helm', { chart: 'x', helmExecutable: helm });
  },
  'JSON patches': (app) => {
    const shared = { x: [1] };
    const object = configMap(new Chart(app, 'chart'), 'a', { spec: Lazy.any({ produce: () => ({ late: 'yes' }) }) });
    object.addJsonPatch(
      JsonPatch.add('/one', shared),
      JsonPatch.add('/two', shared),
      JsonPatch.add('/none', null),
      JsonPatch.remove('/data/a'),
    );
  },
  'a cycle between objects': (app) => {
    const chart = new Chart(app, 'chart');
    const [a, b, c] = ['a', 'b', 'c'].map((id) => configMap(chart, id));
    a.addDependency(b);
    b.addDependency(c);
    c.addDependency(a);
  },
  'a cycle between charts': (app) => {
    const [a, b] = ['a', 'b'].map((id) => configMap(new Chart(app, id), 'x'));
    a.addDependency(b);
    b.addDependency(a.chart);
  },
  'an object that depends on itself': (app) => {
    const object = configMap(new Chart(app, 'chart'), 'a');
    object.addDependency(object);
  },
  'a dependency of the app': (app) => {
    app.node.addDependency(new Chart(app, 'chart'));
  },
  'a dependency on another app': (app) => {
    configMap(new Chart(app, 'chart'), 'a').addDependency(configMap(Testing.chart(), 'other'));
  },
};

/** What cdk8s refuses, or does something with that nobody means. */
const LEFT = [
  'a cycle between objects',
  'a cycle between charts',
  'an object that depends on itself',
  'a dependency of the app',
  'a dependency on another app',
];

describe.each(Object.entries(APPS))('%s', (name, fill) => {
  test.each(OUTPUT_TYPES.flatMap((type) => [false, true].map((metadata): [YamlOutputType, boolean] => [type, metadata])))(
    'output type %i, metadata of constructs: %s',
    (yamlOutputType, recordConstructMetadata) => {
      const { ours, theirs } = bothWays((outdir) => {
        const app = new App({ outdir, yamlOutputType, recordConstructMetadata });
        fill(app);
        return app;
      });
      expect({ ...ours, validations: 0 }).toEqual({ ...theirs, validations: 0 });
      expect(ours.validations > 1).toBe(LEFT.includes(name));
    },
  );
});

test('any tree is written as cdk8s writes it, and what it refuses is refused as it does', () => {
  fc.assert(
    fc.property(randomTree, (build) => {
      const { ours, theirs } = bothWays(build);
      expect({ ...ours, validations: 0 }).toEqual({ ...theirs, validations: 0 });
    }),
    { numRuns: 4 * RUNS },
  );
});

function twoCharts(outdir: string, props: AppProps = {}): App {
  const app = new App({ outdir, ...props });
  configMap(new Chart(app, 'one'), 'a');
  configMap(new Chart(app, 'two'), 'b');
  return app;
}

test('validates once', () => {
  const { ours, theirs } = bothWays((outdir) => twoCharts(outdir));
  expect([ours.validations, theirs.validations]).toEqual([1, 3]);
});

test('reports what validations of users say, once and as cdk8s does, and writes nothing', () => {
  const { ours, theirs } = bothWays((outdir) => {
    const app = twoCharts(outdir);
    app.node.findChild('two').node.addValidation({ validate: () => ['no.', 'never.'] });
    app.node
      .findChild('one')
      .node.findChild('a')
      .node.addValidation({ validate: () => ['nor this.'] });
    return app;
  });
  expect(ours.thrown).toBe('thrown: Validation failed with the following errors:\n  [one/a] nor this.\n  [two] no.\n  [two] never.');
  expect([ours.files, ours.thrown, ours.yaml]).toEqual([{}, theirs.thrown, theirs.yaml]);
});

test.each<[string, string]>([
  ['CDK8S_DISABLE_SORT', '1'],
  ['CDK8S_LEGACY_HASH', '1'],
  ['CDK8S_RECORD_CONSTRUCT_METADATA', 'true'],
])('heeds %s', (name, value) => {
  const write = () => bothWays((outdir) => twoCharts(outdir));
  const before = write();
  process.env[name] = value;
  try {
    const { ours, theirs } = write();
    expect(ours.validations).toBe(1);
    expect([ours.files, ours.yaml]).toEqual([theirs.files, theirs.yaml]);
    expect(ours.files).not.toEqual(before.ours.files);
  } finally {
    delete process.env[name];
  }
});

test('heeds CDK8S_OUTDIR, another extension and resolvers', () => {
  const resolver = { resolve: (context: any) => context.value === 'yes' && context.replaceValue('resolved') };
  const { ours, theirs } = bothWays((outdir) => {
    process.env.CDK8S_OUTDIR = join(outdir, 'deep', 'er');
    const app = twoCharts(outdir, { outdir: undefined, outputFileExtension: '.yml', resolvers: [resolver] });
    delete process.env.CDK8S_OUTDIR;
    return app;
  });
  expect(ours.validations).toBe(1);
  expect(ours.files).toEqual(theirs.files);
  expect(ours.files['/deep/er/one.yml']).toContain('b: resolved');
});

class OwnSynth extends App {
  public synth(): void {
    super.synth();
  }
}

class OwnCharts extends App {
  public get charts(): Chart[] {
    return super.charts.slice(1);
  }
}

class OwnMetadata extends App {
  public constructor(props: AppProps) {
    super({ ...props, recordConstructMetadata: true });
    Object.defineProperty(this, 'writeConstructMetadata', { value: () => undefined });
  }
}

class OwnChart extends Chart {
  public toJson(): any[] {
    return super.toJson().slice(1);
  }
}

function fill<T extends App>(app: T, ChartClass: typeof Chart = Chart): T {
  configMap(new ChartClass(app, 'one'), 'a');
  configMap(new ChartClass(app, 'two'), 'b');
  return app;
}

test.each<[string, Build]>([
  ['a class with a synth of its own', (outdir) => fill(new OwnSynth({ outdir }))],
  ['a class with charts of its own', (outdir) => fill(new OwnCharts({ outdir }))],
  ['an app that writes metadata in its own way', (outdir) => fill(new OwnMetadata({ outdir }))],
  ['a class of charts that render in their own way', (outdir) => fill(new App({ outdir }), OwnChart)],
])('%s is left to cdk8s', (_name, build) => {
  const { ours, theirs } = bothWays(build);
  expect(ours).toEqual(theirs);
  expect(ours.validations).toBeGreaterThan(1);
});

test.each<[string, () => jest.SpyInstance]>([
  ['App.synth', () => jest.spyOn(App.prototype, 'synth')],
  ['Chart.toJson', () => jest.spyOn(Chart.prototype, 'toJson')],
  ['Yaml.stringify', () => jest.spyOn(Yaml, 'stringify').mockReturnValue('another text')],
])('%s that somebody has replaced is called', (_name, replace) => {
  const spy = replace();
  try {
    const { ours, theirs } = bothWays((outdir) => twoCharts(outdir));
    expect(ours).toEqual(theirs);
    expect(ours.validations).toBe(3);
  } finally {
    spy.mockRestore();
  }
});

test('an app without the check is none of ours', () => {
  const app = Testing.app();
  fill(app);
  expect(app.synth).toBe(App.prototype.synth);
  expect(existsSync(app.outdir)).toBe(true);
});

test('texts that cdk8s writes so that they are misread are told of where it writes them, and else in quotes', () => {
  const data = { data: { a: '0o17' } };
  const told = (app: App) => ManifestCheck.findings(app).map(({ code }) => code);
  const ours = new App();
  configMap(new Chart(ours, 'c'), 'a', data);
  expect(told(ours)).toEqual([]);
  expect(ours.synthYaml()).toContain('a: "0o17"');
  const theirs = new OwnSynth();
  configMap(new Chart(theirs, 'c'), 'a', data);
  expect(told(theirs)).toEqual(['text-refused-in-yaml']);
  expect(thrownBy(() => theirs.synthYaml())).toContain('text-refused-in-yaml');
});

test('and where a document of ours is left to the package', () => {
  const app = new App();
  const object = configMap(new Chart(app, 'c'), 'a', { data: { a: '0o17' } });
  object.addJsonPatch(JsonPatch.add('/immutable', null));
  expect(ManifestCheck.findings(app).map(({ code }) => code)).toEqual(['text-refused-in-yaml']);
});
