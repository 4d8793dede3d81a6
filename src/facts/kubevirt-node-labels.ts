/**
 * Labels of nodes by which KubeVirt decides where a VM may run: virt-handler sets them, the launcher asks for them.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/virt-controller/services/nodeselectorrenderer.go
 */
export const KubevirtNodeLabel = {
  /** "true" where virt-handler runs; virt-controller takes it away where nothing was heard of it for five minutes. */
  SCHEDULABLE: 'kubevirt.io/schedulable',
  CPU_MANAGER: 'kubevirt.io/cpumanager',
  REALTIME: 'kubevirt.io/realtime',
  SEV: 'kubevirt.io/sev',
  SEV_ES: 'kubevirt.io/sev-es',
  SEV_SNP: 'kubevirt.io/sev-snp',
  TDX: 'kubevirt.io/tdx',
  SECURE_EXECUTION: 'kubevirt.io/s390-pv',
  /** A node whose CPU model nobody can name any more. */
  OBSOLETE_HOST_MODEL: 'node-labeller.kubevirt.io/obsolete-host-model',
} as const;

/** Domains of such labels, each before the name of a model, a feature, a machine type. */
export const KubevirtNodeLabelDomain = {
  MACHINE_TYPE: 'machine-type.node.kubevirt.io',
  CPU_MODEL: 'cpu-model.node.kubevirt.io',
  CPU_FEATURE: 'cpu-feature.node.kubevirt.io',
  CPU_VENDOR: 'cpu-vendor.node.kubevirt.io',
  HYPERV: 'hyperv.node.kubevirt.io',
  /** The model of the CPU of a node, and those that a VM which runs on one can move to. */
  HOST_MODEL: 'host-model-cpu.node.kubevirt.io',
  MIGRATION_MODEL: 'cpu-model-migration.node.kubevirt.io',
} as const;

/** Features of Hyper-V of which a node says that it has them, by the names of the fields of a VM. */
export const HYPERV_NODE_FEATURES: readonly string[] = [
  'vpindex',
  'runtime',
  'reset',
  'synic',
  'synictimer',
  'frequencies',
  'reenlightenment',
  'tlbflush',
  'ipi',
];

/** The minutes after which virt-controller takes `kubevirt.io/schedulable` from a node that is silent, and how often it looks. */
export const MINUTES_TO_UNSCHEDULABLE = 5 + 1;
