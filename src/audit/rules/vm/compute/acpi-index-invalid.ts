import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { ACPI_INDEXES, isWithin } from '../../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

export const acpiIndexInvalid: Rule<VirtualMachineView> = {
  id: 'acpi-index-invalid',
  title: 'ACPI indexes are numbers that no other interface has',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale: 'QEMU does not start with an index that two devices have or that is out of range, and KubeVirt finds out only then.',
  remediation: `Give each interface another number from 1 to ${ACPI_INDEXES.max}.`,
  references: [KubevirtSource.INTERFACES],
  mentions: ['acpiIndex'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const indexes = fieldValues(vm.devices, ['interfaces[]', 'acpiIndex']).filter(({ value }) => typeof value === 'number' && value !== 0);
  if (indexes.length === 0) {
    return NOT_APPLICABLE;
  }
  const seen = new Set<unknown>();
  return indexes.flatMap(({ path, value }) => {
    const message = faultOf(Number(value), seen.has(value));
    seen.add(value);
    const remedy = `Use another number from 1 to ${ACPI_INDEXES.max}.`;
    return message === undefined ? [] : [{ manifest: vm.manifest, path: vm.path(`domain.devices.${path}`), value, message, remedy }];
  });
}

function faultOf(index: number, repeated: boolean): string | undefined {
  if (!isWithin(index, ACPI_INDEXES)) {
    return 'there is no such index, and the VM never starts';
  }
  return repeated ? 'another interface has the same index, and the VM never starts' : undefined;
}
