/** The namespace of the Machine API: its controllers look at health checks and templates of this one only. */
export const MACHINE_API_NAMESPACE = 'openshift-machine-api';

/** Label of a Machine: `worker`, `master`, or what the owner of a machine set wrote. */
export const MACHINE_ROLE_LABEL = 'machine.openshift.io/cluster-api-machine-role';

/** Label of a Machine that the installer sets to the same value as the role. */
export const MACHINE_TYPE_LABEL = 'machine.openshift.io/cluster-api-machine-type';

/** Label of a Machine: the name of its MachineSet. */
export const MACHINE_SET_LABEL = 'machine.openshift.io/cluster-api-machineset';

/** Annotation of a MachineHealthCheck: how it remediates instead of deleting the Machine. */
export const REMEDIATION_STRATEGY_ANNOTATION = 'machine.openshift.io/remediation-strategy';

/** The strategy that powers the host off and on through its BMC. */
export const POWER_CYCLE_STRATEGY = 'external-baremetal';
