import { KubevirtSource } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { removal } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const diskErrorsIgnored: Rule<VirtualMachineView> = {
  id: 'disk-errors-ignored',
  title: 'Errors of the storage are not swallowed',
  severity: Severity.WARNING,
  category: 'recovery',
  rationale: 'With errorPolicy ignore the guest believes that data is written which is lost: no failover brings it back.',
  remediation: 'Remove errorPolicy, or set it to report when the guest has another disk to go to.',
  references: [KubevirtSource.CONVERTER, KubevirtSource.DISKS_AND_VOLUMES],
  mentions: ['errorPolicy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const decided = vm.disks.flatMap(({ errorPolicy }, index) => (errorPolicy === undefined ? [] : [{ errorPolicy, index }]));
  if (decided.length === 0) {
    return NOT_APPLICABLE;
  }
  return decided
    .filter(({ errorPolicy }) => errorPolicy === 'ignore')
    .map(({ errorPolicy, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`domain.devices.disks[${index}].errorPolicy`),
      value: errorPolicy,
      message: 'the guest then believes that data is written which is lost',
      remedy: 'Remove it, or use report when the guest has another disk to go to.',
      fix: removal(vm.path(`domain.devices.disks[${index}].errorPolicy`)),
    }));
}
