import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { isObject, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../rule';
import { Severity } from '../../severity';

interface Reference {
  readonly list: 'volumes' | 'networks';
  readonly source: string;
  readonly field: string;
  /** Whether no webhook looks at it: the VM is accepted, and has nothing to start with. */
  readonly isSpared?: boolean;
}

const REFERENCES: readonly Reference[] = [
  { list: 'volumes', source: 'dataVolume', field: 'name' },
  { list: 'volumes', source: 'persistentVolumeClaim', field: 'claimName', isSpared: true },
  { list: 'volumes', source: 'configMap', field: 'name' },
  { list: 'volumes', source: 'secret', field: 'secretName' },
  { list: 'volumes', source: 'serviceAccount', field: 'serviceAccountName' },
  { list: 'volumes', source: 'hostDisk', field: 'path' },
  { list: 'networks', source: 'multus', field: 'networkName' },
];

export const referenceNameMissing: Rule<VirtualMachineView> = {
  id: 'reference-name-missing',
  title: 'Volumes and networks name what they refer to',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'KubeVirt refuses a reference with an empty name. It accepts a VM with a claim that has none, which never starts.',
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
  for (const { list, source, field, isSpared } of REFERENCES) {
    vm[list].forEach((entry, index) => {
      const value = entry[source]?.[field];
      if (isObject(entry[source]) && (value === undefined || value === '')) {
        const consequence = isSpared ? 'the VM is accepted and never starts' : 'KubeVirt refuses it';
        const message = `the ${source} refers to nothing, and ${consequence}`;
        const stage = isSpared ? Stage.START : Stage.APPLY;
        const path = vm.path(`${list}[${index}].${source}.${field}`);
        violations.push({ manifest: vm.manifest, stage, path, value, message, remedy: `Fill in ${field}.` });
      }
    });
  }
  return violations;
}
