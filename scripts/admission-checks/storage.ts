import { type CheckedSource, check, stateful } from './admission-check';

const ADMITTERS = 'pkg/virt-api/webhooks/validating-webhook/admitters';
const STORAGE_ADMITTERS = 'pkg/storage/admitters';
const BEFORE = 'the instance before the update';
const BLOCK_SIZE = 'block-size-invalid';
const DISK_BUS = 'disk-bus-unsupported';
const UNKNOWN_VALUE = 'vm-field-value-unknown';

/** What is refused of disks, volumes and DataVolume templates. */
export const STORAGE: readonly CheckedSource[] = [
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/disks.go`,
    checks: [
      check('validateDiskName', 'two disks of one name', 'disk-name-duplicate'),
      check('validateDeviceTarget', 'a disk with two targets', 'disk-target-not-unique'),
      check('validatePciAddress', 'a PCI address of a disk that is not on virtio', 'pci-address-invalid'),
      check('validatePciAddress', 'a PCI address of a disk that cannot be read', 'pci-address-invalid'),
      check('validateBootOrderValue', 'a boot order of 0', 'boot-order-invalid'),
      check('validateBusSupport', 'a disk on IDE', DISK_BUS),
      check('validateBusSupport', 'a CD-ROM on virtio', DISK_BUS),
      check('validateBusSupport', 'a read-only disk on SATA', DISK_BUS),
      check('validateBusSupport', 'a bus that does not exist', DISK_BUS),
      check('validateBusSupport', 'an I/O thread of a disk that is not on virtio', DISK_BUS),
      check('validateSerialNumValue', 'a serial number with other characters', 'serial-invalid'),
      check('validateSerialNumLength', 'a serial number of more than 256 characters', 'serial-invalid'),
      check('validateCacheMode', 'a cache mode that does not exist', UNKNOWN_VALUE),
      check('validateIOMode', 'an I/O mode that does not exist', UNKNOWN_VALUE),
      check('validateErrorPolicy', 'a policy for errors that does not exist, an empty one too', UNKNOWN_VALUE),
      check('validateDiskNameAsContainerName', 'a disk whose name is no name of a container, or empty', 'vm-name-invalid'),
      check(
        'validateDiskNameAsContainerName',
        'a disk that is made for a volume, whose name is no name of a container',
        'volume-name-invalid',
      ),
      check('validateBlockSize', 'a custom block size beside that of the volume', BLOCK_SIZE),
      check('validateBlockSize', 'a logical block size above the physical one', BLOCK_SIZE),
      check('validateCustomBlockSize', 'a block size out of 512 bytes to 2 MiB, or no power of 2', BLOCK_SIZE),
      check('validateBlockSize', 'a logical block size other than 512 bytes on SATA', BLOCK_SIZE, { since: '1.7' }),
      check('validateBlockSize', 'blocks to discard that are no multiple of the logical ones', BLOCK_SIZE, { since: '1.7' }),
      check('ValidatePath', 'a path of a container disk that is the root', 'container-disk-path-invalid'),
      check('ValidatePath', 'a path of a container disk that is not absolute, or goes upwards', 'container-disk-path-invalid'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${ADMITTERS}/vmi-create-admitter.go`,
    checks: [
      check('validateBootOrder', 'two devices with one boot order', 'boot-order-invalid'),
      check('validateInterfaceBootOrder', 'an interface with a boot order of 0, or with that of another device', 'boot-order-invalid'),
      check('validateBootOrder', 'a disk without a volume', 'disk-without-volume'),
      check('validateBootOrder', 'a LUN of a volume that is no claim', 'lun-volume-unsupported'),
      check('validateBootOrder', 'metrics of the host that are no disk, or one that is not on virtio', 'downward-metrics-disk-invalid'),
      check('validateVolumes', 'two volumes of one name', 'disk-name-duplicate'),
      check('validateVolumes', 'a volume without exactly one source', 'volume-source-not-exactly-one'),
      check('validateVolumes', 'a DataVolume without its name', 'reference-name-missing'),
      check('validateVolumes', 'a ConfigMap or a Secret without its name', 'reference-name-missing'),
      check('validateVolumes', 'a service account without its name', 'reference-name-missing'),
      check('validateVolumes', 'a disk of the host without its path', 'reference-name-missing'),
      check('validateVolumes', 'a disk of the host of another type than Disk and DiskOrCreate', UNKNOWN_VALUE),
      check('validateVolumes', 'a capacity of a disk of the host that is not made', 'host-disk-capacity-unused'),
      check('validateVolumes', 'two volumes of a service account, metrics of the host, or a dump of memory', 'volume-source-not-unique'),
      check('validateVolumes', 'data of cloud-init that is no base64', 'cloud-init-base64-invalid'),
      check('validateVolumes', 'data of cloud-init from two sources', 'cloud-init-source-not-unique'),
      check('validateVolumes', 'data of cloud-init of more than 2048 bytes', 'cloud-init-too-long'),
      check('validateVolumes', 'cloud-init without data', 'cloud-init-empty'),
      check('validateVirtualMachineInstanceSpecVolumeDisks', 'a path of the container that is a disk', 'container-path-invalid', {
        since: '1.8',
      }),
      check('validateVirtualMachineInstanceSpecVolumeDisks', 'a path of the container without a file system', 'container-path-invalid', {
        since: '1.8',
      }),
      check(
        'validateVirtualMachineInstanceSpecVolumeDisks',
        'a path of the container that KubeVirt uses itself',
        'container-path-invalid',
        { since: '1.8' },
      ),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/data-volume-template.go`,
    checks: [
      check('ValidateDataVolumeTemplate', 'a template that no volume uses', 'data-volume-template-unused'),
      check('validateDataVolume', 'a template without a name', 'data-volume-template-unnamed'),
      check('validateDataVolume', 'a template with neither storage nor a claim', 'data-volume-storage-not-exactly-one'),
      check('validateDataVolume', 'a template with storage and a claim', 'data-volume-storage-not-exactly-one'),
      check('validateDataVolume', 'a template that is filled from outside and has a source', 'data-volume-source-not-exactly-one'),
      check('validateDataVolume', 'a template without a source', 'data-volume-source-not-exactly-one'),
      check('validateNumberOfSources', 'a template whose source is empty, or has two kinds', 'data-volume-source-not-exactly-one'),
      check('validateVirtualMachineDataVolumeTemplateNamespace', 'a template in another namespace', 'data-volume-template-namespace'),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/storagehotplug.go`,
    checks: [
      check('ValidateUtilityVolumesNotPresentOnCreation', 'an instance that is made with utility volumes', 'utility-volumes-at-creation', {
        since: '1.8',
      }),
      stateful('validateUtilityVolumes', 'a utility volume without a name or a claim, or with a name twice', BEFORE, { since: '1.8' }),
      stateful('AdmitUtilityVolumes', 'a utility volume that is changed, or a permanent volume', BEFORE, { since: '1.8' }),
      stateful('verifyHotplugVolumes', 'a plugged volume that is changed, or has no disk', BEFORE),
      stateful('verifyPermanentVolumes', 'a permanent volume that is changed', BEFORE),
      stateful('ValidateHotplugDiskConfiguration', 'a disk that cannot be plugged', BEFORE),
      stateful('validateExpectedDisksAndFilesystems', 'more disks than volumes', BEFORE, { since: '1.6' }),
    ],
  },
  {
    component: 'KubeVirt',
    file: `${STORAGE_ADMITTERS}/vm-storage-status.go`,
    checks: [
      stateful('validateSnapshotStatus', 'disks, volumes or a run strategy that change during a snapshot', 'the status of the VM'),
      stateful('validateRestoreStatus', 'a run strategy that changes during a restore', 'the status of the VM'),
    ],
  },
];
