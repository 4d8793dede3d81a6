/** How a disk is attached to the guest. */
export enum DiskBus {
  /** Paravirtualized: the fastest; Windows needs its driver. Not for CD-ROMs. */
  VIRTIO = 'virtio',
  /** SCSI controller: the one for LUNs and for disks that are plugged in while the guest runs. */
  SCSI = 'scsi',
  /** SATA controller: works without a driver. */
  SATA = 'sata',
  /** USB mass storage. */
  USB = 'usb',
}

/** What happens to a write on its way through the host. */
export enum DiskCache {
  /** Past the page cache of the host: safe to migrate, and what shared disks need. */
  NONE = 'none',
  /** Into the page cache and to the storage before the guest goes on. */
  WRITETHROUGH = 'writethrough',
  /** Into the page cache: fast, and lost with the host. */
  WRITEBACK = 'writeback',
}

/** How QEMU talks to the storage. */
export enum DiskIo {
  /** Kernel asynchronous I/O: for block volumes and preallocated files. */
  NATIVE = 'native',
  /** A pool of threads: for files that grow. */
  THREADS = 'threads',
}

/**
 * What happens when the storage answers a read or a write with an error.
 *
 * A paused VM runs for KubeVirt: nothing restarts it, its pod is not ready, and KubeVirt tries to resume it with growing
 * delays. A liveness probe through the guest agent fails meanwhile and ends it.
 */
export enum DiskErrorPolicy {
  /** The VM is paused until the storage is back: the guest sees a long request, no error. KubeVirt's default. */
  STOP = 'stop',
  /** The guest sees the error: for guests that switch to another path or cluster member by themselves. */
  REPORT = 'report',
  /** The error is swallowed: the guest believes that its data is written. */
  IGNORE = 'ignore',
  /** The VM is paused when the storage is full; other errors reach the guest. */
  ENOSPACE = 'enospace',
}
