import { ApiObject, Chart, Size, Testing } from 'cdk8s';
import {
  BlockSize,
  CdRomTray,
  DataVolume,
  DataVolumeContentType,
  DataVolumeSource,
  Disk,
  DiskBus,
  DiskCache,
  DiskErrorPolicy,
  DiskIo,
  DiskKind,
  HighlyAvailableVM,
  Preference,
  VirtualMachine,
  type VirtualMachineProps,
} from 'cdk8s-kubevirt';
import {
  ConfigMap,
  ImagePullPolicy,
  PersistentVolumeAccessMode,
  PersistentVolumeClaim,
  PersistentVolumeMode,
  Secret,
  ServiceAccount,
} from 'cdk8s-plus-27';
import { Arguments } from '../../../src/errors';
import { thrownBy } from '../../support/thrown';

const size = Size.gibibytes(1);

function rendered(props: VirtualMachineProps) {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { metadata: { name: 'web' }, ...props });
  const { dataVolumeTemplates, template } = ApiObject.of(vm).toJson().spec;
  return { dataVolumeTemplates, volumes: template.spec.volumes, disks: template.spec.domain.devices.disks };
}

function device(disk: Disk) {
  return rendered({ disks: [disk] }).disks[0];
}

function volume(disk: Disk) {
  const { name, ...source } = rendered({ disks: [disk] }).volumes[0];
  return source;
}

function refused(disk: Disk): string {
  const chart = new Chart(Testing.app(), 'shop');
  return thrownBy(() => new VirtualMachine(chart, 'web', { disks: [disk] }));
}

