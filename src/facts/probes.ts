/**
 * What KubeVirt makes of numbers of a probe that are not set or below 1.
 *
 * Source: `SetDefaults_Probe` in KubeVirt's api/core/v1/defaults.go.
 */
export const PROBE_DEFAULTS = { timeoutSeconds: 1, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 } as const;

/**
 * Seconds that KubeVirt adds to the initial delay of each probe.
 *
 * Source: `LibvirtStartupDelay` in KubeVirt's pkg/virt-controller/services/template.go.
 */
export const LIBVIRT_STARTUP_DELAY = 10;

/** The handlers that a probe of a VM can have. */
export const PROBE_HANDLERS = ['exec', 'guestAgentPing', 'httpGet', 'tcpSocket'] as const;

/** The handlers by which the kubelet connects to the VM from outside. */
export const NETWORK_PROBE_HANDLERS = ['httpGet', 'tcpSocket'] as const;
