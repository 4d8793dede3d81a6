import { quantityValue } from '../../facts';
import type { Fields } from './mutating-default';

/** The virtual CPUs of an instance, as a webhook sees them. */
export interface CpuTopology {
  readonly sockets: number;
  readonly cores: number;
  readonly threads: number;
}

/** The topology that a spec says; 0: it says nothing. */
export function writtenTopology({ domain }: Fields): CpuTopology {
  const [sockets, cores, threads] = [domain?.cpu?.sockets, domain?.cpu?.cores, domain?.cpu?.threads].map(count);
  return { sockets, cores, threads };
}

/** The topology of a spec that says none: all CPUs of the limit, or else of the request, are sockets. */
export function defaultTopology({ domain }: Fields): CpuTopology {
  const { resources } = domain ?? {};
  const cpus = quantityValue(resources?.limits?.cpu) ?? quantityValue(resources?.requests?.cpu) ?? 1;
  return { sockets: Math.ceil(cpus), cores: 1, threads: 1 };
}

/** Whether a topology says nothing. */
export function isUnsaid({ sockets, cores, threads }: CpuTopology): boolean {
  return sockets <= 0 && cores <= 0 && threads <= 0;
}

function count(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
