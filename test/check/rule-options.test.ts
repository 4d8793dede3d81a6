import { App, Chart, Duration, Size } from 'cdk8s';
import { HighlyAvailableVM, ManifestCheck } from 'cdk8s-kubevirt';
import { thrownBy } from '../support/thrown';

/** Its VM stays on a failed node for the given time. */
function appOf(failover: Duration): App {
  const app = new App();
  const vm = new HighlyAvailableVM(new Chart(app, 'shop'), 'web', { memory: Size.gibibytes(1), nodeFailureToleration: failover });
  return vm.node.root as App;
}

function delaysIn(app: App): number {
  return ManifestCheck.findings(app).filter(({ code }) => code === 'ha-failover-delayed').length;
}

test('a bound that is set replaces that of the rule', () => {
  const app = appOf(Duration.seconds(120));
  expect(delaysIn(app)).toBe(0);
  ManifestCheck.setRuleOption(app, 'ha-failover-delayed', 'mostSeconds', 60);
  expect(delaysIn(app)).toBe(2);
  ManifestCheck.setRuleOption(app, 'ha-failover-delayed', 'mostSeconds', 120);
  expect(delaysIn(app)).toBe(0);
});

test.each([
  [
    ['ha-failover-delaid', 'mostSeconds', 60],
    '[ManifestCheck.setRuleOption] rule is "ha-failover-delaid": there is no rule of this name. Did you mean ha-failover-delayed? (rule-unknown)',
  ],
  [
    ['ha-failover-delayed', 'constructor', 60],
    '[ManifestCheck.setRuleOption] option is "constructor": ha-failover-delayed has no option of this name. Use mostSeconds. (rule-option-unknown)',
  ],
  [
    ['field-unknown', 'mostSeconds', 60],
    '[ManifestCheck.setRuleOption] option is "mostSeconds": field-unknown has no option of this name. Nothing can be set of this rule. (rule-option-unknown)',
  ],
  [
    ['ha-failover-delayed', 'mostSeconds', -1],
    '[ManifestCheck.setRuleOption] value is -1: the value must be at least 0. Pass 0 or more. (out-of-range)',
  ],
  [
    ['ha-failover-delayed', 'mostSeconds', 0.5],
    '[ManifestCheck.setRuleOption] value is 0.5: only integers are allowed. Pass an integer. (integer-required)',
  ],
] as const)('refuses %j', ([rule, option, value], text) => {
  const app = appOf(Duration.seconds(120));
  expect(thrownBy(() => ManifestCheck.setRuleOption(app, rule, option, value))).toBe(text);
});
