import { quantityValue } from '../../facts';
import { growthBlock, hindrancesToGrowth, LEAST_GROWING_MEMORY } from './growing-memory';
import type { DefaultContext, Fields, MutatingDefault } from './mutating-default';
import { writtenTopology } from './topology';

const MOST_CPUS = 512;
const RATIO = 4;

/**
 * The room that a running VM can grow into, where changes reach running VMs: not on arm64, and no memory where hotplug cannot work.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/defaults/defaults.go
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/liveupdate/memory/memory.go
 */
export const HOTPLUG_DEFAULTS: readonly MutatingDefault[] = [
  { field: 'domain.cpu.maxSockets', isUnset: (count) => count === 0, value: mostSockets },
  { field: 'domain.memory.maxGuest', architectures: ['amd64'], value: mostMemory },
];

function mostSockets({ spec, configuration, architecture }: DefaultContext): number | undefined {
  const { sockets, cores, threads } = writtenTopology(spec);
  if (architecture === 'arm64' || sockets === 0) {
    return undefined;
  }
  const { maxCpuSockets, maxHotplugRatio = RATIO } = configuration.liveUpdateConfiguration ?? {};
  if (typeof maxCpuSockets === 'number' && maxCpuSockets !== 0) {
    return Math.max(maxCpuSockets, sockets);
  }
  const wanted = sockets * maxHotplugRatio;
  return wanted * cores * threads > MOST_CPUS ? Math.max(Math.floor(MOST_CPUS / (cores * threads)), sockets) : wanted;
}

/** In bytes. */
function mostMemory({ spec, configuration }: DefaultContext): unknown {
  const { maxGuest, maxHotplugRatio = RATIO } = configuration.liveUpdateConfiguration ?? {};
  const guest = quantityValue(spec.domain.memory?.guest);
  const most = quantityValue(maxGuest) ?? (guest === undefined ? undefined : guest * maxHotplugRatio);
  return guest !== undefined && most !== undefined && canGrow(spec.domain, guest, most) ? (maxGuest ?? String(most)) : undefined;
}

function canGrow(domain: Fields, guest: number, most: number): boolean {
  const { bytes } = growthBlock(domain);
  const isSized = guest >= LEAST_GROWING_MEMORY && guest <= most && guest % bytes === 0 && most % bytes === 0;
  return isSized && hindrancesToGrowth(domain).length === 0;
}
