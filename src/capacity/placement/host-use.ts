import type { HostShare, HostUse } from './answers';
import type { Placement } from './placement';

/** The position of memory among the resources of a model. */
export const MEMORY = 1;

/** What is taken on each host on which VMs can run, of the resources that some VM asks for and it has. */
export function hostUses({ model, hostOf, free }: Placement): HostUse[] {
  return model.hosts.flatMap(({ name, zone, isReady, allocatable }, host) =>
    model.usable[host] === 0
      ? []
      : {
          host: name,
          zone,
          isReady,
          vms: hostOf.filter((placed) => placed === host).length,
          shares: model.resources
            .map((resource, position) => {
              const all = allocatable[resource] ?? 0;
              return { resource, used: all - free[host * model.resources.length + position], allocatable: all };
            })
            .filter(({ allocatable: all }) => all > 0),
        },
  );
}

/** The host of which most is taken of one resource. */
export function fullestHost({ model, free, lost }: Placement): HostShare | undefined {
  let fullest: HostShare | undefined;
  model.hosts.forEach(({ name, allocatable }, host) => {
    for (const resource of lost[host] === 0 && model.usable[host] === 1 ? ['memory', 'cpu', 'pods'] : []) {
      const all = allocatable[resource] ?? 0;
      const share = all === 0 ? 0 : 1 - free[host * model.resources.length + model.resources.indexOf(resource)] / all;
      fullest = fullest === undefined || share > fullest.share ? { host: name, resource, share } : fullest;
    }
  });
  return fullest;
}

/** The most memory that is free on one host. */
export function largestGap({ model, free, lost }: Placement): number {
  const gaps = model.hosts.map((_host, host) =>
    lost[host] === 0 && model.usable[host] === 1 ? free[host * model.resources.length + MEMORY] : 0,
  );
  return Math.max(0, ...gaps);
}
