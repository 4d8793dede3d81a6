/**
 * Ports by which people and tools administer a machine: SSH, DNS, remote desktops, Windows Remote Management, VNC. Whoever
 * connects to one that does not answer yet tries again.
 *
 * Source: the registry of port numbers of IANA.
 */
export const ADMINISTRATION_PORTS: ReadonlySet<number> = new Set([22, 53, 3389, 5900, 5985, 5986]);

/** Names that ports with other numbers get for the same purpose, e.g. `ssh` or `rdp-udp`. */
export const ADMINISTRATION_PORT_NAME = /^(ssh|dns|rdp|winrm|vnc)(-|$)/;

/**
 * The port that the console of OpenShift writes into the headless Service of a new VM, because a Service needed one once:
 * nothing listens on it.
 *
 * Source: the headless Service that kubevirt-ui/kubevirt-plugin creates beside a VM.
 */
export const CONSOLE_DUMMY_PORT = 5434;

/** The label by which that Service selects its VMs. */
export const CONSOLE_HEADLESS_LABEL = 'network.kubevirt.io/headlessService';
