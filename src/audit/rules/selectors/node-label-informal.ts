import { INFORMAL_ROLE_LABELS } from '../../../facts';
import { type SelectorView, selectors } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** Somebody may have put such a label on nodes, but nobody does by himself. */
export const nodeLabelInformal: Rule<SelectorView> = {
  id: 'node-label-informal',
  title: 'A selector of nodes asks for the role of a node by the label that has it',
  severity: Severity.INFO,
  category: 'wiring',
  rationale:
    'The role of a node is in the key of a label, such as node-role.kubernetes.io/worker. A label called worker or role is set by nobody: ' +
    'unless an administrator did, the selector selects no node.',
  remediation: 'Use node-role.kubernetes.io/worker with operator: Exists.',
  references: ['https://kubernetes.io/docs/reference/labels-annotations-taints/'],
  subjects: selectors,
  evaluate: (view) => {
    const requirements = view.selectsNodes ? view.requirements.filter(({ operator }) => operator === 'In' || operator === 'Exists') : [];
    if (requirements.length === 0) {
      return NOT_APPLICABLE;
    }
    return requirements
      .filter(({ key }) => INFORMAL_ROLE_LABELS.includes(key))
      .map(({ path, value, key }) => ({
        manifest: view.manifest,
        path,
        value,
        message: `neither Kubernetes nor OpenShift puts a label ${key} on nodes, so it selects none unless an administrator has`,
        remedy: 'Use the label node-role.kubernetes.io/worker, or that of another role, with operator: Exists.',
      }));
  },
};
