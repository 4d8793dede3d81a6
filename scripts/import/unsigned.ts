/**
 * Integers that are unsigned in the Go types of KubeVirt: its webhooks cannot read a negative one, although the schema lets it
 * pass. An integer that is something else has none of these names.
 */
const UNSIGNED: readonly string[] = [
  'bootOrder',
  'cores',
  'discardGranularity',
  'guest',
  'logical',
  'maxCpuSockets',
  'maxHotplugRatio',
  'maxSockets',
  'parallelMigrationsPerCluster',
  'parallelOutboundMigrationsPerNode',
  'physical',
  'preferSpreadSocketToCoreRatio',
  'ratio',
  'sockets',
  'spinlocks',
  'supplementalPoolThreadCount',
  'threads',
];

/** Whether the type of a field in Go takes no negative numbers. */
export function isUnsigned(name: string, type: string): boolean {
  return type === 'integer' && UNSIGNED.includes(name);
}
