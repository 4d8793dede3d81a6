import { objectsOf, type VirtualMachineView } from '../graph';

/** What keeps pods away from a node, or removes them, as far as it decides whether a pod tolerates it. */
export interface Taint {
  readonly key?: unknown;
  readonly value?: unknown;
  readonly effect?: unknown;
}

/** For how long the VM's pod stays on a node with the taint; undefined when its template does not say, Infinity when for ever. */
export function tolerationSeconds(vm: VirtualMachineView, taint: string): number | undefined {
  const matching = objectsOf(vm.spec.tolerations).filter((toleration) => tolerates(toleration, { key: taint, effect: 'NoExecute' }));
  return matching.length === 0 ? undefined : Math.min(...matching.map(secondsOfToleration));
}

/** Without seconds it is for ever, and none or less is at once. */
export function secondsOfToleration({ tolerationSeconds: seconds }: Readonly<Record<string, any>>): number {
  return typeof seconds === 'number' ? Math.max(0, seconds) : Infinity;
}

/**
 * Whether a toleration is about a taint.
 *
 * @see https://github.com/kubernetes/component-helpers/blob/v0.34.0/scheduling/corev1/helpers.go
 */
export function tolerates({ key, operator, value, effect }: Readonly<Record<string, any>>, taint: Taint): boolean {
  const isEffect = !effect || effect === taint.effect;
  const isKey = key === undefined || key === '' ? operator === 'Exists' : key === taint.key;
  return isEffect && isKey && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''));
}

const KEEPS_AWAY: readonly unknown[] = ['NoSchedule', 'NoExecute'];

/** Whether a pod may come to a node with these taints. */
export function toleratesAll(tolerations: readonly Readonly<Record<string, any>>[], taints: readonly Taint[]): boolean {
  return taints.every((taint) => !KEEPS_AWAY.includes(taint.effect) || tolerations.some((toleration) => tolerates(toleration, taint)));
}
