import { ApiObject, Chart, JsonPatch, Size } from 'cdk8s';
import {
  BlockSize,
  DataVolume,
  DataVolumeContentType,
  DataVolumeSource,
  Disk,
  DiskBus,
  DiskCache,
  DiskIo,
  DiskKind,
  HighlyAvailableVM,
  VirtualMachine,
  WatchdogDevice,
} from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import type { Fault } from './faults';

const size = Size.gibibytes(1);

/** A disk that is refused when it is added, or at synth. */
function disk(code: string, faulty: () => Disk): Fault {
  return { code, plant: ({ vms }) => vms[0].addDisk(faulty()) };
}

function blocked(faulty: () => Disk): Fault {
  return {
    code: 'live-migrate-blocked',
    plant: ({ chart }) => {
      const vm = new HighlyAvailableVM(chart, 'x', { memory: size, disks: [faulty()] });
      new WatchdogDevice(vm, 'y');
    },
  };
}

/** Faults of disks, volumes and DataVolumes. */
export const DISK_FAULTS: readonly Fault[] = [
  disk('pci-address-invalid', () => Disk.blank('x', { size, kind: DiskKind.disk({ pciAddress: '1' }) })),
  disk('power-of-two-required', () => Disk.blank('x', { size, blockSize: BlockSize.custom({ logical: 513, physical: 4096 }) })),
  disk('exactly-one-required', () => Disk.fromPersistentVolumeClaim('x', {})),
  disk('exactly-one-required', () => Disk.sysprep('x', { secretName: 'a', configMapName: 'b' })),
  disk('object-name-invalid', () => Disk.fromConfigMap('x', { configMapName: 'A' })),
  disk('object-name-invalid', () => Disk.fromSource('x', { source: DataVolumeSource.snapshot('A') })),
  disk('image-name-invalid', () => Disk.fromContainerDisk('x', { image: 'docker://a' })),
  disk('path-not-absolute', () => Disk.hostDisk('x', { path: 'a' })),
  disk('files-missing', () => Disk.downwardApi('x', { files: [] })),
  disk('disk-url-invalid', () => Disk.fromSource('x', { source: DataVolumeSource.registry('quay.io/a'), size })),
  disk('checksum-invalid', () => Disk.fromHttp('x', { size, url: 'https://a.example.com', checksum: 'abc' })),
  disk('checksum-in-template', () => Disk.fromHttp('x', { size, url: 'https://a.example.com', checksum: `md5:${'0'.repeat(32)}` })),
  disk('data-volume-size-missing', () => Disk.fromSource('x', { source: DataVolumeSource.blank() })),
  disk('data-volume-content-type-unsupported', () => Disk.blank('x', { size, contentType: DataVolumeContentType.ARCHIVE })),
  disk('disk-bus-unsupported', () => Disk.blank('x', { size, kind: DiskKind.cdRom(), bus: DiskBus.VIRTIO })),
  disk('disk-bus-unsupported', () => Disk.blank('x', { size, bus: DiskBus.SCSI, dedicatedIoThread: true })),
  disk('lun-volume-unsupported', () => Disk.emptyDisk('x', { size, kind: DiskKind.lun() })),
  disk('shareable-disk-cached', () => Disk.blank('x', { size, shareable: true, cache: DiskCache.WRITEBACK })),
  disk('native-io-cached', () => Disk.blank('x', { size, io: DiskIo.NATIVE, cache: DiskCache.WRITETHROUGH })),
  {
    code: 'volume-source-not-unique',
    plant: ({ vms: [vm] }) => ['x', 'y'].map((name) => vm.addDisk(Disk.fromServiceAccount(name, { serviceAccountName: 'a' }))),
  },
  {
    code: 'source-namespace-missing',
    plant: ({ app }) => new DataVolume(new Chart(app, 'elsewhere'), 'x', { source: DataVolumeSource.snapshot('a') }),
  },
  {
    code: 'registry-source-invalid',
    plant: ({ chart }) => {
      const dataVolume = new DataVolume(chart, 'x', { source: DataVolumeSource.imageStream('a'), size });
      ApiObject.of(dataVolume).addJsonPatch(JsonPatch.remove('/spec/source/registry/pullMethod'));
    },
  },
  {
    code: 'kind-patched',
    plant: ({ chart }) => {
      const vm = new VirtualMachine(chart, 'x', { memory: size });
      ApiObject.of(vm).addJsonPatch(JsonPatch.replace('/kind', 'ConfigMap'));
      vm.liveMigratability();
    },
  },
  blocked(() => Disk.hostDisk('x', { path: '/x.img', size })),
  blocked(() => Disk.blank('x', { size, accessMode: PersistentVolumeAccessMode.READ_WRITE_ONCE_POD })),
];
