import { ApiObject, App, Chart, JsonPatch, Size } from 'cdk8s';
import { ManifestCheck, RuleCategory, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

function machine(...patches: JsonPatch[]): { readonly app: App; readonly vm: VirtualMachine } {
  const app = new App();
  const vm = new VirtualMachine(new Chart(app, 'shop'), 'web', { memory: Size.gibibytes(1) });
  ApiObject.of(vm).addJsonPatch(...patches);
  return { app, vm };
}

function codesIn(app: App): string[] {
  return ManifestCheck.findings(app).map(({ code }) => code);
}

test('a rule is turned off for an app', () => {
  const { app } = machine(JsonPatch.add('/spec/telepathy', true), JsonPatch.add('/spec/runStrategy', 'Sometimes'));
  expect(codesIn(app)).toEqual(['field-unknown', 'vm-field-value-unknown']);
  ManifestCheck.turnOffRule(app, 'vm-field-value-unknown');
  expect(codesIn(app)).toEqual(['field-unknown']);
});

test('a category is turned off for an app', () => {
  const { app } = machine(JsonPatch.add('/spec/telepathy', true), JsonPatch.add('/spec/runStrategy', 'Sometimes'));
  ManifestCheck.turnOffCategory(app, RuleCategory.ADMISSION);
  expect(codesIn(app)).toEqual(['field-unknown']);
  ManifestCheck.turnOffCategory(app, RuleCategory.SCHEMA);
  expect(codesIn(app)).toEqual([]);
});

test('what is accepted of a rule that is off is not told as unused', () => {
  const { app, vm } = machine(JsonPatch.add('/spec/telepathy', true));
  ManifestCheck.acknowledge(vm, { rule: 'field-unknown', reason: 'our fork has it', until: '2020-01-31' });
  ManifestCheck.acknowledge(vm, { rule: 'disk-errors-ignored', reason: 'scratch' });
  expect(codesIn(app)).toEqual(['field-unknown', 'acknowledgement-expired', 'acknowledgement-unused']);
  ManifestCheck.turnOffCategory(app, RuleCategory.SCHEMA);
  expect(codesIn(app)).toEqual(['acknowledgement-unused']);
  ManifestCheck.turnOffRule(app, 'disk-errors-ignored');
  expect(codesIn(app)).toEqual([]);
});

test('the check itself is not turned off', () => {
  const { app } = machine();
  const because = 'this is about the check itself, which would find nothing and not say that it could not';
  const remedy = 'Accept the finding with ManifestCheck.acknowledge, or mend what it is about. (check-not-optional)';
  expect(thrownBy(() => ManifestCheck.turnOffCategory(app, RuleCategory.CHECK))).toBe(
    `[ManifestCheck.turnOffCategory] category is "check": ${because}. ${remedy}`,
  );
  expect(thrownBy(() => ManifestCheck.turnOffRule(app, 'rule-failed'))).toBe(
    `[ManifestCheck.turnOffRule] rule is "rule-failed": ${because}. ${remedy}`,
  );
});

test('refuses to turn off what is no rule, or no category', () => {
  const { app } = machine();
  expect(thrownBy(() => ManifestCheck.turnOffRule(app, 'field-unknwon'))).toBe(
    '[ManifestCheck.turnOffRule] rule is "field-unknwon": there is no rule of this name. Did you mean field-unknown? (rule-unknown)',
  );
  expect(thrownBy(() => ManifestCheck.turnOffCategory(app, 'securty' as RuleCategory))).toBe(
    '[ManifestCheck.turnOffCategory] category is "securty": a member of RuleCategory is required. Use RuleCategory.SCHEMA, RuleCategory.ADMISSION, RuleCategory.WIRING, RuleCategory.AVAILABILITY, RuleCategory.RECOVERY, RuleCategory.NODE, RuleCategory.SECURITY, RuleCategory.GITOPS or RuleCategory.CHECK. (argument-type)',
  );
});
