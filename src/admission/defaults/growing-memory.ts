import { isObject } from '../../graph';
import type { Fields } from './mutating-default';

const GIBIBYTE = 1024 ** 3;

/** The least memory in bytes with which a guest begins whose memory can grow. */
export const LEAST_GROWING_MEMORY = GIBIBYTE;

/** What the sizes of memory that can grow are multiples of: a block of it, or a huge page of 1Gi. */
export function growthBlock({ memory }: Fields): { readonly bytes: number; readonly words: string } {
  return memory?.hugepages?.pageSize === '1Gi' ? { bytes: GIBIBYTE, words: '1Gi' } : { bytes: 2 * 1024 ** 2, words: '2Mi' };
}

/**
 * The fields of a domain beside which memory cannot grow.
 *
 * @see https://github.com/kubevirt/kubevirt/blob/v1.9.0/pkg/liveupdate/memory/memory.go
 */
export function hindrancesToGrowth({ cpu, launchSecurity }: Fields): string[] {
  const fields = {
    'cpu.realtime': cpu?.realtime,
    'cpu.numa.guestMappingPassthrough': cpu?.numa?.guestMappingPassthrough,
    launchSecurity,
  };
  return Object.entries(fields).flatMap(([name, value]) => (isObject(value) ? [name] : []));
}
