/** The tree of KubeVirt's source that references point to. */
export const KUBEVIRT_TREE = 'https://github.com/kubevirt/kubevirt/blob/v1.8.4';
const ADMITTERS = `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/validating-webhook/admitters`;
const USER_GUIDE = 'https://kubevirt.io/user-guide';

/** Where KubeVirt and Kubernetes state what the rules about virtual machines check. */
export const KubevirtSource = {
  VM_ADMITTER: `${ADMITTERS}/vms-admitter.go`,
  VMI_ADMITTER: `${ADMITTERS}/vmi-create-admitter.go`,
  CLUSTER_EVICTION_STRATEGY: `${KUBEVIRT_TREE}/pkg/defaults/defaults.go`,
  HYPER_CONVERGED_DEFAULTS:
    'https://github.com/kubevirt/hyperconverged-cluster-operator/blob/v1.18.1/pkg/webhooks/mutator/hyperConvergedMutator.go',
  POD_EVICTION_ADMITTER: `${ADMITTERS}/pod-eviction-admitter.go`,
  NETWORK_ADMITTER: `${KUBEVIRT_TREE}/pkg/network/admitter/validator.go`,
  DATA_VOLUME_TEMPLATE_ADMITTER: `${KUBEVIRT_TREE}/pkg/storage/admitters/data-volume-template.go`,
  INSTANCETYPE_APPLY: `${KUBEVIRT_TREE}/pkg/instancetype/apply`,
  PREFERENCE_REQUIREMENTS: `${KUBEVIRT_TREE}/pkg/instancetype/preference/requirements`,
  INSTANCETYPE_INFERENCE: `${KUBEVIRT_TREE}/pkg/instancetype/infer/volume.go`,
  LIVE_UPDATE_MEMORY: `${KUBEVIRT_TREE}/pkg/liveupdate/memory/memory.go`,
  HYPERV: `${KUBEVIRT_TREE}/pkg/virt-api/webhooks/hyperv.go`,
  VIRT_HANDLER: `${KUBEVIRT_TREE}/pkg/virt-handler/vm.go`,
  CONVERTER: `${KUBEVIRT_TREE}/pkg/virt-launcher/virtwrap/converter/converter.go`,
  VM_CONTROLLER: `${KUBEVIRT_TREE}/pkg/virt-controller/watch/vm/vm.go`,
  PROBE_DEFAULTS: `${KUBEVIRT_TREE}/staging/src/kubevirt.io/api/core/v1/defaults.go`,
  PROBE_RENDERING: `${KUBEVIRT_TREE}/pkg/virt-controller/services/rendercontainer.go`,
  ARCHITECTURES: `${KUBEVIRT_TREE}/pkg/virt-api/webhooks`,
  FEATURE_GATES: `${KUBEVIRT_TREE}/pkg/virt-config/feature-gates.go`,
  CLOUD_INIT_SECRETS: `${KUBEVIRT_TREE}/pkg/cloud-init/cloud-init.go`,
  API_TYPES: `${KUBEVIRT_TREE}/staging/src/kubevirt.io/api/core/v1/types.go`,
  INSTANCETYPES: `${USER_GUIDE}/user_workloads/instancetypes/`,
  SERVICES: `${USER_GUIDE}/network/service_objects/`,
  MIGRATION_PROXY: `${KUBEVIRT_TREE}/pkg/virt-handler/migration-proxy/migration-proxy.go`,
  LAUNCHER_LABELS: `${KUBEVIRT_TREE}/pkg/virt-controller/services/template.go`,
  DNS: `${USER_GUIDE}/network/dns/`,
  PERSISTENT_TPM: `${USER_GUIDE}/compute/persistent_tpm_and_uefi_state/`,
  RUN_STRATEGIES: `${USER_GUIDE}/compute/run_strategies/`,
  PROBES: `${USER_GUIDE}/user_workloads/liveness_and_readiness_probes/`,
  INTERFACES: `${USER_GUIDE}/network/interfaces_and_networks/`,
  DISKS_AND_VOLUMES: `${USER_GUIDE}/storage/disks_and_volumes/`,
  LIVE_MIGRATION: `${USER_GUIDE}/compute/live_migration/`,
  NODE_MAINTENANCE: `${USER_GUIDE}/cluster_admin/node_maintenance/`,
  DATA_VOLUMES: 'https://github.com/kubevirt/containerized-data-importer/blob/main/doc/datavolumes.md',
  LAUNCHER_VOLUMES: `${KUBEVIRT_TREE}/pkg/virt-controller/services/rendervolumes.go`,
  POD_VALIDATION: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go',
  TAINT_EVICTION: 'https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/#taint-based-evictions',
  TOPOLOGY_SPREAD: 'https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/',
  DISRUPTION_BUDGETS: 'https://kubernetes.io/docs/tasks/run-application/configure-pdb/',
  POD_PROBES: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/',
} as const;
