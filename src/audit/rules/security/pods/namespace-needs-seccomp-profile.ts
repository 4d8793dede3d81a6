import {
  type EnforcedNamespace,
  enforcedNamespaces,
  hasUnknownSeccompProfile,
  KubevirtSource,
  PodSecuritySource,
  SECCOMP_REMEDY,
} from '../../../../admission';
import { enforcingPlaces } from '../../../namespace-objects';
import type { Outcome, Rule, RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const namespaceNeedsSeccompProfile: Rule<EnforcedNamespace> = {
  id: 'namespace-needs-seccomp-profile',
  title: 'Where a Namespace with VMs asks for seccomp profiles, KubeVirt gives its pods one',
  severity: Severity.WARNING,
  category: 'admission',
  rationale:
    'The Pod Security level restricted admits no pod without a seccomp profile. KubeVirt gives the pods of VMs none unless the KubeVirt object names one, as the operator of OpenShift Virtualization has it do: without it, not one VM of the Namespace starts. The KubeVirt object is not among the manifests here.',
  remediation: 'Name a seccomp profile in the KubeVirt object, and put that object among the manifests or into the ClusterProfile.',
  references: [PodSecuritySource.CHECKS, KubevirtSource.LAUNCHER_LABELS, KubevirtSource.HYPER_CONVERGED_SECCOMP],
  subjects: enforcedNamespaces,
  evaluate,
};

function evaluate(namespace: EnforcedNamespace, context: RuleContext): Outcome {
  const message = 'no pod without a seccomp profile is admitted, and KubeVirt gives those of VMs none unless it is told to';
  return hasUnknownSeccompProfile(namespace, context)
    ? enforcingPlaces(namespace, context).map((object) => ({ ...object, message, remedy: SECCOMP_REMEDY }))
    : [];
}
