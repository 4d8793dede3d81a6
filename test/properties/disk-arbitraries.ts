import { Size } from 'cdk8s';
import {
  BlockSize,
  CdRomTray,
  DataVolumeSource,
  Disk,
  DiskBus,
  DiskCache,
  DiskErrorPolicy,
  DiskIo,
  DiskKind,
  type DiskOptions,
  Filesystem,
  RegistryPullMethod,
} from 'cdk8s-kubevirt';
import { ImagePullPolicy, PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,20}[a-z0-9])?$/);
const size = fc.integer({ min: 1, max: 100_000 }).map((value) => Size.mebibytes(value));
const blockSize = fc.constantFrom(BlockSize.matchVolume(), BlockSize.custom({ logical: 512, physical: 4096 }));

/** How a disk works, whatever the guest takes it for. */
const device: fc.Arbitrary<DiskOptions> = fc
  .record({
    bus: option(fc.constantFrom(DiskBus.VIRTIO, DiskBus.SCSI)),
    serial: option(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.+-]{0,19}$/)),
    readOnly: option(fc.boolean()),
    cache: option(member(DiskCache)),
    io: option(member(DiskIo)),
    errorPolicy: option(fc.constantFrom(DiskErrorPolicy.STOP, DiskErrorPolicy.REPORT, DiskErrorPolicy.ENOSPACE)),
    blockSize: option(blockSize),
    tag: option(label),
    shareable: option(fc.boolean()),
    dedicatedIoThread: option(fc.boolean()),
  })
  .map(({ bus, io, cache, ...rest }) => ({
    ...rest,
    bus: rest.dedicatedIoThread ? DiskBus.VIRTIO : bus,
    io,
    cache: io === DiskIo.NATIVE || rest.shareable ? DiskCache.NONE : cache,
  }));

/** A LUN or a CD-ROM drive: what has no serial number and no thread to itself. */
const otherDevice: fc.Arbitrary<DiskOptions> = fc.record({
  kind: fc.oneof(
    fc.constant(DiskKind.lun()),
    option(member(CdRomTray)).map((tray) => DiskKind.cdRom({ tray })),
  ),
  readOnly: option(fc.boolean()),
});

const storage = fc.record(
  {
    size,
    storageClassName: option(label),
    accessMode: option(fc.constant(PersistentVolumeAccessMode.READ_WRITE_MANY)),
    volumeMode: option(member(PersistentVolumeMode)),
    preallocation: option(fc.boolean()),
    priorityClassName: option(label),
    hotpluggable: option(fc.boolean()),
  },
  { requiredKeys: ['size'] },
);

const source = fc.oneof(
  fc.constantFrom(DataVolumeSource.blank(), DataVolumeSource.upload()),
  fc.tuple(fc.webUrl(), option(label)).map(([url, secretName]) => DataVolumeSource.http(url, { secretName })),
  fc
    .tuple(label, option(member(RegistryPullMethod)))
    .map(([image, pullMethod]) => DataVolumeSource.registry(`docker://quay.io/a/${image}`, { pullMethod })),
  label.map((name) => DataVolumeSource.imageStream(name)),
  label.map((name) => DataVolumeSource.s3(`https://s3.example.com/images/${name}`)),
  label.map((name) => DataVolumeSource.gcs(`gs://images/${name}`)),
);

/** What has a size of its own. */
const clone = fc.oneof(
  fc.tuple(label, option(label)).map(([name, namespace]) => DataVolumeSource.persistentVolumeClaim(name, { namespace })),
  fc.tuple(label, option(label)).map(([name, namespace]) => DataVolumeSource.snapshot(name, { namespace })),
  fc.tuple(label, option(label)).map(([name, namespace]) => DataVolumeSource.dataSource(name, { namespace })),
);

const disk = (name: string): fc.Arbitrary<Disk> =>
  fc.oneof(
    fc.tuple(storage, device).map(([options, guest]) => Disk.blank(name, { ...options, ...guest })),
    fc.tuple(storage, device, label).map(([options, guest, from]) => Disk.fromDataSource(name, { ...options, ...guest, name: from })),
    fc.tuple(storage, device, fc.webUrl()).map(([options, guest, url]) => Disk.fromHttp(name, { ...options, ...guest, url })),
    fc.tuple(storage, device, source).map(([options, guest, from]) => Disk.fromSource(name, { ...options, ...guest, source: from })),
    clone.map((from) => Disk.fromSource(name, { source: from })),
    fc
      .tuple(label, fc.oneof(device, otherDevice))
      .map(([claimName, guest]) => Disk.fromPersistentVolumeClaim(name, { ...guest, claimName })),
    fc.tuple(label, device).map(([dataVolumeName, guest]) => Disk.fromDataVolume(name, { ...guest, dataVolumeName })),
    label.map((claimName) => Disk.ephemeral(name, { claimName })),
    fc
      .tuple(label, option(member(ImagePullPolicy)))
      .map(([image, imagePullPolicy]) => Disk.fromContainerDisk(name, { image: `quay.io/images/${image}:1`, imagePullPolicy })),
    size.map((capacity) => Disk.emptyDisk(name, { size: capacity })),
    option(size).map((capacity) => Disk.hostDisk(name, { path: '/data/disk.img', size: capacity, shared: true })),
    label.map((secretName) => Disk.fromSecret(name, { secretName })),
    label.map((configMapName) => Disk.fromConfigMap(name, { configMapName, volumeLabel: 'settings' })),
    label.map((secretName) => Disk.sysprep(name, { secretName })),
    fc.constant(Disk.downwardApi(name, { files: [{ path: 'labels', fieldPath: 'metadata.labels' }] })),
  );

const names = fc.uniqueArray(
  label.map((name) => `d-${name}`),
  { maxLength: 4 },
);

/** The name of a drive without a medium. */
export const DRIVE = 'drive';

/** Up to four disks, and one of the kinds of which a VM can have one. */
export const disks: fc.Arbitrary<Disk[]> = fc
  .tuple(
    names.chain((drawn) => fc.tuple(...drawn.map(disk))),
    fc.subarray([Disk.downwardMetrics('metrics'), Disk.fromServiceAccount('token', { serviceAccountName: 'web' }), Disk.emptyCdRom(DRIVE)]),
  )
  .map(([many, single]) => [...many, ...single]);

/** Up to two folders that the guest mounts. */
export const filesystems: fc.Arbitrary<Filesystem[]> = fc
  .tuple(option(label), option(label))
  .map(([configMapName, claimName]) => [
    ...(configMapName === undefined ? [] : [Filesystem.fromConfigMap('settings', { configMapName })]),
    ...(claimName === undefined ? [] : [Filesystem.fromPersistentVolumeClaim('files', { claimName })]),
  ]);