describe('a disk whose volume is created with the VM', () => {
  test('is cloned from a DataSource into a volume named after VM and disk', () => {
    const disk = Disk.fromDataSource('root', {
      name: 'rhel9',
      namespace: 'openshift-virtualization-os-images',
      size: Size.gibibytes(30),
      storageClassName: 'ceph',
      accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
      volumeMode: PersistentVolumeMode.BLOCK,
      bootOrder: 1,
    });
    expect(rendered({ disks: [disk] })).toEqual({
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
    expect(rendered({ disks: [Disk.blank('data', { size: Size.mebibytes(1536) })] }).dataVolumeTemplates[0].spec).toEqual({
      source: { blank: {} },
      storage: { resources: { requests: { storage: '1536Mi' } } },
    });
  });

  test('is a block device that all nodes can use in a highly available VM', () => {
    const vm = new HighlyAvailableVM(Testing.chart(), 'vm', {
      disks: [Disk.fromSource('root', { source: DataVolumeSource.dataSource('rhel9') })],
    });
    expect(ApiObject.of(vm).toJson().spec.dataVolumeTemplates[0].spec).toEqual({
      sourceRef: { kind: 'DataSource', name: 'rhel9' },
      storage: { accessModes: ['ReadWriteMany'], volumeMode: 'Block' },
    });
  });

  test('says how it is filled, what it holds and what it is called', () => {
    const disk = Disk.fromSource('root', {
      source: DataVolumeSource.upload(),
      size,
      dataVolumeName: 'golden',
      dataVolumeLabels: { 'instancetype.kubevirt.io/default-instancetype': 'u1.medium' },
      dataVolumeAnnotations: { 'cdi.kubevirt.io/storage.usePopulator': 'true' },
      contentType: DataVolumeContentType.KUBEVIRT,
      preallocation: true,
      priorityClassName: 'high',
      hotpluggable: true,
    });
    expect(rendered({ disks: [disk] })).toMatchObject({
      dataVolumeTemplates: [
        {
          metadata: {
            name: 'golden',
            labels: { 'instancetype.kubevirt.io/default-instancetype': 'u1.medium' },
            annotations: { 'cdi.kubevirt.io/storage.usePopulator': 'true' },
          },
          spec: { source: { upload: {} }, contentType: 'kubevirt', preallocation: true, priorityClassName: 'high' },
        },
      ],
      volumes: [{ name: 'root', dataVolume: { name: 'golden', hotpluggable: true } }],
    });
  });

  test('is imported from a web server', () => {
    const disk = Disk.fromHttp('root', {
      url: 'https://images.example.com/rhel9.qcow2',
      size,
      certConfigMapName: 'ca',
      secretName: 'login',
      headers: ['X-Site: a'],
      headerSecretNames: ['token'],
    });
    expect(rendered({ disks: [disk] }).dataVolumeTemplates[0].spec.source).toEqual({
      http: {
        url: 'https://images.example.com/rhel9.qcow2',
        certConfigMap: 'ca',
        secretRef: 'login',
        extraHeaders: ['X-Site: a'],
        secretExtraHeaders: ['token'],
      },
    });
  });
});

describe('a disk on a volume that exists', () => {
  test('names a claim, a DataVolume, or is given the construct', () => {
    const chart = Testing.chart();
    const claim = new PersistentVolumeClaim(chart, 'claim', { metadata: { name: 'mariadb' } });
    const dataVolume = new DataVolume(chart, 'dv', { metadata: { name: 'files' }, source: DataVolumeSource.blank(), size });
    expect(volume(Disk.fromPersistentVolumeClaim('data', { claimName: 'mariadb', hotpluggable: true }))).toEqual({
      persistentVolumeClaim: { claimName: 'mariadb', hotpluggable: true },
    });
    expect(volume(Disk.fromPersistentVolumeClaim('data', { claim }))).toEqual({ persistentVolumeClaim: { claimName: 'mariadb' } });
    expect(volume(Disk.fromDataVolume('data', { dataVolume }))).toEqual({ dataVolume: { name: 'files' } });
    expect(volume(Disk.fromDataVolume('data', { dataVolumeName: 'files' }))).toEqual({ dataVolume: { name: 'files' } });
    expect(volume(Disk.ephemeral('data', { claim }))).toEqual({ ephemeral: { persistentVolumeClaim: { claimName: 'mariadb' } } });
  });

  test('makes no DataVolume', () => {
    expect(rendered({ disks: [Disk.fromPersistentVolumeClaim('data', { claimName: 'mariadb' })] }).dataVolumeTemplates).toBeUndefined();
  });
});

describe('a disk that a group of VMs has', () => {
  const args = new Arguments('shop/group');
  const context = { args, argument: 'disks[0]', machineName: 'group', defaults: {}, hasPreference: false };

  test.each<[string, Disk, string | undefined]>([
    ['a claim', Disk.fromPersistentVolumeClaim('x', { claimName: 'data' }), 'data'],
    ['a DataVolume of its own', Disk.fromDataVolume('x', { dataVolumeName: 'data' }), 'data'],
    ['nothing on a shareable claim', Disk.fromPersistentVolumeClaim('x', { claimName: 'data', shareable: true }), undefined],
    ['nothing on a claim that is only read', Disk.fromPersistentVolumeClaim('x', { claimName: 'data', readOnly: true }), undefined],
    ['nothing on a volume from a template', Disk.blank('x', { size, dataVolumeName: 'data' }), undefined],
    ['nothing on an ephemeral disk', Disk.ephemeral('x', { claimName: 'data' }), undefined],
  ])('lets all of them write %s', (_name, disk, claim) => {
    expect(disk._writtenClaim(context)).toBe(claim);
  });
});

describe('a disk without storage of its own', () => {
  const chart = Testing.chart();
  const secret = new Secret(chart, 'secret', { metadata: { name: 'unattend' } });
  const configMap = new ConfigMap(chart, 'map', { metadata: { name: 'settings' } });
  const serviceAccount = new ServiceAccount(chart, 'account', { metadata: { name: 'web' } });

  test.each<[string, Disk, object]>([
    [
      'a container image',
      Disk.fromContainerDisk('x', {
        image: 'quay.io/containerdisks/fedora@sha256:0123',
        path: '/disk/fedora.qcow2',
        imagePullPolicy: ImagePullPolicy.IF_NOT_PRESENT,
        imagePullSecretName: 'login',
      }),
      {
        containerDisk: {
          image: 'quay.io/containerdisks/fedora@sha256:0123',
          path: '/disk/fedora.qcow2',
          imagePullPolicy: 'IfNotPresent',
          imagePullSecret: 'login',
        },
      },
    ],
    ['an empty disk', Disk.emptyDisk('x', { size }), { emptyDisk: { capacity: '1Gi' } }],
    [
      'a disk image of a host',
      Disk.hostDisk('x', { path: '/data/x.img', shared: true }),
      { hostDisk: { path: '/data/x.img', type: 'Disk', shared: true } },
    ],
    [
      'a disk image that a host makes',
      Disk.hostDisk('x', { path: '/x.img', size }),
      { hostDisk: { path: '/x.img', type: 'DiskOrCreate', capacity: '1Gi' } },
    ],
    [
      'a Secret',
      Disk.fromSecret('x', { secretName: 'unattend', optional: true, volumeLabel: 'KEYS' }),
      { secret: { secretName: 'unattend', optional: true, volumeLabel: 'KEYS' } },
    ],
    ['a Secret as a construct', Disk.fromSecret('x', { secret }), { secret: { secretName: 'unattend' } }],
    [
      'a ConfigMap',
      Disk.fromConfigMap('x', { configMapName: 'settings', optional: true, volumeLabel: 'CFG' }),
      { configMap: { name: 'settings', optional: true, volumeLabel: 'CFG' } },
    ],
    ['a ConfigMap as a construct', Disk.fromConfigMap('x', { configMap }), { configMap: { name: 'settings' } }],
    ['a service account', Disk.fromServiceAccount('x', { serviceAccountName: 'web' }), { serviceAccount: { serviceAccountName: 'web' } }],
    [
      'a service account as a construct',
      Disk.fromServiceAccount('x', { serviceAccount }),
      { serviceAccount: { serviceAccountName: 'web' } },
    ],
    [
      'the downward API',
      Disk.downwardApi('x', { files: [{ path: 'labels', fieldPath: 'metadata.labels' }], volumeLabel: 'POD' }),
      { downwardAPI: { fields: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }], volumeLabel: 'POD' } },
    ],
    ['downward metrics', Disk.downwardMetrics('x'), { downwardMetrics: {} }],
    ['sysprep from a Secret', Disk.sysprep('x', { secretName: 'unattend' }), { sysprep: { secret: { name: 'unattend' } } }],
    ['sysprep from a Secret as a construct', Disk.sysprep('x', { secret }), { sysprep: { secret: { name: 'unattend' } } }],
    ['sysprep from a ConfigMap', Disk.sysprep('x', { configMapName: 'settings' }), { sysprep: { configMap: { name: 'settings' } } }],
    ['sysprep from a ConfigMap as a construct', Disk.sysprep('x', { configMap }), { sysprep: { configMap: { name: 'settings' } } }],
  ])('is %s', (_name, disk, source) => {
    expect(volume(disk)).toEqual(source);
  });

  test('is a drive without a medium', () => {
    expect(rendered({ disks: [Disk.emptyCdRom('x')] })).toEqual({ disks: [{ name: 'x', cdrom: { bus: 'sata' } }] });
  });
});

