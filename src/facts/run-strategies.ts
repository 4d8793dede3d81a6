/**
 * The run strategies of a VM.
 *
 * Source: `validateRunStrategy` in KubeVirt's vms-admitter.go.
 */
export const RUN_STRATEGIES: readonly string[] = ['Always', 'Halted', 'Manual', 'Once', 'RerunOnFailure'];

/** Those that start a VM again after it has failed. */
export const RESTARTING_RUN_STRATEGIES: readonly string[] = ['Always', 'RerunOnFailure'];
