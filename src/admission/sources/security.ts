/** Who may read what, by the roles that Kubernetes brings: `view` reads VMs, through the roles of KubeVirt, but no Secrets. */
export const USER_FACING_ROLES = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles';

/** What KubeVirt adds to these roles. */
export const KUBEVIRT_AUTHORIZATION = 'https://kubevirt.io/user-guide/cluster_admin/authorization/';

/** What belongs into a Secret, and why. */
export const SECRETS_GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/secrets-good-practices/';

/** What the name of an image means, with a tag and with a digest. */
export const IMAGE_NAMES = 'https://kubernetes.io/docs/concepts/containers/images/#image-names';
