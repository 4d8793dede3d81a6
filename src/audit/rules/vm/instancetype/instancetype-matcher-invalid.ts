import { KubevirtSource, machineStage } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { nearestValue } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const MATCHERS = ['instancetype', 'preference'];

/** The kinds that KubeVirt looks for, whatever their case, in the singular or the plural; none is that of the whole cluster. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  instancetype: ['VirtualMachineClusterInstancetype', 'VirtualMachineInstancetype'],
  preference: ['VirtualMachineClusterPreference', 'VirtualMachinePreference'],
};

export const instancetypeMatcherInvalid: Rule<VirtualMachineView> = {
  id: 'instancetype-matcher-invalid',
  title: 'An instance type or preference is named or inferred',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses a matcher with neither name nor inferFromVolume, one with both, kind beside inferFromVolume, and a kind of something else.',
  remediation: 'Keep name with kind, or inferFromVolume.',
  references: [KubevirtSource.VM_ADMITTER, KubevirtSource.INSTANCETYPE_APPLY],
  mentions: ['instancetype', 'preference'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const matchers = MATCHERS.filter((matcher) => isObject(vm.vmSpec?.[matcher]));
  if (matchers.length === 0) {
    return NOT_APPLICABLE;
  }
  return matchers.flatMap((matcher) => {
    const value = vm.vmSpec?.[matcher];
    const message = faultOf(value);
    const remedy = 'Keep name with kind, or inferFromVolume.';
    const found = { manifest: vm.manifest, stage: machineStage(vm) };
    if (message !== undefined) {
      return [{ ...found, path: vm.vmFieldPath(matcher), value, message, remedy }];
    }
    return isKind(value, KINDS[matcher]) ? [] : [{ ...found, ...unknownKind(vm.vmFieldPath(`${matcher}.kind`), value.kind, matcher) }];
  });
}

/** Whether KubeVirt knows the kind; it does not look at that of a revision. */
function isKind({ kind, revisionName }: Record<string, any>, kinds: readonly string[]): boolean {
  const known = kinds.flatMap((name) => [name.toLowerCase(), `${name.toLowerCase()}s`]);
  return typeof kind !== 'string' || kind === '' || Boolean(revisionName) || known.includes(kind.toLowerCase());
}

function unknownKind(path: string, kind: string, matcher: string) {
  const message = `this is no kind of ${matcher === 'preference' ? 'preferences' : 'instance types'}, and KubeVirt refuses it`;
  return { path, value: kind, message, remedy: `Use ${KINDS[matcher].join(' or ')}.`, fix: nearestValue(path, kind, KINDS[matcher]) };
}

function faultOf({ name, kind, inferFromVolume }: Record<string, any>): string | undefined {
  if (!name && !inferFromVolume) {
    return 'KubeVirt refuses it without name and inferFromVolume';
  }
  return inferFromVolume && (name || kind) ? `KubeVirt refuses ${name ? 'name' : 'kind'} beside inferFromVolume` : undefined;
}
