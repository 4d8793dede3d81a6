import { CLOUD_INIT_SOURCES, cloudConfigFault, cloudInitTexts, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';
import { unreadableTexts } from '../../../unreadable-texts';

export const cloudConfigUnreadable: Rule<VirtualMachineView> = {
  id: 'cloud-config-unreadable',
  title: 'cloud-init can load user data that begin with #cloud-config',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'cloud-init reads with PyYAML, which knows YAML 1.1 and refuses a whole text for a tab or a character that it does not take for printable. The guest then boots without any of it: no users, no keys, no packages, no watchdog.',
  remediation: 'Mend the place, or have CloudInit.fromCloudConfig write the text.',
  references: CLOUD_INIT_SOURCES,
  mentions: ['cloudInitNoCloud', 'cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const texts = cloudInitTexts(vm, USER_DATA, graph);
  return texts.length === 0
    ? NOT_APPLICABLE
    : unreadableTexts(
        texts,
        (text) => cloudConfigFault(text, graph),
        'the guest boots without any of it: no users, keys, packages, watchdog',
      );
}
