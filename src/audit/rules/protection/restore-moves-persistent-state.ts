import { ProtectionSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { type Manifest, nameIn, restores, snapshotOf, type VirtualMachineView, virtualMachineBeside } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../rule';
import { Severity } from '../../severity';

export const restoreMovesPersistentState: Rule<Manifest> = {
  id: 'restore-moves-persistent-state',
  title: 'A VM with a persistent TPM or EFI store is restored under its own name',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses to restore to another VM when the snapshotted one keeps the state of its TPM or of its EFI firmware.',
  remediation: 'Restore to the VM that was snapshotted, or leave the state out of the VM.',
  references: [ProtectionSource.RESTORE_ADMITTER],
  subjects: restores,
  evaluate,
};

function evaluate(restore: Manifest, { graph }: RuleContext): Outcome {
  const snapshot = snapshotOf(graph, restore);
  const source = snapshot && virtualMachineBeside(graph, snapshot, nameIn(snapshot, 'source'));
  const target = nameIn(restore, 'target');
  if (source === undefined || target === undefined) {
    return NOT_APPLICABLE;
  }
  const state = persistentState(source);
  if (state === undefined || target === source.name) {
    return [];
  }
  const message = `the snapshotted VM "${source.name}" has a persistent ${state}, and KubeVirt does not restore it to another VM`;
  const remedy = `Restore to "${source.name}".`;
  return [{ manifest: restore, path: 'spec.target.name', value: target, message, remedy }];
}

function persistentState({ devices, domain }: VirtualMachineView): string | undefined {
  if (devices.tpm?.persistent === true) {
    return 'TPM';
  }
  return domain.firmware?.bootloader?.efi?.persistent === true ? 'EFI store' : undefined;
}
