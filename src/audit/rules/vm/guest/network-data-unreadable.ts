import { CLOUD_INIT_SOURCES, cloudInitTexts, cloudInitVolumes, NETWORK_DATA, networkConfigFault } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';
import { unreadableTexts } from '../../../unreadable-texts';

export const networkDataUnreadable: Rule<VirtualMachineView> = {
  id: 'network-data-unreadable',
  title: 'cloud-init can load network data',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'cloud-init reads the network data of cloudInitNoCloud with PyYAML, which knows YAML 1.1. Where it refuses them, the guest asks for an address by DHCP on its first interface, and has no other one.',
  remediation: 'Mend the place, or have NetworkData.fromEthernets write the text.',
  references: ['https://github.com/canonical/cloud-init/blob/main/cloudinit/sources/DataSourceNoCloud.py', ...CLOUD_INIT_SOURCES.slice(2)],
  mentions: ['networkData', 'networkDataBase64', 'networkDataSecretRef'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  // A config drive has JSON of OpenStack, which is another rule's.
  const volumes = cloudInitVolumes(vm).filter(({ kind }) => kind === 'cloudInitNoCloud');
  const texts = cloudInitTexts(vm, NETWORK_DATA, graph, volumes);
  return texts.length === 0
    ? NOT_APPLICABLE
    : unreadableTexts(texts, (text) => networkConfigFault(text, graph), 'the guest has DHCP on its first interface and nothing else');
}
