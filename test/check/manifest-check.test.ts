import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Size, Testing } from 'cdk8s';
import { ClusterProfile, ManifestCheck, Severity, VirtualMachine } from 'cdk8s-kubevirt';
import * as audit from '../../src/audit';
import { thrownBy } from '../support/thrown';

const NEWER =
  'spec.template.spec.domain.rebootPolicy is "Terminate": KubeVirt 1.8 has this field, KubeVirt 1.5 of the cluster would drop it without a word. Remove it, or update the cluster and say so in its ClusterProfile: 1.8 or later. (field-newer-than-cluster)';
const ADD_REBOOT_POLICY = JsonPatch.add('/spec/template/spec/domain/rebootPolicy', 'Terminate');

function machine(chart: Chart, id: string): VirtualMachine {
  return new VirtualMachine(chart, id, { memory: Size.gibibytes(1) });
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
    '[legacy/raw] spec.template is not set: the API server rejects the object without this field. Set it. (field-required)',
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
      constructPath: 'shop/web',
      manifestPath: 'spec.telepathy',
      message:
        'spec.telepathy is true: the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does). No known release has such a field here: remove it, or keep it for a newer one. (field-unknown)',
    },
  ]);
});

test('prints warnings once per synth', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  const vm = machine(new Chart(app, 'shop'), 'web');
  new Chart(app, 'another');
  ApiObject.of(vm).addJsonPatch(JsonPatch.add('/spec/telepathy', true));
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    app.synth();
    const lines = write.mock.calls.map(([text]) => String(text)).filter((text) => text.includes('(field-unknown)'));
    expect(lines).toEqual([expect.stringMatching(/^warning: \[shop\/web\] spec\.telepathy is true: .*\(field-unknown\)\n$/)]);
  } finally {
    write.mockRestore();
  }
});

test('runs the rules once in a synth of many charts', () => {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  for (let index = 0; index < 5; index++) {
    machine(new Chart(app, `chart-${index}`), 'vm');
  }
  const [rule] = audit.RULES;
  const evaluate = jest.spyOn(rule as { evaluate: audit.Rule['evaluate'] }, 'evaluate');
  try {
    app.synth();
    expect(evaluate).toHaveBeenCalledTimes(5);
  } finally {
    evaluate.mockRestore();
  }
});
