import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

const REFERENCES = [
  ['volumes', 'dataVolume', 'name'],
  ['volumes', 'persistentVolumeClaim', 'claimName'],
  ['volumes', 'configMap', 'name'],
  ['volumes', 'secret', 'secretName'],
  ['volumes', 'serviceAccount', 'serviceAccountName'],
  ['volumes', 'hostDisk', 'path'],
  ['networks', 'multus', 'networkName'],
] as const;

export const referenceNameMissing: Rule<VirtualMachineView> = {
  id: 'reference-name-missing',
  title: 'Volumes and networks name what they refer to',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a reference with an empty name.',
  remediation: 'Fill in the name of the object.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.NETWORK_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  if (vm.volumes.length + vm.networks.length === 0) {
    return NOT_APPLICABLE;
  }
  const violations: Violation[] = [];
  for (const [list, source, field] of REFERENCES) {
    vm[list].forEach((entry, index) => {
      const value = entry[source]?.[field];
      if (isObject(entry[source]) && (value === undefined || value === '')) {
        const message = `the ${source} refers to nothing, and KubeVirt refuses it`;
        const path = vm.path(`${list}[${index}].${source}.${field}`);
        violations.push({ manifest: vm.manifest, path, value, message, remedy: `Fill in ${field}.` });
      }
    });
  }
  return violations;
}
