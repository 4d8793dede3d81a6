import { ApiObject, Chart, Size, Testing } from 'cdk8s';
import { Disk, DiskBus, VirtualMachine } from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import { thrownBy } from '../support/thrown';

function rendered(...disks: Disk[]) {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { metadata: { name: 'web' }, disks });
  const { dataVolumeTemplates, template } = ApiObject.of(vm).toJson().spec;
  return { dataVolumeTemplates, volumes: template.spec.volumes, disks: template.spec.domain.devices.disks };
}

function refused(disk: Disk): string {
  const chart = new Chart(Testing.app(), 'shop');
  return thrownBy(() => new VirtualMachine(chart, 'web', { disks: [disk] }));
}

test('clones a disk from a DataSource into a volume named after VM and disk', () => {
  const disk = Disk.fromDataSource('root', {
    name: 'rhel9',
    namespace: 'openshift-virtualization-os-images',
    size: Size.gibibytes(30),
    storageClassName: 'ceph',
    accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    volumeMode: PersistentVolumeMode.BLOCK,
    bootOrder: 1,
  });
  expect(rendered(disk)).toEqual({
    dataVolumeTemplates: [
      {
        metadata: { name: 'web-root' },
        spec: {
          sourceRef: { kind: 'DataSource', name: 'rhel9', namespace: 'openshift-virtualization-os-images' },
          storage: {
            accessModes: ['ReadWriteMany'],
            volumeMode: 'Block',
            storageClassName: 'ceph',
            resources: { requests: { storage: '30Gi' } },
          },
        },
      },
    ],
    volumes: [{ name: 'root', dataVolume: { name: 'web-root' } }],
    disks: [{ name: 'root', disk: { bus: 'virtio' }, bootOrder: 1 }],
  });
});

test('leaves access and volume mode to the StorageProfile when nothing is said', () => {
  expect(rendered(Disk.blank('data', { size: Size.mebibytes(1536) })).dataVolumeTemplates[0].spec).toEqual({
    source: { blank: {} },
    storage: { resources: { requests: { storage: '1536Mi' } } },
  });
});

test('imports a disk from a web server', () => {
  const disk = Disk.fromHttp('root', { url: 'https://images.example.com/rhel9.qcow2', size: Size.gibibytes(10) });
  expect(rendered(disk).dataVolumeTemplates[0].spec.source).toEqual({ http: { url: 'https://images.example.com/rhel9.qcow2' } });
});

test('uses an existing claim and a container image without a DataVolume', () => {
  const claim = Disk.fromPersistentVolumeClaim('data', { claimName: 'mariadb', bus: DiskBus.SCSI, serial: 'DATA-1' });
  const image = Disk.fromContainerDisk('root', { image: 'quay.io/containerdisks/fedora:43' });
  expect(rendered(claim, image)).toEqual({
    dataVolumeTemplates: undefined,
    volumes: [
      { name: 'data', persistentVolumeClaim: { claimName: 'mariadb' } },
      { name: 'root', containerDisk: { image: 'quay.io/containerdisks/fedora:43' } },
    ],
    disks: [
      { name: 'data', disk: { bus: 'scsi' }, serial: 'DATA-1' },
      { name: 'root', disk: { bus: 'virtio' } },
    ],
  });
});

test.each([
  [
    'a name that is no DNS label',
    Disk.blank('Data_1', { size: Size.gibibytes(1) }),
    '[shop/web] disks[0].name is "Data_1": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
  ],
  [
    'a boot order of zero',
    Disk.blank('data', { size: Size.gibibytes(1), bootOrder: 0 }),
    '[shop/web] disks[0].bootOrder is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
  ],
  [
    'a serial number with a space',
    Disk.blank('data', { size: Size.gibibytes(1), serial: 'DATA 1' }),
    '[shop/web] disks[0].serial is "DATA 1": a serial number has 1 to 256 of A-Z a-z 0-9 _ . + -. Choose another serial number. (disk-serial-invalid)',
  ],
  [
    'an import from a file',
    Disk.fromHttp('root', { url: 'file:///rhel9.qcow2', size: Size.gibibytes(1) }),
    '[shop/web] disks[0].url is "file:///rhel9.qcow2": an import starts from an http:// or https:// URL. Pass the URL of the disk image. (disk-url-invalid)',
  ],
  [
    'a fraction of a mebibyte',
    Disk.blank('data', { size: Size.kibibytes(1500) }),
    '[shop/web] disks[0].size is 1500 Ki: whole mebibytes only. Use Size.mebibytes(2). (whole-mebibytes)',
  ],
])('refuses %s', (_name, disk, message) => {
  expect(refused(disk)).toBe(message);
});
