import {
  DATA_VOLUME_CLAIMS,
  DISK_TARGETS,
  INTERFACE_BINDINGS,
  NETWORK_SOURCES,
  ownValue,
  PROBE_HANDLERS,
  VOLUME_SOURCES,
  WATCHDOG_DEVICES,
  WATCHDOG_OF_ARCHITECTURE,
} from '../../facts';

/** Fields of one object of which a webhook accepts one only. */
interface Alternatives {
  readonly members: readonly string[];
  /** The one that is meant where none is set; undefined: nobody knows. */
  readonly usual?: (architecture: string) => string | undefined;
}

const ALTERNATIVES: readonly Alternatives[] = [
  { members: DISK_TARGETS, usual: () => 'disk' },
  { members: DATA_VOLUME_CLAIMS, usual: () => 'storage' },
  { members: WATCHDOG_DEVICES, usual: (architecture) => ownValue(WATCHDOG_OF_ARCHITECTURE, architecture) },
  { members: INTERFACE_BINDINGS },
  { members: NETWORK_SOURCES },
  { members: VOLUME_SOURCES },
  { members: PROBE_HANDLERS },
  { members: ['source', 'sourceRef'] },
  { members: ['blank', 'gcs', 'http', 'imageio', 'pvc', 'registry', 's3', 'snapshot', 'upload', 'vddk'] },
  { members: ['efi', 'bios'] },
  { members: ['utc', 'timezone'] },
  { members: ['sshPublicKey', 'userPassword'] },
  { members: ['configDrive', 'noCloud', 'qemuGuestAgent'] },
  { members: ['running', 'runStrategy'] },
  { members: ['name', 'inferFromVolume'] },
  { members: ['opportunistic', 'proactive', 'unmanaged'] },
  { members: ['remediationTemplate', 'escalatingRemediations'] },
];

/** Whether an object takes a field beside what it has. */
export function excludesNone(object: Readonly<Record<string, unknown>>, name: string, legal: ReadonlyMap<string, unknown>): boolean {
  return !alternativesOf(name, legal).some(({ members }) => members.some((other) => other !== name && object[other] !== undefined));
}

/** Whether a field that nobody has set is the one that is meant, when something is to be put into it. */
export function isUsual(name: string, legal: ReadonlyMap<string, unknown>, architecture: string): boolean {
  return alternativesOf(name, legal).every(({ usual }) => usual === undefined || usual(architecture) === name);
}

/** The alternatives that a field belongs to: it, and another of them at least, are legal fields of the object. */
function alternativesOf(name: string, legal: ReadonlyMap<string, unknown>): readonly Alternatives[] {
  return ALTERNATIVES.filter(({ members }) => members.includes(name) && members.some((other) => other !== name && legal.has(other)));
}
