/** The KubeVirt release whose pools have strategies for updates and scaling in, and a maxUnavailable. */
export const FIRST_RELEASE_OF_POOL_STRATEGIES = '1.8';

/** The KubeVirt release from which on beta feature gates are on unless they are switched off. */
export const FIRST_RELEASE_WITH_BETA_GATES_ON = '1.9';
