import { ownValue } from '../facts';
import { isObject, type Labels, objectLabels, objectsOf, type PodSelector, type VirtualMachineView } from '../graph';

/** A VM that has labels which a selector asks for, in a place from which they do not reach its pod. */
export interface MisplacedLabels {
  /** Manifest path of the labels of the template. */
  readonly path: string;
  /** The labels of the template as they stand. */
  readonly value: unknown;
  /** The labels in question, e.g. `app: web`. */
  readonly labels: string;
  readonly entries: Labels;
  /** The object that they stand on, in words. */
  readonly owner: string;
}

/** The labels that a selector asks for and that a VM has on its object, but not on its template. */
export function misplacedLabels(selector: PodSelector['selector'], vm: VirtualMachineView): MisplacedLabels {
  const labels = objectLabels(vm);
  const keys = askedKeys(selector).filter((key) => Object.hasOwn(labels, key) && labels[key] !== ownValue(vm.podLabels, key));
  return {
    path: vm.templateMetadataPath('labels'),
    value: vm.templateMetadata.labels,
    labels: keys.map((key) => `${key}: ${labels[key]}`).join(', '),
    entries: Object.fromEntries(keys.map((key) => [key, labels[key]])),
    owner: vm.manifest.kind === 'VirtualMachinePool' ? 'the VirtualMachinePool and of its VMs' : `the ${vm.manifest.kind}`,
  };
}

/** Whether the template of a VM says something else than the object about a label that a selector asks for. */
export function contradictsTemplate(selector: PodSelector['selector'], vm: VirtualMachineView): boolean {
  const labels: Labels = objectLabels(vm);
  return askedKeys(selector).some(
    (key) => Object.hasOwn(labels, key) && Object.hasOwn(vm.podLabels, key) && labels[key] !== vm.podLabels[key],
  );
}

/** The names of the labels that a selector asks for. */
export function askedKeys({ matchLabels, matchExpressions }: Readonly<Record<string, any>>): string[] {
  const expressions = objectsOf(matchExpressions).map(({ key }) => key);
  return [...(isObject(matchLabels) ? Object.keys(matchLabels) : []), ...expressions].filter((key) => typeof key === 'string');
}
