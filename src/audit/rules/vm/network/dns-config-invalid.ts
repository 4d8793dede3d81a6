import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { DNS_SUBDOMAIN, hasFormat, isLaxIpAddress } from '../../../../facts';
import { isObject, objectsOf, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type Violation } from '../../../rule';
import { Severity } from '../../../severity';

const [MOST_NAMESERVERS, MOST_SEARCHES, MOST_CHARACTERS] = [3, 6, 256];

/** A fault of a field of the DNS configuration. */
type Fault = Pick<Violation, 'value' | 'message' | 'remedy'> & { readonly field: string };

export const dnsConfigInvalid: Rule<VirtualMachineView> = {
  id: 'dns-config-invalid',
  title: 'The DNS configuration of a VM is complete',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses dnsPolicy None without nameservers, more than 3 nameservers or one that is no IP address, more than 6 search domains, ' +
    'one that is no DNS subdomain, or more than 256 characters of them together, and options without a name.',
  remediation: 'Correct the entries, shorten the lists, or add a nameserver.',
  references: [KubevirtSource.VMI_ADMITTER],
  mentions: ['dnsConfig', 'dnsPolicy'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView): Outcome {
  const { dnsPolicy, dnsConfig } = vm.spec;
  if (dnsPolicy === undefined && dnsConfig === undefined) {
    return NOT_APPLICABLE;
  }
  const { nameservers, searches, options } = isObject(dnsConfig) ? dnsConfig : {};
  const faults =
    dnsPolicy === 'None' && listOf(nameservers).length === 0
      ? [withoutNameserver(nameservers)]
      : [...nameserverFaults(nameservers), ...searchFaults(searches), ...optionFaults(options)];
  return faults.map(({ field, ...fault }) => ({ manifest: vm.manifest, path: vm.path(`dnsConfig.${field}`), ...fault }));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function withoutNameserver(value: unknown): Fault {
  const message = 'dnsPolicy None leaves the guest without a nameserver, and KubeVirt refuses it';
  return { field: 'nameservers', value, message, remedy: 'Add the address of a nameserver.' };
}

function nameserverFaults(value: unknown): Fault[] {
  const field = 'nameservers';
  return [
    ...tooMany(field, value, MOST_NAMESERVERS),
    ...listOf(value).flatMap((server, index) =>
      isLaxIpAddress(String(server))
        ? []
        : [entryFault(`${field}[${index}]`, server, 'KubeVirt refuses what is not an IP address', 'Use the address of the nameserver.')],
    ),
  ];
}

function searchFaults(value: unknown): Fault[] {
  const field = 'searches';
  const searches = listOf(value);
  const characters = searches.join(' ').length;
  const message = `KubeVirt refuses ${characters} characters: they may have ${MOST_CHARACTERS} together`;
  return [
    ...tooMany(field, value, MOST_SEARCHES),
    ...(characters > MOST_CHARACTERS ? [{ field, value, message, remedy: 'Shorten the list.' }] : []),
    ...searches.flatMap((search, index) =>
      hasFormat(String(search), DNS_SUBDOMAIN)
        ? []
        : [entryFault(`${field}[${index}]`, search, `KubeVirt refuses what is not ${DNS_SUBDOMAIN.words}`, 'Correct the domain.')],
    ),
  ];
}

function optionFaults(value: unknown): Fault[] {
  return objectsOf(value).flatMap(({ name }, index) =>
    name === undefined || name === ''
      ? [entryFault(`options[${index}].name`, name, 'KubeVirt refuses an option without a name', 'Name the option, e.g. ndots.')]
      : [],
  );
}

function tooMany(field: string, value: unknown, most: number): Fault[] {
  const message = `KubeVirt refuses more than ${most}`;
  return listOf(value).length > most ? [{ field, value, message, remedy: 'Shorten the list.' }] : [];
}

function entryFault(field: string, value: unknown, message: string, remedy: string): Fault {
  return { field, value, message, remedy };
}
