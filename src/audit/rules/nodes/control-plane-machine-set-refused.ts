import { CONTROL_PLANE_MACHINE_SET_TYPES, CONTROL_PLANE_MACHINE_SET_WEBHOOK, controlPlaneFaults } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { MACHINE_API_GROUP } from '../../../facts';
import { isObject, type Manifest } from '../../../graph';
import { settingIn } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

export const controlPlaneMachineSetRefused: Rule<Manifest> = {
  id: 'control-plane-machine-set-refused',
  title: 'A ControlPlaneMachineSet has its name, its labels, and the fields that go with its types',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale:
    'There is one of them, called cluster. Its Machines have the role master, and a type, such as that of a platform, goes with the field ' +
    'of that type and with no other: the API server checks it by expressions, the webhook the name.',
  remediation: 'Correct what is named.',
  references: [CONTROL_PLANE_MACHINE_SET_TYPES, CONTROL_PLANE_MACHINE_SET_WEBHOOK],
  subjects: (graph) => graph.ofKind(MACHINE_API_GROUP, 'ControlPlaneMachineSet'),
  evaluate: (manifest) => {
    if (!isObject(manifest.spec)) {
      return NOT_APPLICABLE;
    }
    return controlPlaneFaults(manifest).map(({ message, wanted, ...fault }) => ({
      manifest,
      fix: wanted === undefined ? undefined : settingIn(manifest, fault.path, wanted),
      ...fault,
      message: `${message}; the cluster refuses anything else`,
    }));
  },
};
