import { HYPER_CONVERGED_GROUP, KUBEVIRT_GROUP, POD_SECURITY_SELINUX_TYPES } from '../facts';
import { isObject, type Manifest } from '../graph';
import type { AdmissionContext } from './context';
import { featureGates } from './feature-gates';
import { wholeObjects } from './kubevirt-configuration';
import type { EnforcedNamespace } from './pod-security';

/** Why no pod of a VM is admitted in a Namespace. */
export interface LauncherFault {
  readonly message: string;
  readonly remedy: string;
}

/** What to do where pods of VMs have no seccomp profile. */
export const SECCOMP_REMEDY =
  'Set spec.configuration.seccompConfiguration.virtualMachineInstanceProfile.customProfile in the KubeVirt object, to runtimeDefaultProfile: true or a localhostProfile, or enforce baseline.';

/**
 * What the settings of KubeVirt give to the pod of each VM that the level of a Namespace forbids.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.8.4/pkg/virt-controller/services/template.go
 */
export function launcherFaults(namespace: EnforcedNamespace, context: AdmissionContext): LauncherFault[] {
  return [...rootFaults(namespace, context), ...selinuxFaults(namespace, context), ...seccompFaults(namespace, context)];
}

function rootFaults({ level }: EnforcedNamespace, context: AdmissionContext): LauncherFault[] {
  const gates = featureGates(context);
  if (gates?.isOn('Root') !== true) {
    return [];
  }
  const message = `${gates.author} has the feature gate Root, so that the pods of VMs run as root and add SYS_NICE, and ${level} admits none of them`;
  return [{ message, remedy: 'Switch the feature gate Root off, or enforce privileged.' }];
}

function selinuxFaults({ level }: EnforcedNamespace, context: AdmissionContext): LauncherFault[] {
  const types = configurations(context).map(({ selinuxLauncherType }) => selinuxLauncherType ?? '');
  const [type] = types;
  if (types.length !== 1 || typeof type !== 'string' || POD_SECURITY_SELINUX_TYPES.includes(type)) {
    return [];
  }
  const message = `the KubeVirt object has the pods of VMs run as the SELinux type ${type}, and ${level} admits none of them`;
  return [{ message, remedy: 'Remove selinuxLauncherType from the KubeVirt object, or enforce privileged.' }];
}

function seccompFaults(namespace: EnforcedNamespace, context: AdmissionContext): LauncherFault[] {
  const objects = configurations(context);
  if (!needsSeccompProfile(namespace, context) || objects.length === 0 || objects.some(namesProfile)) {
    return [];
  }
  const message = 'no pod without a seccomp profile is admitted, and the KubeVirt object gives those of VMs none';
  return [{ message, remedy: SECCOMP_REMEDY }];
}

/** Whether pods of VMs need a seccomp profile in a Namespace, and nothing tells whether KubeVirt gives them one. */
export function hasUnknownSeccompProfile(namespace: EnforcedNamespace, context: AdmissionContext): boolean {
  const written = context.graph.ofKind(KUBEVIRT_GROUP, 'KubeVirt').map(configurationOf);
  return needsSeccompProfile(namespace, context) && configurations(context).length === 0 && !written.some(namesProfile);
}

/** The release of Kubernetes whose checks look at seccomp profiles for the first time. */
const CHECKS_SECCOMP_SINCE = 19;

/** The constraints of OpenShift give each pod a profile that has none, and the operator of HyperConverged objects has KubeVirt name one. */
function needsSeccompProfile({ level, minor }: EnforcedNamespace, { graph, cluster }: AdmissionContext): boolean {
  const isGiven = cluster.isOpenshift || graph.ofKind(HYPER_CONVERGED_GROUP, 'HyperConverged').length > 0;
  return level === 'restricted' && !isGiven && (minor === undefined || minor >= CHECKS_SECCOMP_SINCE);
}

function namesProfile({ seccompConfiguration }: Record<string, any>): boolean {
  const profile = seccompConfiguration?.virtualMachineInstanceProfile?.customProfile;
  return isObject(profile) && (profile.localhostProfile !== undefined || profile.runtimeDefaultProfile === true);
}

/** `spec.configuration` of the KubeVirt objects that are whole. */
function configurations({ graph }: AdmissionContext): Record<string, any>[] {
  return wholeObjects(graph, KUBEVIRT_GROUP, 'KubeVirt').map(configurationOf);
}

function configurationOf({ spec }: Manifest): Record<string, any> {
  return isObject(spec?.configuration) ? spec.configuration : {};
}
