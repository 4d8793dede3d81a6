import { METAL3_TEMPLATE_GROUP, METAL3_TEMPLATE_KIND } from './machine-api';
import {
  FENCE_AGENTS_REMEDIATION_GROUP,
  FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND,
  MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND,
  NODE_HEALTH_CHECK_GROUP,
  SELF_NODE_REMEDIATION_GROUP,
  SELF_NODE_REMEDIATION_TEMPLATE_KIND,
} from './medik8s';

/** A group of remediation templates. */
export interface Remediator {
  readonly group: string;
  /** Its kind of templates; undefined: it has none. */
  readonly kind?: string;
  /** The version of the templates. */
  readonly version: string;
  /** Whether other remediators have their kinds in the group, and the group has more versions. */
  readonly isShared?: boolean;
}

/**
 * The remediators that are known.
 *
 * Sources: the repositories of the operators in https://github.com/medik8s, `api/v1alpha1/groupversion_info.go` of each; for
 * Metal3 https://github.com/openshift/cluster-api-provider-baremetal. Customized script remediation had another name before,
 * and poison pill is what self node remediation was called.
 */
export const REMEDIATORS: readonly Remediator[] = [
  { group: SELF_NODE_REMEDIATION_GROUP, kind: SELF_NODE_REMEDIATION_TEMPLATE_KIND, version: 'v1alpha1' },
  { group: FENCE_AGENTS_REMEDIATION_GROUP, kind: FENCE_AGENTS_REMEDIATION_TEMPLATE_KIND, version: 'v1alpha1' },
  { group: 'machine-deletion-remediation.medik8s.io', kind: MACHINE_DELETION_REMEDIATION_TEMPLATE_KIND, version: 'v1alpha1' },
  { group: 'storage-based-remediation.medik8s.io', kind: 'StorageBasedRemediationTemplate', version: 'v1alpha1' },
  { group: 'customized-script-remediation.medik8s.io', kind: 'CustomizedScriptRemediationTemplate', version: 'v1alpha1' },
  { group: 'customized-user-remediation.medik8s.io', kind: 'CustomizedUserRemediationTemplate', version: 'v1alpha1' },
  { group: 'poison-pill.medik8s.io', kind: 'PoisonPillRemediationTemplate', version: 'v1alpha1' },
  { group: METAL3_TEMPLATE_GROUP, kind: METAL3_TEMPLATE_KIND, version: 'v1beta1', isShared: true },
  // The group of the health check itself, which is easily taken for that of a remediator.
  { group: NODE_HEALTH_CHECK_GROUP, version: 'v1alpha1' },
];
