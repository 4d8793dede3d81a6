import { ClusterProfile } from 'cdk8s-kubevirt';
import { evaluateRules } from '../../src/audit';
import { VM_RULES } from '../../src/audit/rules/vm';
import { ManifestGraph } from '../../src/graph';
import { highlyAvailableMachine } from './highly-available-machine';

const CLUSTER = ClusterProfile.openshift('4.22', { workers: 3 });

/** Every object and list inside a value, with the keys of what it holds. */
function places(value: unknown): { readonly holder: any; readonly key: string }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => [{ holder: value, key }, ...places(inner)]);
}

test.each([null, 5, true, 'x', '', [], [null], ['x'], [[]], {}, { x: 1 }])('no rule fails on %j in the place of any field', (odd) => {
  const count = places(highlyAvailableMachine().spec).length;
  for (let position = 0; position < count; position++) {
    const vm = highlyAvailableMachine();
    const { holder, key } = places(vm.spec)[position];
    holder[key] = odd;
    const findings = evaluateRules(VM_RULES, { graph: new ManifestGraph([vm]), cluster: CLUSTER });
    expect(findings.filter(({ rule }) => rule.id === 'rule-failed')).toEqual([]);
  }
});
