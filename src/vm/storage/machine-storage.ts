import { withoutUndefined } from '../../graph';
import type { DataVolumeTemplateSpec, DiskDevice, Filesystem as KubeFilesystem, Volume } from '../../imports';
import type { Disk, RenderedDisk } from './disk';
import type { Filesystem, RenderedFilesystem } from './filesystem';
import type { VolumeContext } from './volume';

/** What the disks and file systems of a VM have in common. */
export type MachineContext = Omit<VolumeContext, 'argument'>;

/** The disks and file systems of one VM, in the order in which they were added. */
export class MachineStorage {
  private readonly disks: RenderedDisk[] = [];
  private readonly filesystems: RenderedFilesystem[] = [];

  public addDisk(disk: Disk, context: MachineContext): void {
    const argument = `disks[${this.disks.length}]`;
    const rendered = disk._render({ argument, ...context });
    this.disks.push(withoutUndefined(rendered));
  }

  public addFilesystem(filesystem: Filesystem, context: MachineContext): void {
    const argument = `filesystems[${this.filesystems.length}]`;
    const rendered = filesystem._render({ argument, ...context });
    this.filesystems.push(withoutUndefined(rendered));
  }

  public get diskDevices(): DiskDevice[] {
    return this.disks.map(({ disk }) => disk);
  }

  public get filesystemDevices(): KubeFilesystem[] {
    return this.filesystems.map(({ filesystem }) => filesystem);
  }

  public get volumes(): Volume[] {
    return [...this.disks, ...this.filesystems].flatMap(({ volume }) => volume ?? []);
  }

  public get dataVolumeTemplates(): DataVolumeTemplateSpec[] {
    return this.disks.flatMap(({ dataVolumeTemplate }) => dataVolumeTemplate ?? []);
  }
}
