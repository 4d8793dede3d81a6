import { KubevirtSource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { isIpAddress } from '../../../../facts';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule } from '../../../rule';
import { Severity } from '../../../severity';

const [MOST_NAMESERVERS, MOST_SEARCHES, MOST_CHARACTERS] = [3, 6, 256];

export const dnsConfigInvalid: Rule<VirtualMachineView> = {
  id: 'dns-config-invalid',
  title: 'The DNS configuration of a VM is complete',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'KubeVirt refuses dnsPolicy None without nameservers, more than 3 nameservers, more than 6 search domains, and search domains with more than 256 characters together.',
  remediation: 'Shorten the lists, or add a nameserver.',
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
  const nameservers: unknown[] = Array.isArray(dnsConfig?.nameservers) ? dnsConfig.nameservers : [];
  const searches: unknown[] = Array.isArray(dnsConfig?.searches) ? dnsConfig.searches : [];
  return [...nameserverFaults(dnsPolicy, nameservers), ...searchFaults(searches)].map(({ field, value, message, remedy }) => ({
    manifest: vm.manifest,
    path: vm.path(`dnsConfig.${field}`),
    value,
    message,
    remedy,
  }));
}

function nameserverFaults(dnsPolicy: unknown, nameservers: unknown[]) {
  const field = 'nameservers';
  if (dnsPolicy === 'None' && nameservers.length === 0) {
    return [
      {
        field,
        value: undefined,
        message: 'dnsPolicy None leaves the guest without a nameserver, and KubeVirt refuses it',
        remedy: 'Add the address of a nameserver.',
      },
    ];
  }
  const tooMany = nameservers.length > MOST_NAMESERVERS;
  const lengths = tooMany
    ? [{ field, value: nameservers, message: `KubeVirt refuses more than ${MOST_NAMESERVERS}`, remedy: 'Shorten the list.' }]
    : [];
  return [
    ...lengths,
    ...nameservers.flatMap((value, index) => {
      const message = 'KubeVirt refuses what is not an IP address';
      const remedy = 'Use the address of the nameserver.';
      return isIpAddress(String(value)) ? [] : [{ field: `${field}[${index}]`, value, message, remedy }];
    }),
  ];
}

function searchFaults(searches: unknown[]) {
  const field = 'searches';
  const remedy = 'Shorten the list.';
  if (searches.length > MOST_SEARCHES) {
    return [{ field, value: searches, message: `KubeVirt refuses more than ${MOST_SEARCHES}`, remedy }];
  }
  const characters = searches.join(' ').length;
  const message = `KubeVirt refuses ${characters} characters: they may have ${MOST_CHARACTERS} together`;
  return characters > MOST_CHARACTERS ? [{ field, value: searches, message, remedy }] : [];
}
