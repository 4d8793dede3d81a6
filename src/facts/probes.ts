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

/** How often a highly available VM is probed, and how long an answer may take, where nobody says otherwise. */
export const PROBE_TIMINGS = { periodSeconds: 10, timeoutSeconds: 5 } as const;

/** So many probes in a row have to fail before a highly available VM gets no more traffic. */
export const READINESS_FAILURES = 3;

/** So many probes in a row have to fail before a highly available VM is stopped: a minute of them. */
export const LIVENESS_FAILURES = 6;

/** How long the boot of a guest takes at most, where nobody says it. */
export const BOOT_SECONDS = 120;

/** How long its first boot takes at most, with all that cloud-init does. */
export const FIRST_BOOT_SECONDS = 2 * BOOT_SECONDS;

/**
 * Seconds without a heartbeat after which VM Monitoring of vSphere HA resets a guest, by its sensitivity.
 *
 * @see https://docs.vmware.com/en/VMware-vSphere/7.0/com.vmware.vsphere.avail.doc/GUID-62B80D7A-C764-40CB-AE59-752DA6AD78E7.html
 */
export const FAILURE_INTERVALS = { high: 30, medium: 60, low: 120 } as const;
