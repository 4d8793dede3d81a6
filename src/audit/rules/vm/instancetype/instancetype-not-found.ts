import { KubevirtSource, matcherKind } from '../../../../admission';
import { INSTANCETYPE_GROUP } from '../../../../facts';
import { isObject, type Manifest, type ManifestGraph, type VirtualMachineView } from '../../../../graph';
import { setting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** The fields of a VM that name something of the group, with what the names of its kinds end with. */
const MATCHERS = [
  { field: 'instancetype', suffix: 'Instancetype' },
  { field: 'preference', suffix: 'Preference' },
] as const;

type MatcherField = (typeof MATCHERS)[number];

/** That nothing has this name says nothing: what is in the cluster already need not be among the manifests. */
export const instancetypeNotFound: Rule<VirtualMachineView> = {
  id: 'instancetype-not-found',
  title: 'An instance type or preference is of the kind, and in the namespace, in which a VM looks for it',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'Without a kind a VM means an instance type or preference of the whole cluster, and one of a namespace is looked for in that of the VM only. A VM that does not find it is stored and never started.',
  remediation: 'Name the kind VirtualMachineInstancetype or VirtualMachinePreference, and put the object into the namespace of the VM.',
  references: [KubevirtSource.INSTANCETYPES, KubevirtSource.INSTANCETYPE_APPLY],
  mentions: MATCHERS.map(({ field }) => field),
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const used = MATCHERS.filter(({ field }) => isNamed(vm.vmSpec?.[field]));
  return used.length === 0 ? NOT_APPLICABLE : used.flatMap((matcher) => violationOf(vm, matcher, graph) ?? []);
}

/** With a revision KubeVirt does not look for the object. */
function isNamed(matcher: unknown): boolean {
  return isObject(matcher) && typeof matcher.name === 'string' && !matcher.revisionName;
}

function violationOf(vm: VirtualMachineView, { field, suffix }: MatcherField, graph: ManifestGraph): Violation | undefined {
  const { name, kind } = vm.vmSpec?.[field] ?? {};
  const [namespaced, cluster] = [`VirtualMachine${suffix}`, `VirtualMachineCluster${suffix}`];
  const wanted = matcherKind(kind, suffix);
  const found = [namespaced, cluster].flatMap((candidate) => graph.ofKind(INSTANCETYPE_GROUP, candidate).filter(isCalled(name)));
  const there = found.filter((object) => object.kind === cluster || object.metadata?.namespace === vm.namespace);
  const isElsewhere = there.length === 0 && found.length > 0 && wanted === namespaced;
  if (![namespaced, cluster].includes(wanted) || there.some((object) => object.kind === wanted) || (there.length === 0 && !isElsewhere)) {
    return undefined;
  }
  const { manifest } = vm;
  const consequence = 'the VM is stored and never started';
  if (there.length > 0) {
    const path = vm.vmFieldPath(`${field}.kind`);
    const message = `KubeVirt looks for a ${wanted} "${name}", and among the manifests it is a ${there[0].kind}: ${consequence}`;
    return { manifest, path, value: kind, message, remedy: `Set kind: ${there[0].kind}.`, fix: setting(path, there[0].kind) };
  }
  const message = `KubeVirt looks for it in the namespace of the VM, and among the manifests it is in ${found[0].metadata?.namespace} only: ${consequence}`;
  const remedy = `Put it into the namespace of the VM, or make it a ${cluster}.`;
  return { manifest, path: vm.vmFieldPath(`${field}.name`), value: name, message, remedy };
}

function isCalled(name: unknown): (object: Manifest) => boolean {
  return ({ metadata }) => metadata?.name === name;
}
