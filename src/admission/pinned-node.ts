import { HOST_NAME_LABEL } from '../facts';
import { isObject, type ManifestGraph, objectsOf, type VirtualMachineView } from '../graph';
import { instancetypeOf } from './instancetype';

const HOST_FIELD = 'metadata.name';
const NODE_SELECTOR_TERMS = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';

/** The only node that a VM may run on, and the field that says so. */
export interface PinnedNode {
  readonly name: string;
  readonly path: string;
  readonly value: unknown;
}

/** The only node that a VM may run on; undefined when it may run on others, as far as the manifests tell. */
export function pinnedNode(vm: VirtualMachineView, graph: ManifestGraph): PinnedNode | undefined {
  return pinnedBySelector(vm) ?? pinnedByAffinity(vm) ?? pinnedByInstancetype(vm, graph);
}

function pinnedBySelector(vm: VirtualMachineView): PinnedNode | undefined {
  const { nodeSelector } = vm.spec;
  const name = isObject(nodeSelector) ? nodeSelector[HOST_NAME_LABEL] : undefined;
  return typeof name === 'string' ? { name, path: vm.path(`nodeSelector["${HOST_NAME_LABEL}"]`), value: name } : undefined;
}

function pinnedByInstancetype(vm: VirtualMachineView, graph: ManifestGraph): PinnedNode | undefined {
  const selector = instancetypeOf(vm, graph)?.nodeSelector;
  const name = isObject(selector) ? selector[HOST_NAME_LABEL] : undefined;
  return typeof name === 'string' ? { name, path: vm.vmFieldPath('instancetype.name'), value: vm.vmSpec?.instancetype.name } : undefined;
}

/** A node has to match one of the terms: the VM is bound when each of them leaves the same node. */
function pinnedByAffinity(vm: VirtualMachineView): PinnedNode | undefined {
  const required = vm.spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution;
  const name = onlyNodeOf(objectsOf(isObject(required) ? required.nodeSelectorTerms : undefined));
  return name === undefined ? undefined : { name, path: vm.path(NODE_SELECTOR_TERMS), value: required.nodeSelectorTerms };
}

/** The only node that matches one of some terms; undefined when several may. */
export function onlyNodeOf(terms: readonly Record<string, any>[]): string | undefined {
  const names = new Set(terms.filter(selectsSomething).map(nodeOfTerm));
  const [name] = names;
  return names.size === 1 ? name : undefined;
}

/** An empty term matches no node. */
function selectsSomething(term: Record<string, any>): boolean {
  return objectsOf(term.matchExpressions).length > 0 || objectsOf(term.matchFields).length > 0;
}

/** The only node that matches a term; undefined when several may. */
function nodeOfTerm(term: Record<string, any>): string | undefined {
  return onlyValue(term.matchExpressions, HOST_NAME_LABEL) ?? onlyValue(term.matchFields, HOST_FIELD);
}

/** What the requirements on a key leave of its values, if that is one. */
function onlyValue(requirements: unknown, key: string): string | undefined {
  const ofKey = objectsOf(requirements).filter((requirement) => requirement.key === key && Array.isArray(requirement.values));
  const [first, ...others] = ofKey.filter(({ operator }) => operator === 'In').map(({ values }) => values as unknown[]);
  const excluded = ofKey.filter(({ operator }) => operator === 'NotIn').flatMap(({ values }) => values as unknown[]);
  const left = new Set((first ?? []).filter((name) => others.every((values) => values.includes(name)) && !excluded.includes(name)));
  const [name] = left;
  return left.size === 1 && typeof name === 'string' ? name : undefined;
}
