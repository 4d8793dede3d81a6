import type { Bounds } from './bounds';

/**
 * The weights of preferences among nodes and pods.
 *
 * Source: `ValidatePreferredSchedulingTerms` and its like in Kubernetes' pkg/apis/core/validation.
 */
export const PREFERENCE_WEIGHTS: Bounds = { min: 1, max: 100 };

/** Seconds that most guests need to shut down at most; KubeVirt gives them 30 unless the VM says otherwise. */
export const AMPLE_GRACE_SECONDS = 180;
