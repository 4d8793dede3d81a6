import type { VirtualMachineView } from '../graph';
import { removal, setting, together } from './fix';
import type { Fix } from './rule';

/** A mend that has a VM started whenever it has ended. Somebody has to decide: it starts one that is switched off. */
export function startingAgain(vm: VirtualMachineView): Fix {
  const always = setting(vm.vmFieldPath('runStrategy'), 'Always');
  return vm.vmSpec?.running === undefined ? always : together(removal(vm.vmFieldPath('running')), always);
}
