/**
 * Groups and users that everybody belongs to: who has logged in, who has not, every pod of the cluster.
 *
 * Source: https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects, and OpenShift's group of those who
 * have logged in with OAuth.
 */
export const EVERYBODY: Readonly<Record<string, string>> = {
  'system:authenticated': 'everybody who has logged in and every pod',
  'system:authenticated:oauth': 'everybody who has logged in',
  'system:unauthenticated': 'everybody, without logging in,',
  'system:anonymous': 'everybody, without logging in,',
  'system:serviceaccounts': 'every pod of the cluster',
};

/**
 * The roles that come with Kubernetes and KubeVirt and give power over VMs: KubeVirt has its own added to `admin` and `edit`.
 *
 * Source: `newAdminClusterRole` and `newEditClusterRole` in KubeVirt's pkg/virt-operator/resource/generate/rbac/cluster.go.
 */
export const POWERFUL_ROLES: Readonly<Record<string, string>> = {
  'cluster-admin': 'do everything',
  admin: 'make, change and delete VMs and open their consoles',
  edit: 'make, change and delete VMs and open their consoles',
  'kubevirt.io:admin': 'make, change and delete VMs and open their consoles',
  'kubevirt.io:edit': 'make, change and delete VMs and open their consoles',
};

/**
 * Subresources that lead into a guest. All of them are opened with the verb get.
 *
 * Source: as for `POWERFUL_ROLES`.
 */
export const WAYS_INTO_GUESTS: readonly string[] = [
  'virtualmachineinstances/console',
  'virtualmachineinstances/vnc',
  'virtualmachineinstances/vnc/screenshot',
  'virtualmachineinstances/portforward',
  'virtualmachineinstances/usbredir',
  'virtualmachines/portforward',
];

/** Objects from which VMs are made: who writes them runs what he likes. */
export const MACHINE_RESOURCES: readonly string[] = [
  'virtualmachines',
  'virtualmachineinstances',
  'virtualmachineinstancereplicasets',
  'virtualmachinepools',
];

export const WRITING_VERBS: readonly string[] = ['create', 'update', 'patch', 'delete', 'deletecollection'];

/** The role of KubeVirt's operator, as bundles of operators have it, without its labels. */
export const OPERATOR_ROLE = 'kubevirt-operator';

/** Labels of what the operators of KubeVirt and CDI make for themselves. */
export const OPERATOR_LABELS: readonly string[] = ['kubevirt.io', 'cdi.kubevirt.io', 'operator.cdi.kubevirt.io'];
