/** Names, labels and annotations of objects, as the API server checks them. */
export const OBJECT_META_VALIDATION =
  'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go';

/** How roles are kept small. */
export const RBAC_GOOD_PRACTICES = 'https://kubernetes.io/docs/concepts/security/rbac-good-practices/';

/** What a wildcard in a role stands for. */
export const RBAC_WILDCARDS = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources';

/** Who belongs to the groups of the system. */
export const RBAC_SUBJECTS = 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-subjects';

/** What names look like. */
export const OBJECT_NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';

/** What labels look like. */
export const LABEL_SYNTAX = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
