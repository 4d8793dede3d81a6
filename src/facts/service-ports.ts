import { REMOTE_ACCESS } from './sensitive-ports';

const DNS_PORT = 53;

/** Ports by which people and tools administer a machine, and DNS. Whoever connects to one that does not answer yet tries again. */
export const ADMINISTRATION_PORTS: ReadonlySet<number> = new Set([DNS_PORT, ...REMOTE_ACCESS.flatMap(({ ports }) => ports)]);

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
