import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ClusterProfile } from '../../../../cluster';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

/** An older KubeVirt knows the SLIC table alone, and wants it. */
const FIRST_RELEASE_WITH_MSDM = '1.6';

export const acpiTableInvalid: Rule<VirtualMachineView> = {
  id: 'acpi-table-invalid',
  title: 'ACPI tables come from volumes of secrets',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses firmware.acpi without a table, and tables that are not in a volume of the VM that is a secret.',
  remediation: 'Name a volume with a secret source in slicNameRef or msdmNameRef.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['firmware'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const acpi = vm.domain.firmware?.acpi;
  if (!isObject(acpi)) {
    return NOT_APPLICABLE;
  }
  const path = vm.path('domain.firmware.acpi');
  const tables = tablesOf(acpi, cluster);
  if (tables.length === 0) {
    const message = 'KubeVirt refuses it without the volume of a table';
    return [{ manifest: vm.manifest, path, value: acpi, message, remedy: 'Set slicNameRef or msdmNameRef, or remove it.' }];
  }
  return tables.flatMap((table) => {
    const value = acpi[table];
    const volume = vm.volumes.find(({ name }) => name === (value ?? ''));
    if (isObject(volume?.secret)) {
      return [];
    }
    const message =
      volume === undefined
        ? 'no volume has this name, and KubeVirt refuses the VM'
        : 'the volume is no secret, and KubeVirt refuses the VM';
    return [{ manifest: vm.manifest, path: `${path}.${table}`, value, message, remedy: 'Name a volume with a secret source.' }];
  });
}

function tablesOf(acpi: Record<string, any>, cluster: ClusterProfile): string[] {
  return cluster.atLeast(FIRST_RELEASE_WITH_MSDM)
    ? ['slicNameRef', 'msdmNameRef'].filter((table) => (acpi[table] ?? '') !== '')
    : ['slicNameRef'];
}
