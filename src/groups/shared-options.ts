import type { Arguments } from '../errors';
import type { Disk } from '../vm';

/** Refuses disks on claims that several running VMs would write. */
export function refuseSharedClaims(args: Arguments, disks: Disk[], machineName: string, writers: string, remedy: string): void {
  for (const [index, disk] of disks.entries()) {
    const argument = `disks[${index}]`;
    const claim = disk._writtenClaim({ args, argument, machineName, defaults: {}, hasPreference: false });
    if (claim !== undefined) {
      const rule = `${writers} would write it, which destroys its file system`;
      args.refuse('claim-shared', argument, `a disk on the claim ${JSON.stringify(claim)}`, rule, remedy);
    }
  }
}

/** Refuses a host name that several VMs would have. */
export function refuseSharedHostname(args: Arguments, hostname: string | undefined, owners: string): void {
  if (hostname !== undefined) {
    const rule = `${owners} would have this host name`;
    args.refuse('hostname-shared', 'hostname', JSON.stringify(hostname), rule, 'Leave it out: each VM is called by its own name.');
  }
}
