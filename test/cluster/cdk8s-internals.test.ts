import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, Cron, JsonPatch, Lazy, Testing } from 'cdk8s';
import { CronJob } from 'cdk8s-plus-27';
import {
  AppState,
  decideLate,
  patchData,
  patchesOf,
  propsOf,
  renderingCause,
  VALIDATION_REFUSAL,
  withoutPatches,
  yamlPackage,
} from '../../src/cluster/cdk8s-internals';
import { thrownBy } from '../support/thrown';

/** Each test holds one assumption about cdk8s against the release at hand: when one fails, the file that it imports is out of date. */

const TYPE = { apiVersion: 'example.com/v1', kind: 'Thing' };

function thing(chart = Testing.chart(), props = {}): ApiObject {
  return new ApiObject(chart, 'thing', { ...TYPE, ...props });
}

test('an object keeps its JSON patches in the order in which they were added', () => {
  const [one, two] = [JsonPatch.add('/spec', {}), JsonPatch.add('/spec/a', 1)];
  const object = thing();
  expect(patchesOf(object)).toEqual([]);
  object.addJsonPatch(one);
  object.addJsonPatch(two);
  expect(patchesOf(object)).toEqual([one, two]);
});

test('an object keeps what it was made of', () => {
  const props = { ...TYPE, metadata: { labels: { a: 'b' } }, spec: {} };
  expect(propsOf(new ApiObject(Testing.chart(), 'thing', props))).toEqual(props);
});

test('a JSON patch tells its operation, path and value', () => {
  expect(patchData(JsonPatch.add('/spec/a', 1))).toEqual({ op: 'add', path: '/spec/a', value: 1 });
  expect(patchData(JsonPatch.move('/spec/a', '/spec/b'))).toMatchObject({ op: 'move', path: '/spec/b' });
});

test('an object without its patches renders as if there were none, and keeps them', () => {
  const object = thing();
  object.addJsonPatch(JsonPatch.add('/spec', { a: 1 }));
  expect(withoutPatches(object).toJson().spec).toBeUndefined();
  expect(object.toJson().spec).toEqual({ a: 1 });
});

test('an object renders what its props, its name and its namespace are at that time', () => {
  let place = 'early';
  const props = decideLate({ ...TYPE, spec: {} }, { kind: () => place });
  const object = new ApiObject(Testing.chart(), 'thing', props);
  decideLate(object.metadata, { name: () => `${place}-name`, namespace: () => `${place}-namespace` });
  place = 'late';
  expect(object.toJson()).toEqual({
    apiVersion: TYPE.apiVersion,
    kind: 'late',
    metadata: { name: 'late-name', namespace: 'late-namespace' },
    spec: {},
  });
});

test('a container renders what its image and its user are at that time', () => {
  const cronJob = new CronJob(Testing.chart(), 'job', { schedule: Cron.daily(), containers: [{ image: 'early' }] });
  const [container] = cronJob.containers;
  decideLate(container, { image: () => 'late' });
  decideLate(container.securityContext, { user: () => 7 });
  const [rendered] = ApiObject.of(cronJob).toJson().spec.jobTemplate.spec.template.spec.containers;
  expect(rendered).toMatchObject({ image: 'late', securityContext: { runAsUser: 7 } });
});

test('what is thrown while an object renders has the path of the object in front', () => {
  const fail = () => {
    throw new Error('the name is not known yet.');
  };
  const object = thing(Testing.chart(), { spec: { name: Lazy.any({ produce: fail }) } });
  const caught: unknown[] = [];
  try {
    object.toJson();
  } catch (error) {
    caught.push(error);
  }
  expect(String(caught[0])).toContain('Failed serializing construct');
  expect(renderingCause(caught[0])).toBe('Error: the name is not known yet.');
});

test.each(['synth', 'synthYaml'] as const)('%s refuses with the text that is looked for', (method) => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  thing(new Chart(app, 'shop')).node.addValidation({ validate: () => ['no'] });
  expect(thrownBy(() => app[method]()).startsWith(VALIDATION_REFUSAL)).toBe(true);
});

test.each(['synth', 'synthYaml'] as const)(
  '%s of an app object can be wrapped, and writes what toJson of each object hands out',
  (method) => {
    const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
    const app = new App({ outdir });
    const object = thing(new Chart(app, 'shop'));
    let calls = 0;
    object.toJson = () => {
      calls += 1;
      return { ...TYPE, metadata: { name: 'handed-out' } };
    };
    const original = app[method] as (this: App) => unknown;
    Object.defineProperty(app, method, { value: () => original.call(app), configurable: true, writable: true });
    expect(`${app[method]()}${app.synthYaml()}`).toContain('handed-out');
    expect(calls).toBeGreaterThan(0);
  },
);

test('two copies of the library share what belongs to an app', () => {
  const app = Testing.app();
  new AppState<number>('Test').set(app, 5);
  expect(new AppState<number>('Test').get(app)).toBe(5);
  expect(new AppState<number>('Other').get(app)).toBeUndefined();
});

test('cdk8s brings a yaml package that tells what is wrong with a text', () => {
  const [document] = yamlPackage().parseAllDocuments('a: 1');
  expect(document.toJS()).toEqual({ a: 1 });
  expect(yamlPackage().parseAllDocuments('a: [1')[0].errors).toHaveLength(1);
});
