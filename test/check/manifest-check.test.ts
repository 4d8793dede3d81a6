import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Lazy, Size, Testing, Yaml } from 'cdk8s';
import { ClusterProfile, ManifestCheck, NetworkInterface, Probe, ProbedService, Severity, VirtualMachine } from 'cdk8s-kubevirt';
import * as audit from '../../src/audit';
import { thrownBy } from '../support/thrown';

const NEWER =
  'spec.template.spec.domain.rebootPolicy is "Terminate": KubeVirt 1.8 has this field, KubeVirt 1.5, which is assumed because nobody has said what the cluster is, would drop it without a word. Remove it, or say what the cluster is, with a ClusterProfile or --cluster: KubeVirt 1.8, OpenShift 4.22, or later. (fails at run: field-newer-than-cluster)';
const ADD_REBOOT_POLICY = JsonPatch.add('/spec/template/spec/domain/rebootPolicy', 'Terminate');

function machine(chart: Chart, id: string): VirtualMachine {
  return new VirtualMachine(chart, id, { memory: Size.gibibytes(1) });
}

function service(chart: Chart): ProbedService {
  const readiness = Probe.fromTcpSocket({ port: 80 });
  const vm = new VirtualMachine(chart, 'vm', { memory: Size.gibibytes(1), interfaces: [NetworkInterface.masquerade()], readiness });
  return new ProbedService(chart, 'front', { vms: [vm], ports: [{ name: 'http', port: 80 }] });
}

test('lists every error once, with the path of the construct, and writes nothing', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  const app = new App({ outdir });
  for (const name of ['one', 'two']) {
    ApiObject.of(machine(new Chart(app, name), 'vm')).addJsonPatch(ADD_REBOOT_POLICY);
  }
  expect(thrownBy(() => app.synth())).toBe(`Validation failed with the following errors:\n  [one/vm] ${NEWER}\n  [two/vm] ${NEWER}`);
  expect(readdirSync(outdir)).toEqual([]);
});

test('judges what comes out after JSON patches', () => {
  const chart = Testing.chart();
  const vm = machine(chart, 'vm');
  ApiObject.of(vm).addJsonPatch(ADD_REBOOT_POLICY, JsonPatch.remove('/spec/template/spec/domain/rebootPolicy'));
  expect(() => Testing.synth(chart)).not.toThrow();
});

test('takes a field that a JSON patch makes null as left out, as the API server does, and writes it', () => {
  const chart = Testing.chart();
  const vm = machine(chart, 'vm');
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/template/spec/hostname', null), JsonPatch.add('/spec/running', null));
  const [manifest] = Testing.synth(chart);
  expect(manifest.spec).toMatchObject({ running: null, template: { spec: { hostname: null } } });
});

test.each([
  [JsonPatch.add('/spec/trafficDistribution', 'PreferClose'), 'add /spec/trafficDistribution', '/spec/trafficDistribution'],
  [JsonPatch.replace('/spec/ports/0/targetPort', 8081), 'replace /spec/ports/0/targetPort', '/spec/ports/0/targetPort'],
  [JsonPatch.add('/spec/ports/-', { name: 'tls', port: 443, 'a/b~c': 1 }), 'add /spec/ports/-', '/spec/ports/-/a~1b~0c'],
])('refuses a JSON patch that the class of its object drops: %#', (patch, shown, dropped) => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  const app = new App({ outdir });
  ApiObject.of(service(new Chart(app, 'shop'))).addJsonPatch(JsonPatch.add('/metadata/labels', { tier: 'web' }), patch);
  expect(thrownBy(() => app.synth())).toBe(
    `Validation failed with the following errors:\n  [shop/front] JSON patch ${shown} is lost: KubeService writes only the fields that it knows, in its own form, and drops ${dropped}. Set it through an option, or write the object as an ApiObject, which keeps every field. (patch-lost)`,
  );
  expect(readdirSync(outdir)).toEqual([]);
});

test.each([
  [[JsonPatch.add('/spec/trafficDistribution', 'PreferClose'), JsonPatch.remove('/spec/trafficDistribution')]],
  [[JsonPatch.add('/spec/trafficDistribution', null)]],
  [[JsonPatch.add('/spec/ports/-', { name: 'tls', port: 443 }), JsonPatch.test('/spec/type', 'ClusterIP')]],
  [[JsonPatch.replace('/spec/ports/0/targetPort', { value: 8081 }), JsonPatch.copy('/spec/ports/0', '/spec/ports/1')]],
])('takes JSON patches whose outcome is in the manifest: %#', (patches) => {
  const chart = Testing.chart();
  ApiObject.of(service(chart)).addJsonPatch(...patches);
  expect(ManifestCheck.findings(chart).filter(({ code }) => code === 'patch-lost')).toEqual([]);
});

