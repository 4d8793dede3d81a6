import { cloudInitTexts, configuresNetwork, USER_DATA } from '../../../../admission';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';
import { sizeOf } from '../../../unreadable-texts';

export const networkConfigInUserData: Rule<VirtualMachineView> = {
  id: 'network-config-in-user-data',
  title: 'The network of a guest is configured in networkData',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'cloud-init configures the network before it reads user data: from network data, and else with DHCP on the first interface. A network in user data has no effect on the first boot.',
  remediation: 'Move it to networkData.',
  references: [
    'https://cloudinit.readthedocs.io/en/latest/reference/network-config.html',
    'https://github.com/canonical/cloud-init/blob/main/cloudinit/stages.py',
  ],
  mentions: ['cloudInitNoCloud', 'cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const texts = cloudInitTexts(vm, USER_DATA, graph);
  if (texts.length === 0) {
    return NOT_APPLICABLE;
  }
  return texts
    .filter(({ text }) => configuresNetwork(text))
    .map(({ manifest, path, value, text }) => ({
      manifest,
      path,
      value,
      shown: sizeOf(text),
      message: 'it configures the network, and cloud-init has done that before it reads user data: the guest gets another address, or none',
      remedy: 'Move what stands below network to networkData of the same volume.',
    }));
}
