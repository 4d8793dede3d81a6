import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { type Acknowledgement, ManifestCheck, Severity, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

const UNKNOWN =
  'spec.telepathy is a boolean: the API server has no such field and drops it, or rejects the object where fields are validated strictly (kubectl does). No known release has such a field here: remove it, or keep it for a newer one. (field-unknown)';
const NEGATIVE = JsonPatch.add('/spec/runStrategy', 'Sometimes');
const ANNOTATION = 'metadata.annotations["cdk8s-kubevirt/acknowledge"]';

beforeEach(() => {
  jest.useFakeTimers({ now: new Date('2027-01-15T12:00:00Z') });
});

afterEach(() => {
  jest.useRealTimers();
});

function machine(...patches: JsonPatch[]): { readonly app: App; readonly vm: VirtualMachine } {
  const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'cdk8s-kubevirt-')) });
  const vm = new VirtualMachine(new Chart(app, 'shop'), 'web', { memory: Size.gibibytes(1) });
  ApiObject.of(vm).addJsonPatch(...patches);
  return { app, vm };
}

/** A VM with an unknown field, of which some findings are accepted: what a synth prints. */
function printed(...acknowledgements: Acknowledgement[]): string[] {
  const { app, vm } = machine(JsonPatch.add('/spec/telepathy', true));
  for (const acknowledgement of acknowledgements) {
    ManifestCheck.acknowledge(vm, acknowledgement);
  }
  return printedBy(app);
}

function printedBy(app: App): string[] {
  const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    app.synth();
    return write.mock.calls.map(([text]) => String(text));
  } finally {
    write.mockRestore();
  }
}

test('a finding that is accepted is told as such, with reason and day', () => {
  expect(printed({ rule: 'field-unknown', reason: 'our fork has it' })).toEqual([
    `accepted: [shop/web] ${UNKNOWN} Accepted: our fork has it\n`,
  ]);
  expect(printed({ rule: 'field-unknown', reason: 'our fork has it', until: '2027-01-15' })).toEqual([
    `accepted: [shop/web] ${UNKNOWN} Accepted until 2027-01-15: our fork has it\n`,
  ]);
});

test('one whose day is over counts again, and is told', () => {
  expect(printed({ rule: 'field-unknown', reason: 'our fork has it', until: '2027-01-14' })).toEqual([
    `warning: [shop/web] ${UNKNOWN}\n`,
    `warning: [shop/web] ${ANNOTATION} is "field-unknown": it was accepted until 2027-01-14 only, and counts again (accepted was: our fork has it). Mend what it is about, or accept it until another day. (acknowledgement-expired)\n`,
  ]);
});

test('one that accepts nothing is told', () => {
  expect(printed({ rule: 'field-unknown', reason: 'our fork has it' }, { rule: 'disk-errors-ignored', reason: 'scratch' })).toEqual([
    `accepted: [shop/web] ${UNKNOWN} Accepted: our fork has it\n`,
    `warning: [shop/web] ${ANNOTATION} is "disk-errors-ignored": the rule finds nothing in this object any more (accepted was: scratch). Remove the line. (acknowledgement-unused)\n`,
  ]);
});

test('one without a reason, with a day that is none, or of a rule that is none, accepts nothing', () => {
  const lines = ['field-unknown', 'field-unknown until then: our fork', 'field-unknwon: our fork', 'what?'];
  const { app, vm } = machine(JsonPatch.add('/spec/telepathy', true));
  ApiObject.of(vm).metadata.addAnnotation('cdk8s-kubevirt/acknowledge', lines.join('\n'));
  const remedy =
    'Write a line such as "live-migrate-blocked until 2027-01-31: moves to shared storage by then". (acknowledgement-invalid)\n';
  expect(printedBy(app)).toEqual([
    `warning: [shop/web] ${UNKNOWN}\n`,
    `warning: [shop/web] ${ANNOTATION} is "field-unknown": a finding is accepted with a reason, and this line accepts nothing. ${remedy}`,
    `warning: [shop/web] ${ANNOTATION} is "field-unknown until then: our fork": "then" is no day, and this line accepts nothing. ${remedy}`,
    `warning: [shop/web] ${ANNOTATION} is "field-unknwon: our fork": there is no rule field-unknwon, and this line accepts nothing. Did you mean field-unknown? (acknowledgement-invalid)\n`,
    `warning: [shop/web] ${ANNOTATION} is "what?": a line has a rule and a reason, and this line accepts nothing. ${remedy}`,
  ]);
});

test('an error that is accepted does not fail the synth, and says so in the manifest', () => {
  const { app, vm } = machine(NEGATIVE);
  expect(thrownBy(() => app.synth())).toContain('(fails at apply: vm-field-value-unknown)');
  ManifestCheck.acknowledge(vm, { rule: 'vm-field-value-unknown', reason: 'our fork has it' });
  expect(printedBy(app)).toEqual([
    expect.stringMatching(/^accepted: \[shop\/web\] spec\.runStrategy is "Sometimes": .* Accepted: our fork has it\n$/),
  ]);
  expect(vm.node.defaultChild && ApiObject.of(vm).toJson().metadata.annotations).toEqual({
    'cdk8s-kubevirt/acknowledge': 'vm-field-value-unknown: our fork has it',
  });
  const [{ acknowledgement }] = ManifestCheck.findings(app);
  expect(acknowledgement).toEqual({ rule: 'vm-field-value-unknown', reason: 'our fork has it' });
});

test('a rule has another severity for an app', () => {
  const { app } = machine(JsonPatch.add('/spec/telepathy', true));
  ManifestCheck.setSeverity(app, 'field-unknown', Severity.ERROR);
  expect(thrownBy(() => app.synth())).toBe(`Validation failed with the following errors:\n  [shop/web] ${UNKNOWN}`);
  ManifestCheck.setSeverity(app, 'field-unknown', Severity.INFO);
  expect(printedBy(app)).toEqual([]);
});

test.each([
  [
    { rule: 'field-unknwon', reason: 'x' },
    '[shop/web] rule is "field-unknwon": there is no rule of this name. Did you mean field-unknown? (rule-unknown)',
  ],
  [
    { rule: 'nonsense', reason: 'x' },
    '[shop/web] rule is "nonsense": there is no rule of this name. docs/rules.md lists the rules. (rule-unknown)',
  ],
  [
    { rule: 'field-unknown', reason: ' ' },
    '[shop/web] reason is " ": a finding is accepted with a reason, in one line. Say in one line why the finding is right here. (reason-missing)',
  ],
  [
    { rule: 'field-unknown', reason: 'x', until: '2027-02-30' },
    '[shop/web] until is "2027-02-30": this is no day. Write it like "2027-01-31". (day-invalid)',
  ],
])('refuses %j', (acknowledgement, text) => {
  const { vm } = machine();
  expect(thrownBy(() => ManifestCheck.acknowledge(vm, acknowledgement))).toBe(text);
});

test('refuses the severity of a rule that is none', () => {
  const { app } = machine();
  expect(thrownBy(() => ManifestCheck.setSeverity(app, 'nonsense', Severity.INFO))).toBe(
    '[ManifestCheck.setSeverity] rule is "nonsense": there is no rule of this name. docs/rules.md lists the rules. (rule-unknown)',
  );
});
