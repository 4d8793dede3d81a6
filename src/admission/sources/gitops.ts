import { KUBEVIRT_TREE } from '../kubevirt-source';

const OCM_TREE = 'https://github.com/open-cluster-management-io/ocm/blob/v1.3.1';

/** Where it stands what a VM is changed to after somebody has applied it, and what GitOps tools make of that. */
export const GitOpsSource = {
  VM_MUTATOR: `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/mutating-webhook/mutators/vm-mutator.go`,
  API_SCHEMA: `${KUBEVIRT_TREE}/staging/src/kubevirt.io/api/core/v1/schema.go`,
  QUANTITY: 'https://github.com/kubernetes/apimachinery/blob/v0.34.2/pkg/api/resource/quantity.go',
  INFERENCE: `${KUBEVIRT_TREE}/pkg/instancetype/infer/handler.go`,
  EXPANSION: `${KUBEVIRT_TREE}/pkg/instancetype/controller/vm/controller.go`,
  ARGO_DIFFING: 'https://argo-cd.readthedocs.io/en/stable/user-guide/diff-strategies/',
  ARGO_SYNC_OPTIONS: 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/',
  FLUX_KUSTOMIZATIONS: 'https://fluxcd.io/flux/components/kustomize/kustomizations/',
  OCM_DELETE_OPTION: `${OCM_TREE}/pkg/work/helper/helpers.go`,
  OCM_UPDATE: `${OCM_TREE}/pkg/work/spoke/apply/update_apply.go`,
  OCM_WEBHOOK: `${OCM_TREE}/pkg/work/webhook/common/validator.go`,
  OCM_TAINTS: `${OCM_TREE}/pkg/registration/hub/taint/controller.go`,
  OCM_WORKS: 'https://open-cluster-management.io/docs/concepts/work-distribution/manifestwork/',
  IMMUTABLE_DATA_VOLUME: 'https://github.com/kubevirt/kubevirt/issues/5829',
} as const;
