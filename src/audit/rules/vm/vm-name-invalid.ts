import { KubevirtSource } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { DNS_LABEL, DNS_SUBDOMAIN, type Format, hasFormat, INTERFACE_NAME } from '../../../facts';
import { fieldValues, type VirtualMachineView } from '../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext, type Violation } from '../../rule';
import { Severity } from '../../severity';

/** A name in a VM. */
interface NamedField {
  readonly steps: readonly string[];
  /** What KubeVirt asks for. */
  readonly format: Format;
  /** What Kubernetes asks for beside that, in the pod. */
  readonly formatInPod?: Format;
  /** The release that the field came in, where not all have it. */
  readonly since?: string;
  /** Whether an empty name is a name of another format, and not one that is not set. */
  readonly isEmptyRefused?: boolean;
}

const NAMES: readonly NamedField[] = [
  { steps: ['hostname'], format: DNS_LABEL },
  { steps: ['subdomain'], format: DNS_SUBDOMAIN, formatInPod: DNS_LABEL },
  { steps: ['serviceAccountName'], format: DNS_SUBDOMAIN, since: '1.9' },
  { steps: ['domain', 'devices', 'disks[]', 'name'], format: DNS_LABEL, isEmptyRefused: true },
  { steps: ['domain', 'devices', 'interfaces[]', 'name'], format: INTERFACE_NAME, isEmptyRefused: true },
];

export const vmNameInvalid: Rule<VirtualMachineView> = {
  id: 'vm-name-invalid',
  title: 'The names in a VM have the format that KubeVirt and Kubernetes ask for',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses disks, interfaces, service accounts and host names with names of another format, and Kubernetes the pod of a VM whose ' +
    'subdomain is more than one label.',
  remediation: 'Use lower-case letters, digits and dashes.',
  references: [KubevirtSource.VMI_ADMITTER, KubevirtSource.NETWORK_ADMITTER, KubevirtSource.POD_VALIDATION],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { cluster }: RuleContext): Outcome {
  const violations: Violation[] = [];
  let names = 0;
  for (const named of NAMES) {
    const isServed = named.since === undefined || cluster.atLeast(named.since);
    for (const field of isServed ? fieldValues(vm.spec, named.steps) : []) {
      const { value } = field;
      const fault = faultOf(value, named);
      names++;
      if (fault !== undefined) {
        violations.push({ manifest: vm.manifest, path: vm.path(field.path), value, ...fault, remedy: 'Use another name.' });
      }
    }
  }
  return names === 0 ? NOT_APPLICABLE : violations;
}

function faultOf(
  name: unknown,
  { format, formatInPod = format, isEmptyRefused }: NamedField,
): Pick<Violation, 'stage' | 'message'> | undefined {
  if (typeof name !== 'string' || (name === '' && !isEmptyRefused)) {
    return undefined;
  }
  if (!hasFormat(name, format)) {
    return { message: `KubeVirt refuses a name that is not ${format.words}` };
  }
  return hasFormat(name, formatInPod)
    ? undefined
    : {
        stage: Stage.START,
        message: `the VM is accepted, but Kubernetes refuses its pod, and it never starts, because this is not ${formatInPod.words}`,
      };
}
