import { CLOUD_INIT_SOURCES, cloudInitTexts, USER_DATA, withHeader } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { VirtualMachineView } from '../../../../graph';
import { safeSetting } from '../../../fix';
import { NOT_APPLICABLE, type Outcome, type Rule, type RuleContext } from '../../../rule';
import { Severity } from '../../../severity';
import { sizeOf } from '../../../unreadable-texts';

export const cloudConfigHeaderMissing: Rule<VirtualMachineView> = {
  id: 'cloud-config-header-missing',
  title: 'A cloud-config begins with #cloud-config',
  severity: Severity.ERROR,
  stage: Stage.RUN,
  category: 'wiring',
  rationale:
    'cloud-init knows by the first line what user data are. What begins otherwise it logs as unhandled and passes over; what begins with #! it runs as a script.',
  remediation: 'Write #cloud-config as the first line, without a space, or have CloudInit.fromCloudConfig write the text.',
  references: [CLOUD_INIT_SOURCES[0], 'https://cloudinit.readthedocs.io/en/latest/explanation/format/index.html'],
  mentions: ['cloudInitNoCloud', 'cloudInitConfigDrive'],
  subjects: (graph) => graph.virtualMachines,
  evaluate,
};

function evaluate(vm: VirtualMachineView, { graph }: RuleContext): Outcome {
  const texts = cloudInitTexts(vm, USER_DATA, graph);
  if (texts.length === 0) {
    return NOT_APPLICABLE;
  }
  return texts.flatMap(({ manifest, path, value, text }) => {
    const right = withHeader(text);
    if (right === undefined) {
      return [];
    }
    const message =
      'the first line is not #cloud-config, so that cloud-init does not take it for one, and the guest boots without any of it: no users, keys, packages';
    const remedy = 'Write #cloud-config as the first line, without a space.';
    return [{ manifest, path, value, shown: sizeOf(text), message, remedy, fix: value === text ? safeSetting(path, right) : undefined }];
  });
}