describe('the guest sees', () => {
  test.each<[string, Disk, object]>([
    ['a disk on virtio', Disk.blank('x', { size }), { disk: { bus: 'virtio' } }],
    ['another bus', Disk.blank('x', { size, bus: DiskBus.SCSI, readOnly: true }), { disk: { bus: 'scsi', readonly: true } }],
    [
      'a PCI address',
      Disk.blank('x', { size, kind: DiskKind.disk({ pciAddress: '0000:82:10.0' }) }),
      { disk: { bus: 'virtio', pciAddress: '0000:82:10.0' } },
    ],
    [
      'a LUN on scsi',
      Disk.fromPersistentVolumeClaim('x', { claimName: 'a', kind: DiskKind.lun({ reservation: true }) }),
      { lun: { bus: 'scsi', reservation: true } },
    ],
    [
      'a CD-ROM drive on sata',
      Disk.fromPersistentVolumeClaim('x', { claimName: 'a', kind: DiskKind.cdRom({ tray: CdRomTray.OPEN }), readOnly: false }),
      { cdrom: { bus: 'sata', tray: 'open', readonly: false } },
    ],
    ['a CD-ROM drive for sysprep', Disk.sysprep('x', { secretName: 'a' }), { cdrom: { bus: 'sata' } }],
    [
      'how the disk works',
      Disk.blank('x', {
        size,
        serial: 'DATA-1',
        cache: DiskCache.NONE,
        io: DiskIo.NATIVE,
        errorPolicy: DiskErrorPolicy.REPORT,
        shareable: true,
        dedicatedIoThread: true,
        blockSize: BlockSize.custom({ logical: 512, physical: 4096 }),
        tag: 'data',
      }),
      {
        disk: { bus: 'virtio' },
        serial: 'DATA-1',
        cache: 'none',
        io: 'native',
        errorPolicy: 'report',
        shareable: true,
        dedicatedIOThread: true,
        blockSize: { custom: { logical: 512, physical: 4096 } },
        tag: 'data',
      },
    ],
    [
      'the blocks of the volume',
      Disk.blank('x', { size, blockSize: BlockSize.matchVolume() }),
      { disk: { bus: 'virtio' }, blockSize: { matchVolume: { enabled: true } } },
    ],
  ])('%s', (_name, disk, expected) => {
    expect(device(disk)).toEqual({ name: 'x', ...expected });
  });

  test('the bus that the preference of the VM chooses, unless the disk says one', () => {
    const disks = [Disk.blank('a', { size }), Disk.blank('b', { size, bus: DiskBus.SATA })];
    expect(rendered({ disks, preference: Preference.cluster('windows.11') }).disks).toEqual([
      { name: 'a', disk: {} },
      { name: 'b', disk: { bus: 'sata' } },
    ]);
  });
});

