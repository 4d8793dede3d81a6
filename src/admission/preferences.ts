import { INSTANCETYPE_GROUP } from '../facts';
import { isObject, type Manifest, type ManifestGraph } from '../graph';
import { KUBEVIRT_TREE } from './kubevirt-source';

/** What KubeVirt admits of an instance type. */
export const INSTANCETYPE_ADMITTER = `${KUBEVIRT_TREE}/pkg/instancetype/webhooks/admitter.go`;

/** What KubeVirt admits of a preference. */
export const PREFERENCE_ADMITTER = `${KUBEVIRT_TREE}/pkg/instancetype/preference/webhooks/admitter.go`;

/** Whether a VM with a preference and its instance type can have the topology that is preferred. */
export const SPREAD_ADMISSION = `${KUBEVIRT_TREE}/pkg/instancetype/preference/validation/cpu.go`;

const NAMES = ['sockets', 'cores', 'threads', 'spread', 'any'];

/** What `preferredCPUTopology` may be, deprecated names last. */
export const CPU_TOPOLOGIES: readonly string[] = [...NAMES, ...NAMES.map((name) => `prefer${name[0].toUpperCase()}${name.slice(1)}`)];

/** What CPUs can be spread across. */
export const SPREADS: readonly string[] = ['SocketsCores', 'CoresThreads', 'SocketsCoresThreads'];

const DEFAULT_RATIO = 2;

/** The threads of a core, where CPUs are spread across threads. */
export const THREADS_PER_CORE = 2;

/** How a preference spreads CPUs. */
export interface CpuSpread {
  readonly across: string;
  readonly ratio: number;
}

/** The instance types of a graph, those of namespaces and of the cluster. */
export function instancetypes(graph: ManifestGraph): readonly Manifest[] {
  return ['VirtualMachineInstancetype', 'VirtualMachineClusterInstancetype'].flatMap((kind) => graph.ofKind(INSTANCETYPE_GROUP, kind));
}

/** The preferences of a graph, those of namespaces and of the cluster. */
export function preferences(graph: ManifestGraph): readonly Manifest[] {
  return ['VirtualMachinePreference', 'VirtualMachineClusterPreference'].flatMap((kind) => graph.ofKind(INSTANCETYPE_GROUP, kind));
}

/** The topology that a preference asks for, without the prefix of deprecated names. */
export function preferredTopology(preference: Record<string, any> | undefined): string {
  const topology: string = String(preference?.cpu?.preferredCPUTopology ?? NAMES[0]);
  const index = CPU_TOPOLOGIES.indexOf(topology);
  return index < 0 ? topology : NAMES[index % NAMES.length];
}

/** How a preference spreads CPUs; undefined: it does not. */
export function spreadOf(preference: Record<string, any> | undefined): CpuSpread | undefined {
  if (preference === undefined || preferredTopology(preference) !== 'spread') {
    return undefined;
  }
  const { across, ratio } = isObject(preference.cpu?.spreadOptions) ? preference.cpu.spreadOptions : {};
  return { across: across ?? SPREADS[0], ratio: ratio ?? (preference.preferSpreadSocketToCoreRatio || DEFAULT_RATIO) };
}
