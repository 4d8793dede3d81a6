import { type EnforcedNamespace, enforcedNamespaces, KubevirtSource, launcherFaults, PodSecuritySource } from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import { enforcingPlaces } from '../../../namespace-objects';
import type { Outcome, Rule, RuleContext } from '../../../rule';
import { Severity } from '../../../severity';

export const namespaceRefusesLaunchers: Rule<EnforcedNamespace> = {
  id: 'namespace-refuses-launchers',
  title: 'A Namespace with VMs admits the pods that KubeVirt starts',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt starts each VM in a pod of its namespace. With its feature gate Root the pods run as root and add SYS_NICE, which the Pod Security levels baseline and restricted forbid, and so do SELinux types other than those of containers. Restricted asks for a seccomp profile, which pods of VMs have only if the KubeVirt object names one. Not one VM of such a Namespace starts.',
  remediation: 'Change the setting of KubeVirt, or have the Namespace enforce a level that admits the pods.',
  references: [PodSecuritySource.CHECKS, PodSecuritySource.STANDARDS, KubevirtSource.LAUNCHER_LABELS, KubevirtSource.PROBE_RENDERING],
  subjects: enforcedNamespaces,
  evaluate,
};

function evaluate(namespace: EnforcedNamespace, context: RuleContext): Outcome {
  const objects = enforcingPlaces(namespace, context);
  return launcherFaults(namespace, context).flatMap(({ message, remedy }) => objects.map((object) => ({ ...object, message, remedy })));
}