describe('refuses', () => {
  const claim = PersistentVolumeClaim.fromClaimName(Testing.chart(), 'claim', 'mariadb');

  test.each([
    [
      'a name that is no DNS label',
      Disk.blank('Data_1', { size }),
      'disks[0].name is "Data_1": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
    ],
    [
      'a name of the volume that is no DNS label',
      Disk.blank('data', { size, dataVolumeName: 'a b' }),
      'disks[0].dataVolumeName is "a b": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
    ],
    [
      'a boot order of zero',
      Disk.blank('data', { size, bootOrder: 0 }),
      'disks[0].bootOrder is 0: the value must be at least 1. Pass 1 or more. (out-of-range)',
    ],
    [
      'a serial number with a space',
      Disk.blank('data', { size, serial: 'DATA 1' }),
      'disks[0].serial is "DATA 1": a serial number has 1 to 256 of A-Z a-z 0-9 _ . + -. Choose another serial number. (disk-serial-invalid)',
    ],
    [
      'a PCI address without a domain',
      Disk.blank('data', { size, kind: DiskKind.disk({ pciAddress: '82:10.0' }) }),
      'disks[0].kind.pciAddress is "82:10.0": a PCI address has domain, bus, slot and function. Write it like "0000:81:01.0". (pci-address-invalid)',
    ],
    [
      'a block size that is no power of 2',
      Disk.blank('data', { size, blockSize: BlockSize.custom({ logical: 520, physical: 4096 }) }),
      'disks[0].blockSize.logical is 520: a block size is a power of 2. Use 512 or 4096. (power-of-two-required)',
    ],
    [
      'a block size above 2 MiB',
      Disk.blank('data', { size, blockSize: BlockSize.custom({ logical: 512, physical: 4194304 }) }),
      'disks[0].blockSize.physical is 4194304: the value must be between 512 and 2097152. Pass 2097152 or less. (out-of-range)',
    ],
    [
      'an import from a file',
      Disk.fromHttp('root', { url: 'file:///rhel9.qcow2', size }),
      'disks[0].url is "file:///rhel9.qcow2": an import starts from an http:// or https:// URL. Pass the URL of the disk image. (disk-url-invalid)',
    ],
    [
      'a checksum, which a template cannot have',
      Disk.fromHttp('root', { url: 'https://a.example.com/a', size, checksum: `sha256:${'0'.repeat(64)}` }),
      `disks[0].checksum is "sha256:${'0'.repeat(64)}": the API server drops it from a volume that is a template in a VM, and nothing is checked. Make it a DataVolume of its own, and pass that to Disk.fromDataVolume. (checksum-in-template)`,
    ],
    [
      'a fraction of a mebibyte',
      Disk.blank('data', { size: Size.kibibytes(1500) }),
      'disks[0].size is 1500 Ki: whole mebibytes only. Use Size.mebibytes(2). (whole-mebibytes)',
    ],
    [
      'a claim without a name',
      Disk.fromPersistentVolumeClaim('data', {}),
      'disks[0] is not set: exactly one of claim or claimName says what it is. Pass claim or claimName. (exactly-one-required)',
    ],
    [
      'a claim with two names',
      Disk.fromPersistentVolumeClaim('data', { claim, claimName: 'another' }),
      'disks[0] is claim and claimName: exactly one of claim or claimName says what it is. Pass claim or claimName. (exactly-one-required)',
    ],
    [
      'answers for Windows in two places',
      Disk.sysprep('data', { secretName: 'a', configMapName: 'b' }),
      'disks[0] is secretName and configMapName: exactly one of secret, secretName, configMap or configMapName says what it is. Pass secret, secretName, configMap or configMapName. (exactly-one-required)',
    ],
    [
      'the name of an object in capitals',
      Disk.fromSecret('data', { secretName: 'Unattend' }),
      'disks[0].secretName is "Unattend": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
    ],
    [
      'an image with a scheme',
      Disk.fromContainerDisk('root', { image: 'docker://quay.io/a/b' }),
      'disks[0].image is "docker://quay.io/a/b": the name of an image is a registry and a path in small letters, with a tag or a digest, without spaces and without a scheme before it. Pass registry/image@sha256:<digest>. (image-name-invalid)',
    ],
    [
      'a relative path in an image',
      Disk.fromContainerDisk('root', { image: 'quay.io/a/b', path: 'disk/a.qcow2' }),
      'disks[0].path is "disk/a.qcow2": the path of a file is absolute and has neither "." nor ".." in it. Write it in full, e.g. /disk/image.qcow2. (path-not-absolute)',
    ],
    [
      'a path that climbs on the host',
      Disk.hostDisk('root', { path: '/data/../etc/x' }),
      'disks[0].path is "/data/../etc/x": the path of a file is absolute and has neither "." nor ".." in it. Write it in full, e.g. /disk/image.qcow2. (path-not-absolute)',
    ],
    [
      'the downward API without files',
      Disk.downwardApi('pod', { files: [] }),
      'disks[0].files is []: a volume without files is of no use. Pass at least one file. (files-missing)',
    ],
  ])('%s', (_name, disk, message) => {
    expect(refused(disk)).toBe(`[shop/web] ${message}`);
  });
});
