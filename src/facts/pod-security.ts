/** The modes in which a Namespace can have a Pod Security level; in the first one, pods that break it are refused. */
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'] as const;

/** The Pod Security levels, the laxest first. */
export const POD_SECURITY_LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** The label of a Namespace that has the level of a mode. */
export function podSecurityLabel(mode: (typeof POD_SECURITY_MODES)[number]): string {
  return `pod-security.kubernetes.io/${mode}`;
}

/**
 * The release of Kubernetes whose checks make up a level.
 *
 * Source: `ParseVersion` in Kubernetes' pod-security-admission/api.
 */
export const POD_SECURITY_VERSION = /^(?:latest|v1\.(?:0|[1-9]\d*))$/;

/** `true`: a controller of OpenShift sets the levels of the Namespace, whatever its manifest says. */
export const POD_SECURITY_SYNC_LABEL = 'security.openshift.io/scc.podSecurityLabelSync';

/**
 * Types of SELinux that pods may ask for at every level but privileged.
 *
 * Source: `CheckSELinuxOptions` in Kubernetes' pod-security-admission/policy.
 */
export const POD_SECURITY_SELINUX_TYPES: readonly string[] = [
  '',
  'container_t',
  'container_init_t',
  'container_kvm_t',
  'container_engine_t',
];

/** Beginning of the annotations that give containers a profile of AppArmor. */
export const APPARMOR_ANNOTATION = 'container.apparmor.security.beta.kubernetes.io/';

/**
 * A profile of AppArmor that pods may have at every level but privileged.
 *
 * Source: `CheckAppArmorProfile` in Kubernetes' pod-security-admission/policy.
 */
export const POD_SECURITY_APPARMOR = /^(?:runtime\/default|localhost\/.*)?$/s;
