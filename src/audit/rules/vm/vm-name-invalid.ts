import { KubevirtSource } from '../../../admission';
import { DNS_LABEL, DNS_SUBDOMAIN, hasFormat, INTERFACE_NAME } from '../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../rule';
import { Severity } from '../../severity';

const NAMES = [
  { steps: ['hostname'], format: DNS_LABEL },
  { steps: ['subdomain'], format: DNS_SUBDOMAIN },
  { steps: ['domain', 'devices', 'disks[]', 'name'], format: DNS_LABEL },
  { steps: ['domain', 'devices', 'interfaces[]', 'name'], format: INTERFACE_NAME },
];

export const vmNameInvalid: Rule<VirtualMachineView> = {
  id: 'vm-name-invalid',
  title: 'The names in a VM have the format that KubeVirt asks for',
  severity: Severity.ERROR,
  category: 'admission',
  rationale: 'KubeVirt refuses disks, interfaces, host names and subdomains with names of another format.',
  remediation: 'Use lower-case letters, digits and dashes.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.NETWORK_ADMITTER],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const names = NAMES.flatMap(({ steps, format }) => fieldValues(vm.spec, steps).map((field) => ({ field, format })));
  if (names.length === 0) {
    return NOT_APPLICABLE;
  }
  return names
    .filter(({ field: { value }, format }) => typeof value === 'string' && value !== '' && !hasFormat(value, format))
    .map(({ field: { path, value }, format }) => ({
      manifest: vm.manifest,
      path: vm.path(path),
      value,
      message: `KubeVirt refuses a name that is not ${format.words}`,
      remedy: 'Use another name.',
    }));
}
