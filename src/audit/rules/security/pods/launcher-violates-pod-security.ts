import {
  type EnforcedNamespace,
  enforcedNamespaces,
  type ForbiddenField,
  forbiddenFields,
  KubevirtSource,
  PodSecuritySource,
} from '../../../../admission';
import { Stage } from '../../../../admission/stage';
import type { ManifestGraph, VirtualMachineView } from '../../../../graph';
import type { Outcome, Rule, RuleContext, Violation } from '../../../rule';
import { Severity } from '../../../severity';

/** A VM in a Namespace that does not admit every pod. */
interface RestrictedMachine {
  readonly vm: VirtualMachineView;
  readonly namespace: EnforcedNamespace;
}

export const launcherViolatesPodSecurity: Rule<RestrictedMachine> = {
  id: 'launcher-violates-pod-security',
  title: 'The pod of a VM has nothing that its Namespace forbids',
  severity: Severity.ERROR,
  stage: Stage.START,
  category: 'admission',
  rationale:
    'KubeVirt starts each VM in a pod of its namespace. A Namespace that enforces the Pod Security level baseline or restricted admits no pod with a hostPath volume, without the AppArmor profile of its runtime or, as of Kubernetes 1.34, with a probe of another host: the VM is accepted, and its pod refused each time.',
  remediation: 'Take the field out of the VM, or put the VM into a Namespace that enforces the level privileged.',
  references: [PodSecuritySource.CHECKS, PodSecuritySource.STANDARDS, KubevirtSource.LAUNCHER_VOLUMES, PodSecuritySource.LABEL_SYNC],
  subjects: restrictedMachines,
  evaluate,
};

function restrictedMachines(graph: ManifestGraph): RestrictedMachine[] {
  return enforcedNamespaces(graph).flatMap((namespace) => namespace.vms.map((vm) => ({ vm, namespace })));
}

function evaluate({ vm, namespace }: RestrictedMachine, { cluster }: RuleContext): Outcome {
  return forbiddenFields(vm, namespace, cluster).map((field) => violationOf(field, vm, namespace));
}

function violationOf({ path, value, gives, remedy }: ForbiddenField, vm: VirtualMachineView, namespace: EnforcedNamespace): Violation {
  const { level, manifest } = namespace;
  const message = `it gives the pod of the VM ${gives}, and Namespace ${manifest.metadata?.name}, which enforces ${level}, admits no such pod`;
  return { manifest: vm.manifest, path, value, message, remedy: `${remedy}, or put the VM into a Namespace that enforces privileged.` };
}
