/** Names, labels and annotations of objects, as the API server checks them. */
export const OBJECT_META_VALIDATION =
  'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/api/validation/objectmeta.go';

/** What names look like. */
export const OBJECT_NAMES = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/';

/** What labels look like. */
export const LABEL_SYNTAX = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set';
