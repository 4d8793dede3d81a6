import { CONTROL_PLANE_MACHINE_SET_WEBHOOK, MACHINE_SET_WEBHOOK } from '../../../admission';
import { Stage } from '../../../admission/stage';
import { CONTROL_PLANE_MACHINE_TYPE, MACHINE_API_GROUP } from '../../../facts';
import { isObject, type Manifest, matchLabelSelector } from '../../../graph';
import { labelling } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Where a set has the metadata of its Machines, by kind. */
const METADATA: Readonly<Record<string, string>> = {
  MachineSet: 'spec.template.metadata',
  ControlPlaneMachineSet: `spec.template.${CONTROL_PLANE_MACHINE_TYPE}.metadata`,
};

export const machineSetSelectorMismatch: Rule<Manifest> = {
  id: 'machine-set-selector-mismatch',
  title: 'A set of Machines selects the Machines that it makes',
  severity: Severity.ERROR,
  stage: Stage.APPLY,
  category: 'admission',
  rationale: 'The webhook refuses a MachineSet or ControlPlaneMachineSet whose selector does not match the labels of its template.',
  remediation: 'Put the labels of the selector on the template.',
  references: [MACHINE_SET_WEBHOOK, CONTROL_PLANE_MACHINE_SET_WEBHOOK],
  subjects: (graph) => Object.keys(METADATA).flatMap((kind) => graph.ofKind(MACHINE_API_GROUP, kind)),
  evaluate: (manifest) => {
    const { selector, template } = isObject(manifest.spec) ? manifest.spec : {};
    if (!isObject(selector) || !isObject(template)) {
      return NOT_APPLICABLE;
    }
    const { metadata } = manifest.kind === 'MachineSet' ? template : (template[CONTROL_PLANE_MACHINE_TYPE] ?? {});
    const labels = metadata?.labels;
    if (matchLabelSelector(selector, isObject(labels) ? labels : {})) {
      return [];
    }
    const path = `${METADATA[manifest.kind]}.labels`;
    const message = 'spec.selector does not match them, and the webhook refuses the set';
    const fix = labelling(manifest, path, selector);
    return [{ manifest, path, value: labels, message, remedy: 'Add the labels that the selector asks for.', fix }];
  },
};
