import { objectsOf, type VirtualMachineView } from '../graph';

/** For how long the VM's pod stays on a node with the taint; undefined when its template does not say, Infinity when for ever. */
export function tolerationSeconds(vm: VirtualMachineView, taint: string): number | undefined {
  const matching = objectsOf(vm.spec.tolerations).filter((toleration) => tolerates(toleration, taint));
  if (matching.length === 0) {
    return undefined;
  }
  return Math.min(...matching.map(({ tolerationSeconds: seconds }) => (typeof seconds === 'number' ? seconds : Number.POSITIVE_INFINITY)));
}

function tolerates({ key, operator, effect, value }: Record<string, any>, taint: string): boolean {
  const anyKey = (key === undefined || key === '') && operator === 'Exists';
  const sameKey = key === taint && (operator === 'Exists' || value === undefined || value === '');
  return (anyKey || sameKey) && (effect === undefined || effect === '' || effect === 'NoExecute');
}