test('refuses a null in a list, which cdk8s writes', () => {
  const chart = Testing.chart();
  ManifestCheck.attachTo(chart);
  const domain = { devices: { disks: [null] }, memory: { guest: '2Gi' } };
  const spec = { runStrategy: 'Always', template: { spec: { domain } } };
  const vm = new ApiObject(chart, 'vm', { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec });
  expect(Yaml.stringify(vm.toJson())).toContain('- null');
  expect(thrownBy(() => Testing.synth(chart))).toContain(
    'spec.template.spec.domain.devices.disks[0] is not set: the API server takes an object here and rejects the object. Write an object. (fails at apply: field-type-wrong)',
  );
});

test('judges anew when something has changed between two synths', () => {
  const chart = Testing.chart();
  const vm = machine(chart, 'vm');
  expect(() => Testing.synth(chart)).not.toThrow();
  ApiObject.of(vm).addJsonPatch(ADD_REBOOT_POLICY);
  expect(thrownBy(() => Testing.synth(chart))).toContain(NEWER);
  ClusterProfile.kubevirt('1.8').applyTo(chart);
  expect(() => Testing.synth(chart)).not.toThrow();
});

test('judges raw objects when it is attached by hand', () => {
  const chart = new Chart(Testing.app(), 'legacy');
  new ApiObject(chart, 'raw', { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', spec: { runStrategy: 'Always' } });
  expect(() => Testing.synth(chart)).not.toThrow();
  ManifestCheck.attachTo(chart);
  expect(thrownBy(() => Testing.synth(chart))).toContain(
    '[legacy/raw] spec.template is not set: the API server rejects the object without this field. Set it. (fails at apply: field-required)',
  );
});

test('tells findings with code, severity and both paths', () => {
  const app = Testing.app();
  const vm = machine(new Chart(app, 'shop'), 'web');
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/telepathy', true));
  const unknown = ManifestCheck.findings(app).filter(({ code }) => code === 'field-unknown');
  expect(unknown).toEqual([
    {
      code: 'field-unknown',
      severity: Severity.WARNING,
      category: 'schema',
      references: expect.arrayContaining([expect.stringMatching(/^https:/)]),
      object: { apiVersion: 'kubevirt.io/v1', kind: 'VirtualMachine', name: 'shop-web-c81100ac' },
      constructPath: 'shop/web',
      path: ['spec', 'telepathy'],
      manifestPath: 'spec.telepathy',
      value: true,
      shownValue: 'a boolean',
      message: 'the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does)',
      remedy: 'No known release has such a field here: remove it, or keep it for a newer one.',
      text: 'spec.telepathy is a boolean: the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does). No known release has such a field here: remove it, or keep it for a newer one. (field-unknown)',
    },
  ]);
});

/** What is written to the standard error output. */
function printed(act: () => void): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    act();
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

function appWithWarnings(): App {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  const vm = machine(new Chart(app, 'shop'), 'web');
  new Chart(app, 'another');
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/telepathy', true));
  return app;
}

test('prints warnings once per synth', () => {
  const lines = printed(() => appWithWarnings().synth()).filter((text) => text.includes('(field-unknown)'));
  expect(lines).toEqual([expect.stringMatching(/^warning: \[shop\/web\] spec\.telepathy is a boolean: .*\(field-unknown\)\n$/)]);
});

test.each<[string, (app: App) => unknown]>([
  ['synthYaml', (app) => app.synthYaml()],
  ['the rendering of one chart', (app) => app.charts[0].toJson()],
  ['the rendering of one chart after another', (app) => app.charts.map((chart) => Testing.synth(chart))],
])('prints the same warnings in %s', (_name, synthesize) => {
  const lines = printed(() => appWithWarnings().synth());
  expect(lines).not.toEqual([]);
  expect(printed(() => synthesize(appWithWarnings()))).toEqual(lines);
});

test('prints no warnings beside errors, whichever way the app is synthesized', () => {
  for (const synthesize of [(app: App) => app.synth(), (app: App) => app.synthYaml(), (app: App) => app.charts[0].toJson()]) {
    const app = appWithWarnings();
    ApiObject.of(machine(new Chart(app, 'broken'), 'vm')).addJsonPatch(ADD_REBOOT_POLICY);
    expect(printed(() => thrownBy(() => synthesize(app)))).toEqual([]);
  }
});

test('runs the rules once in a synth of many charts', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  for (let index = 0; index < 5; index++) {
    machine(new Chart(app, `chart-${index}`), 'vm');
  }
  const rule = audit.RULES.find(({ id }) => id === 'run-strategy-not-exactly-one');
  const evaluate = jest.spyOn(rule as { evaluate: audit.Rule['evaluate'] }, 'evaluate');
  try {
    app.synth();
    expect(evaluate).toHaveBeenCalledTimes(5);
  } finally {
    evaluate.mockRestore();
  }
});

test('says that the release is assumed where a version is not served', () => {
  const chart = Testing.chart();
  ManifestCheck.attachTo(chart);
  new ApiObject(chart, 'pool', { apiVersion: 'pool.kubevirt.io/v1beta1', kind: 'VirtualMachinePool', spec: {} });
  expect(thrownBy(() => Testing.synth(chart))).toContain(
    '[test/pool] apiVersion is "pool.kubevirt.io/v1beta1": KubeVirt 1.5, which is assumed because nobody has said what the cluster is, does not serve this version of VirtualMachinePool. Use pool.kubevirt.io/v1alpha1. (fails at apply: api-version-not-served)',
  );
});

test('lists a JSON patch that cannot be applied among the other errors, and writes nothing', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-'));
  const app = new App({ outdir });
  const chart = new Chart(app, 'shop');
  ApiObject.of(machine(chart, 'one')).addJsonPatch(JsonPatch.add('/spec/template/spec/domain/clock/utc/offsetSeconds', 1));
  ApiObject.of(machine(chart, 'two')).addJsonPatch(
    JsonPatch.remove('/spec/runStrategy'),
    JsonPatch.replace('/spec/nothing/here', 1),
    JsonPatch.add('/spec/running', true),
  );
  ApiObject.of(machine(chart, 'three')).addJsonPatch(ADD_REBOOT_POLICY);
  expect(thrownBy(() => app.synth())).toBe(
    [
      'Validation failed with the following errors:',
      "[shop/one] JSON patch add /spec/template/spec/domain/clock/utc/offsetSeconds cannot be applied: TypeError: Cannot read properties of undefined (reading 'utc'). Correct its path, or add first what the path goes through. (manifest-not-rendered)",
      "[shop/two] JSON patch replace /spec/nothing/here cannot be applied: TypeError: Cannot read properties of undefined (reading 'here'). The patches of the object are remove /spec/runStrategy, replace /spec/nothing/here, add /spec/running. Correct its path, or add first what the path goes through. (manifest-not-rendered)",
      `[shop/three] ${NEWER}`,
    ].join('\n  '),
  );
  expect(readdirSync(outdir)).toEqual([]);
});

