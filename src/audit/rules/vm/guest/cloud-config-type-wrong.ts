import { CLOUD_INIT_SOURCES, cloudConfigTypeFaults, cloudInitTexts, USER_DATA } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';
import { sizeOf } from '../../../unreadable-texts';

export const cloudConfigTypeWrong: Rule<VirtualMachineView> = {
  id: 'cloud-config-type-wrong',
  title: 'Commands, files and keys of a cloud-config are lists',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'A module of cloud-init that expects a list breaks off at anything else: with one wrong entry none of the commands is run, and none of the files written.',
  remediation: 'Write lists, and put commands with a colon into quotes, or have CloudInit.fromCloudConfig write the text.',
  references: [CLOUD_INIT_SOURCES[2], 'https://cloudinit.readthedocs.io/en/latest/reference/modules.html'],
  mentions: ['cloudInitNoCloud', 'cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const texts = cloudInitTexts(vm, USER_DATA, graph);
  if (texts.length === 0) {
    return NOT_APPLICABLE;
  }
  return texts.flatMap(({ manifest, path, value, text }) =>
    cloudConfigTypeFaults(text).map(({ module, what, remedy }) => ({
      manifest,
      path,
      value,
      shown: sizeOf(text),
      message: `${what}, and cloud-init does nothing of ${module}`,
      remedy,
    })),
  );
}
