import { KINDS } from './kinds';
import type { Kind } from './load';
import { ImportError } from './schema';
import { type Struct, type StructCollector, specOf } from './structs';

/** Files in the order in which they may import each other: each one only from those before it. */
const LAYERS: readonly string[] = [
  ...new Set([
    'kubernetes',
    'guest',
    'devices',
    'volumes',
    'virtual-machine-instance',
    'data-volume',
    ...KINDS.flatMap((config) => config.file ?? []),
  ]),
];

/** Structs whose file is given; what only they use comes with them. */
const ANCHORS: { readonly [struct: string]: string } = {
  Affinity: 'kubernetes',
  ComputeResourceRequirements: 'kubernetes',
  ExecAction: 'kubernetes',
  HTTPGetAction: 'kubernetes',
  LabelSelector: 'kubernetes',
  LocalObjectReference: 'kubernetes',
  NodeSelectorRequirement: 'kubernetes',
  ObjectFieldSelector: 'kubernetes',
  PersistentVolumeClaimSpec: 'kubernetes',
  PodDNSConfig: 'kubernetes',
  PodResourceClaim: 'kubernetes',
  ResourceFieldSelector: 'kubernetes',
  TCPSocketAction: 'kubernetes',
  Toleration: 'kubernetes',
  TopologySpreadConstraint: 'kubernetes',
  TypedLocalObjectReference: 'kubernetes',
  Cpu: 'guest',
  Chassis: 'guest',
  Clock: 'guest',
  Features: 'guest',
  Firmware: 'guest',
  LaunchSecurity: 'guest',
  Memory: 'guest',
  Devices: 'devices',
  UtilityVolume: 'volumes',
  Volume: 'volumes',
  VirtualMachineInstanceSpec: 'virtual-machine-instance',
};

/** The file of every struct: its anchor, or the lowest of the files that use it, which keeps imports free of cycles. */
export function assignFiles(structs: StructCollector, kinds: readonly Kind[]): ReadonlyMap<string, string> {
  const byName = new Map(structs.all.map((struct) => [struct.name, struct]));
  const rootFiles = new Map<string, string>();
  for (const kind of kinds) {
    rootFiles.set(structs.of(specOf(kind)).name, kind.config.file as string);
  }
  const files = new Map<string, string>();
  const fileOf = (struct: Struct): string => {
    const known = files.get(struct.name);
    if (known !== undefined) {
      return known;
    }
    const root = rootFiles.get(struct.name);
    const users = [...struct.users].map((name) => fileOf(byName.get(name) as Struct));
    const file = lowestFile(struct, root === undefined ? users : [root, ...users]);
    files.set(struct.name, file);
    return file;
  };
  structs.all.forEach(fileOf);
  return files;
}

function lowestFile(struct: Struct, users: readonly string[]): string {
  const lowest = users.reduce((a, b) => (LAYERS.indexOf(b) < LAYERS.indexOf(a) ? b : a));
  const anchor = ANCHORS[struct.name] ?? lowest;
  if (LAYERS.indexOf(anchor) > LAYERS.indexOf(lowest)) {
    throw new ImportError(`${struct.name} is anchored in ${anchor}.ts but used in ${lowest}.ts, which comes before it.`);
  }
  return anchor;
}