test('lists what cannot be rendered for another reason, and renders it once that is mended', () => {
  const app = Testing.app();
  let name: string | undefined;
  const value = () => {
    if (name === undefined) {
      throw new Error('the name is not known yet.');
    }
    return name;
  };
  const spec = { name: Lazy.any({ produce: value }) };
  const late = new ApiObject(new Chart(app, 'shop'), 'late', { apiVersion: 'example.com/v1', kind: 'Late', spec });
  late.addJsonPatch(JsonPatch.add('/spec/other', 1));
  expect(ManifestCheck.findings(app)).toEqual([
    {
      code: 'manifest-not-rendered',
      severity: Severity.ERROR,
      category: 'check',
      references: [expect.stringMatching(/docs\/checks\.md$/)],
      object: { apiVersion: 'example.com/v1', kind: 'Late', name: 'shop-late-c8490de0' },
      constructPath: 'shop/late',
      path: [],
      manifestPath: '',
      shownValue: 'not set',
      message: 'the manifest cannot be rendered: Error: the name is not known yet.',
      remedy: 'Correct the value that this is about.',
      text: 'the manifest cannot be rendered: Error: the name is not known yet. Correct the value that this is about. (manifest-not-rendered)',
    },
  ]);
  name = 'known';
  expect(app.synthYaml()).toContain('name: known');
});

test.each(['synth', 'synthYaml'] as const)('%s refuses without stack frames', (method) => {
  const app = Testing.app();
  ApiObject.of(machine(new Chart(app, 'shop'), 'web')).addJsonPatch(ADD_REBOOT_POLICY);
  const refusal = `Error: Validation failed with the following errors:\n  [shop/web] ${NEWER}`;
  expect(errorOf(() => app[method]()).stack).toBe(refusal);
});

test('leaves the stack of other errors alone', () => {
  const app = Testing.app();
  const chart = new Chart(app, 'shop');
  machine(chart, 'web');
  jest.spyOn(chart, 'toJson').mockImplementation(() => {
    throw new Error('the disk is full');
  });
  expect(errorOf(() => app.synth()).stack).toMatch(/^Error: the disk is full\n {4}at /);
});

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}

test('what is no object in a list is told of the list', () => {
  const app = new App();
  new ApiObject(new Chart(app, 'shop'), 'list', { apiVersion: 'v1', kind: 'List', items: ['x', { apiVersion: 'v1', kind: 'Namespace' }] });
  ManifestCheck.attachTo(app);
  expect(() => app.synthYaml()).toThrow(
    '[shop/list] the document is a text: this is no Kubernetes object, and kubectl refuses it. Write an object with apiVersion and kind. ' +
      '(fails at apply: document-not-an-object)',
  );
});
