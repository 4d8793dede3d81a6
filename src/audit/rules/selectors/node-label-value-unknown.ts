import type { ClusterProfile } from '../../../cluster';
import { CONTROL_PLANE_NODE_LABELS, NODE_LABEL_VALUES, ownValue, WORKER_NODE_LABEL } from '../../../facts';
import { type RequirementView, type SelectorView, selectors } from '../../../graph';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

const ROLE_LABELS: readonly string[] = [...CONTROL_PLANE_NODE_LABELS, WORKER_NODE_LABEL];

/** Some labels of nodes have values that everybody can know. */
export const nodeLabelValueUnknown: Rule<SelectorView> = {
  id: 'node-label-value-unknown',
  title: 'A selector of nodes asks for a value that the label has',
  severity: Severity.WARNING,
  category: 'wiring',
  rationale:
    'OpenShift sets the labels of roles, such as node-role.kubernetes.io/worker, with an empty value; other distributions write true. The ' +
    'kubelet writes operating system and architecture as Go names them. A selector with another value selects no node, and a health ' +
    'check with it watches nobody.',
  remediation: 'Select a role by operator: Exists.',
  references: [
    'https://kubernetes.io/docs/reference/labels-annotations-taints/',
    'https://docs.redhat.com/en/documentation/openshift_container_platform/4.20/html/nodes/working-with-nodes',
  ],
  subjects: selectors,
  evaluate: (view, { cluster }) => {
    const requirements = view.selectsNodes ? view.requirements.filter(({ key }) => valuesOf(key, cluster) !== undefined) : [];
    if (requirements.length === 0) {
      return NOT_APPLICABLE;
    }
    return requirements
      .filter((requirement) => isNeverMet(requirement, cluster))
      .map(({ path, value, key }) => ({
        manifest: view.manifest,
        path,
        value,
        message: `the label ${key} ${wordsFor(key)}, so it selects no node`,
        remedy: ROLE_LABELS.includes(key) ? 'Use the value "", or operator: Exists in an expression.' : 'Use one of these values.',
      }));
  },
};

function isNeverMet({ key, operator, values }: RequirementView, cluster: ClusterProfile): boolean {
  return operator === 'In' && values.length > 0 && !values.some((value) => valuesOf(key, cluster)?.includes(value));
}

function valuesOf(key: string, cluster: ClusterProfile): readonly string[] | undefined {
  if (ROLE_LABELS.includes(key)) {
    return cluster.isOpenshift ? [''] : undefined;
  }
  return ownValue(NODE_LABEL_VALUES, key);
}

function wordsFor(key: string): string {
  return ROLE_LABELS.includes(key) ? 'has an empty value on OpenShift' : `is one of ${NODE_LABEL_VALUES[key].join(', ')}`;
}
