import { ApiObject, App, Chart, JsonPatch, Size, Yaml } from 'cdk8s';
import { CloudInit, ManifestCheck, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function chart(): Chart {
  const root = new Chart(new App(), 'shop');
  ManifestCheck.attachTo(root);
  return root;
}

/** Only JSON gives an object a field of its own that is called like this. */
function configMap(json: string): ApiObject {
  return new ApiObject(chart(), 'map', { apiVersion: 'v1', kind: 'ConfigMap', ...JSON.parse(json) });
}

function refusal({ node }: ApiObject): string {
  return thrownBy(() => (node.root as App).synthYaml());
}

test.each([
  ['{"data":{"__proto__":"a","b":"c"}}', '/data/__proto__'],
  ['{"data":{"__proto__":{"a":1}}}', '/data/__proto__'],
  ['{"metadata":{"name":"map","labels":{"__proto__":"a"}}}', '/metadata/labels/__proto__'],
  ['{"a/b":[{"c":{"__proto__":1}}]}', '/a~1b/0/c/__proto__'],
  ['{"__proto__":{"a":1}}', '/__proto__'],
])('what cdk8s drops is told: %s', (json, pointer) => {
  // Spread takes a field called __proto__ along; only assignments do not.
  expect(refusal(configMap(json))).toBe(
    `Validation failed with the following errors:\n  [shop/map] the field ${pointer} is not in the manifest: cdk8s drops fields of this name. Give it another name, or add the object around it as a whole with a JSON patch. (key-lost)`,
  );
  expect(({} as Record<string, unknown>).a).toBeUndefined();
});

test.each([
  ['{"data":{"constructor":"a"}}', '/data/constructor'],
  ['{"metadata":{"name":"map","labels":{"constructor":"a"}}}', '/metadata/labels/constructor'],
])('what cdk8s cannot write is told by its place: %s', (json, pointer) => {
  expect(refusal(configMap(json))).toBe(
    `Validation failed with the following errors:\n  [shop/map] the manifest cannot be rendered: cdk8s takes an object with the field ${pointer} for an instance of a class. Leave the field out, and set it with JsonPatch.add("${pointer}", …). (manifest-not-rendered)`,
  );
});

test('what the texts advise works', () => {
  const object = configMap('{"metadata":{"name":"map"},"data":{"a":"b"}}');
  object.addJsonPatch(JsonPatch.add('/data/constructor', 'c'), JsonPatch.add('/binaryData', JSON.parse('{"__proto__":"ZA=="}')));
  const text = (object.node.root as App).synthYaml();
  expect(text).toContain('  constructor: c\n');
  expect(text).toContain('  __proto__: ZA==\n');
  expect(Yaml.stringify(object.toJson())).toBe(text);
});

test('a JSON patch to such a name is told what to do instead', () => {
  const object = configMap('{"data":{}}');
  object.addJsonPatch(JsonPatch.add('/data/__proto__', 'a'));
  const text = refusal(object);
  expect(text).toContain('[shop/map] JSON patch add /data/__proto__ cannot be applied: ');
  expect(text).toContain('No patch can have this name in its path: give it another one, or add the object around it as a whole.');
});

test('names of other members of objects are names like others', () => {
  const object = configMap('{"data":{"toString":"a","valueOf":"b","hasOwnProperty":"c"}}');
  expect((object.node.root as App).synthYaml()).toContain('  hasOwnProperty: c\n  toString: a\n  valueOf: b\n');
});

const reserved =
  'another key is required. cdk8s writes no field of this name: give it another one, or add it with a JSON patch. (argument-type)';

test.each<[string, (scope: Chart, key: string) => unknown, (key: string) => string]>([
  [
    'labels',
    (scope, key) => new VirtualMachine(scope, 'web', { memory: Size.gibibytes(1), metadata: { labels: own(key) } }),
    (key) => `[shop/web] metadata.labels["${key}"] is "x": ${reserved}`,
  ],
  [
    'annotations of pods',
    (scope, key) => new VirtualMachine(scope, 'web', { memory: Size.gibibytes(1), podAnnotations: own(key) }),
    (key) => `[shop/web] podAnnotations["${key}"] is "x": ${reserved}`,
  ],
  [
    'modules of cloud-config',
    (_scope, key) => CloudInit.fromCloudConfig(own(key)),
    (key) => `[CloudInit.fromCloudConfig] config["${key}"] is (redacted): ${reserved}`,
  ],
])('%s cannot be called like what JavaScript means something else by', (_what, act, text) => {
  for (const key of ['__proto__', 'constructor']) {
    expect(thrownBy(() => act(chart(), key))).toBe(text(key));
  }
});

function own(key: string): Record<string, string> {
  return JSON.parse(`{"${key}":"x"}`);
}

test('a quantity in words that JavaScript means something else by is told like another', () => {
  const agent = () => new VirtualMachine(chart(), 'web', { memory: '5 constructor' as any });
  expect(thrownBy(agent)).toBe('[shop/web] memory is "5 constructor": a Size is required. Use Size.gibibytes(2). (argument-type)');
});
