import { cloudInitText, KubevirtSource, NETWORK_DATA } from '../../../../admission';
import { isJson } from '../../../../facts';
import { isObject, type VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const configDriveNetworkUnreadable: Rule<VirtualMachineView> = {
  id: 'config-drive-network-unreadable',
  title: 'Network data on a config drive has the format of OpenStack',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale: "A config drive carries network_data.json of OpenStack: cloud-init's own format there leaves the guest without its set-up.",
  remediation: "Use cloudInitNoCloud for cloud-init's own format, or write OpenStack's JSON.",
  references: [KubevirtSource.VMI_ADMITTER, 'https://docs.cloud-init.io/en/latest/reference/datasources/configdrive.html'],
  mentions: ['cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const texts = vm.volumes.flatMap(({ cloudInitConfigDrive: source }, index) => {
    const text = isObject(source) ? cloudInitText(source, NETWORK_DATA, vm.namespace, graph) : undefined;
    return text === undefined || text === '' ? [] : [{ text, source, index }];
  });
  if (texts.length === 0) {
    return NOT_APPLICABLE;
  }
  return texts
    .filter(({ text }) => !isJson(text))
    .map(({ source, index }) => ({
      manifest: vm.manifest,
      path: vm.path(`volumes[${index}].cloudInitConfigDrive`),
      value: source,
      message: 'the network data is not JSON, and the guest takes the whole drive for a broken one',
      remedy: "Use cloudInitNoCloud for cloud-init's own format, or write the network_data.json of OpenStack.",
    }));
}
