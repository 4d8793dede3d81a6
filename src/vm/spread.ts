import type { VirtualMachineInstanceSpec } from '../imports';

/** Domains over which VMs of a group are spread, the one that matters more first. */
const TOPOLOGIES = [
  { topologyKey: 'kubernetes.io/hostname', weight: 100 },
  { topologyKey: 'topology.kubernetes.io/zone', weight: 50 },
];

/**
 * Spreads VMs with these pod labels over hosts and zones where there are some.
 *
 * Every term is a preference: a hard one would leave a VM down, or a drain waiting, when no node is spare.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/
 */
export function spreadAmong(
  matchLabels: Record<string, string>,
): Pick<VirtualMachineInstanceSpec, 'affinity' | 'topologySpreadConstraints'> {
  const labelSelector = { matchLabels };
  return {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: TOPOLOGIES.map(({ topologyKey, weight }) => ({
          weight,
          podAffinityTerm: { labelSelector, topologyKey },
        })),
      },
    },
    topologySpreadConstraints: TOPOLOGIES.map(({ topologyKey }) => ({
      maxSkew: 1,
      topologyKey,
      whenUnsatisfiable: 'ScheduleAnyway',
      labelSelector,
    })),
  };
}
