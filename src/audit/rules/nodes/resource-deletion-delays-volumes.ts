import { FENCE_AGENTS_TYPES } from '../../../admission';
import {
  FENCE_AGENTS_REMEDIATION_GROUP,
  FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND,
  SELF_NODE_REMEDIATION_GROUP,
  SELF_NODE_REMEDIATION_TEMPLATE_KIND,
} from '../../../facts';
import { FENCE_SPEC, type Manifest, templateSpec } from '../../../graph';
import { settingIn } from '../../fix';
import { NOT_APPLICABLE, type Rule } from '../../rule';
import { Severity } from '../../severity';

/** What the API server sets when the strategy is left out. */
const DEFAULT_STRATEGY: Readonly<Record<string, string>> = {
  [FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND]: 'ResourceDeletion',
  [SELF_NODE_REMEDIATION_TEMPLATE_KIND]: 'Automatic',
};

/** Deleting pods leaves their volumes attached. */
export const resourceDeletionDelaysVolumes: Rule<Manifest> = {
  id: 'resource-deletion-delays-volumes',
  title: 'Remediation detaches the volumes of the node at once',
  severity: Severity.INFO,
  category: 'recovery',
  rationale:
    'Deleting the pods of a node does not detach their volumes: Kubernetes waits for six minutes before it takes a volume that one ' +
    'node holds away from it. With the taint for nodes out of service it is at once. Volumes that many nodes may hold do not wait.',
  remediation: 'Use the strategy OutOfServiceTaint.',
  references: [FENCE_AGENTS_TYPES, 'https://kubernetes.io/docs/concepts/cluster-administration/node-shutdown/#non-graceful-node-shutdown'],
  subjects: (graph) => [
    ...graph.ofKind(FENCE_AGENTS_REMEDIATION_GROUP, FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND),
    ...graph.ofKind(SELF_NODE_REMEDIATION_GROUP, SELF_NODE_REMEDIATION_TEMPLATE_KIND),
  ],
  evaluate: (manifest) => {
    const { remediationStrategy } = templateSpec(manifest);
    const strategy = remediationStrategy ?? DEFAULT_STRATEGY[manifest.kind];
    if (typeof strategy !== 'string') {
      return NOT_APPLICABLE;
    }
    if (strategy !== 'ResourceDeletion') {
      return [];
    }
    return [
      {
        manifest,
        path: `${FENCE_SPEC}.remediationStrategy`,
        value: remediationStrategy,
        message: 'the pods are deleted, but volumes that one node holds stay attached to the dead node for six minutes',
        remedy: 'Use OutOfServiceTaint, which detaches them at once.',
        fix: settingIn(manifest, `${FENCE_SPEC}.remediationStrategy`, 'OutOfServiceTaint'),
      },
    ];
  },
};
