import { ApiObject, App, Chart, Size } from 'cdk8s';
import { Architecture, DataVolume, type DataVolumeProps, DataVolumeSource, RegistryPullMethod } from 'cdk8s-kubevirt';
import { PersistentVolumeAccessMode, PersistentVolumeMode } from 'cdk8s-plus-27';
import { thrownBy } from '../../support/thrown';

const size = Size.gibibytes(1);
const CHECKSUM = `sha256:${'0a'.repeat(32)}`;

function rendered(props: Partial<DataVolumeProps> & Pick<DataVolumeProps, 'source'>, namespace?: string) {
  const chart = new Chart(new App(), 'shop', { namespace });
  return ApiObject.of(new DataVolume(chart, 'data', { size, ...props })).toJson();
}

test('has a life of its own', () => {
  const volume = rendered({
    metadata: { name: 'golden', namespace: 'images' },
    source: DataVolumeSource.http('https://images.example.com/rhel9.qcow2', { checksum: CHECKSUM }),
    size: Size.gibibytes(30),
    storageClassName: 'ceph',
    accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    volumeMode: PersistentVolumeMode.BLOCK,
    bindImmediately: true,
  });
  expect(volume).toEqual({
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataVolume',
    metadata: {
      name: 'golden',
      namespace: 'images',
      annotations: { 'cdi.kubevirt.io/storage.bind.immediate.requested': 'true' },
      labels: undefined,
    },
    spec: {
      source: { http: { url: 'https://images.example.com/rhel9.qcow2', checksum: CHECKSUM } },
      storage: {
        accessModes: ['ReadWriteMany'],
        volumeMode: 'Block',
        storageClassName: 'ceph',
        resources: { requests: { storage: '30Gi' } },
      },
    },
  });
});

test('leaves the storage to the StorageProfile, and the size of a clone to the original', () => {
  const { metadata, spec } = rendered({ source: DataVolumeSource.snapshot('golden', { namespace: 'images' }), size: undefined });
  expect(spec).toEqual({ source: { snapshot: { name: 'golden', namespace: 'images' } }, storage: {} });
  expect(metadata.annotations).toBeUndefined();
});

test.each<[string, DataVolumeSource, object]>([
  ['nothing', DataVolumeSource.blank(), { source: { blank: {} } }],
  ['an upload', DataVolumeSource.upload(), { source: { upload: {} } }],
  [
    'a registry',
    DataVolumeSource.registry('docker://quay.io/containerdisks/fedora:43', {
      pullMethod: RegistryPullMethod.POD,
      certConfigMapName: 'ca',
      secretName: 'login',
      architecture: Architecture.ARM64,
    }),
    {
      source: {
        registry: {
          url: 'docker://quay.io/containerdisks/fedora:43',
          pullMethod: 'pod',
          certConfigMap: 'ca',
          secretRef: 'login',
          platform: { architecture: 'arm64' },
        },
      },
    },
  ],
  ['an ImageStream', DataVolumeSource.imageStream('fedora'), { source: { registry: { imageStream: 'fedora', pullMethod: 'node' } } }],
  [
    'S3',
    DataVolumeSource.s3('https://s3.example.com/images/a.qcow2', { secretName: 'login', certConfigMapName: 'ca' }),
    { source: { s3: { url: 'https://s3.example.com/images/a.qcow2', secretRef: 'login', certConfigMap: 'ca' } } },
  ],
  [
    'Google',
    DataVolumeSource.gcs('gs://images/a.qcow2', { secretName: 'key' }),
    { source: { gcs: { url: 'gs://images/a.qcow2', secretRef: 'key' } } },
  ],
  [
    'oVirt',
    DataVolumeSource.imageIo('https://engine.example.com/ovirt-engine/api', { diskId: '1', secretName: 'login', certConfigMapName: 'ca' }),
    { source: { imageio: { url: 'https://engine.example.com/ovirt-engine/api', diskId: '1', secretRef: 'login', certConfigMap: 'ca' } } },
  ],
  [
    'vSphere',
    DataVolumeSource.vddk('https://vcenter.example.com', {
      uuid: '52260566',
      backingFile: '[store] web/web.vmdk',
      thumbprint: '20:6C',
      secretName: 'login',
      initImage: 'quay.io/a/vddk:8',
    }),
    {
      source: {
        vddk: {
          url: 'https://vcenter.example.com',
          uuid: '52260566',
          backingFile: '[store] web/web.vmdk',
          thumbprint: '20:6C',
          secretRef: 'login',
          initImageURL: 'quay.io/a/vddk:8',
        },
      },
    },
  ],
  [
    'a claim of its namespace',
    DataVolumeSource.persistentVolumeClaim('golden'),
    { source: { pvc: { name: 'golden', namespace: 'shop' } } },
  ],
  [
    'a DataSource',
    DataVolumeSource.dataSource('rhel9', { namespace: 'images' }),
    { sourceRef: { kind: 'DataSource', name: 'rhel9', namespace: 'images' } },
  ],
])('is filled from %s', (_name, source, expected) => {
  const { storage, ...rest } = rendered({ source }, 'shop').spec;
  expect(rest).toEqual(expected);
});

test.each<[string, DataVolumeSource, string]>([
  [
    'an image without a scheme',
    DataVolumeSource.registry('quay.io/containerdisks/fedora:43'),
    'source.url is "quay.io/containerdisks/fedora:43": an image is addressed by a docker:// or oci-archive:// URL. Put docker:// before the name of the image. (disk-url-invalid)',
  ],
  [
    'an s3:// address',
    DataVolumeSource.s3('s3://images/a.qcow2'),
    'source.url is "s3://images/a.qcow2": CDI takes an http:// or https:// URL of the object. Pass https://<store>/<bucket>/<object>. (disk-url-invalid)',
  ],
  [
    'a bucket without an object',
    DataVolumeSource.gcs('gs://images'),
    'source.url is "gs://images": CDI takes a gs://, http:// or https:// URL of the object. Pass gs://<bucket>/<object>. (disk-url-invalid)',
  ],
  [
    'an engine without a scheme',
    DataVolumeSource.imageIo('engine.example.com', { diskId: '1', secretName: 'login', certConfigMapName: 'ca' }),
    'source.url is "engine.example.com": oVirt is addressed by an http:// or https:// URL. Pass its URL. (disk-url-invalid)',
  ],
  [
    'a vCenter without a scheme',
    DataVolumeSource.vddk('vcenter.example.com', { uuid: '1', backingFile: 'a', thumbprint: 'b', secretName: 'login' }),
    'source.url is "vcenter.example.com": vSphere is addressed by an http:// or https:// URL. Pass its URL. (disk-url-invalid)',
  ],
  [
    'a checksum that is too short',
    DataVolumeSource.http('https://images.example.com/a', { checksum: 'sha256:00' }),
    'source.checksum is "sha256:00": a checksum is md5:, sha1:, sha256: or sha512: and hexadecimal digits. Pass e.g. sha256: and its 64 digits. (checksum-invalid)',
  ],
  [
    'a clone from nowhere',
    DataVolumeSource.persistentVolumeClaim('golden'),
    'source.namespace is not set: CDI clones from a namespace that is named, and neither the chart nor the volume has one. Give the chart a namespace, or pass one here. (source-namespace-missing)',
  ],
  [
    'the name of an object in capitals',
    DataVolumeSource.dataSource('RHEL9'),
    'source.dataSourceName is "RHEL9": the name of an object has 1 to 253 lower-case letters, digits, "-" or ".", and between dots begins and ends with a letter or digit. Pass the name as kubectl prints it. (object-name-invalid)',
  ],
])('refuses %s', (_name, source, message) => {
  expect(thrownBy(() => rendered({ source }))).toBe(`[shop/data] ${message}`);
});

test('refuses a fraction of a mebibyte', () => {
  expect(thrownBy(() => rendered({ source: DataVolumeSource.blank(), size: Size.kibibytes(1) }))).toBe(
    '[shop/data] size is 1 Ki: whole mebibytes only. Use Size.mebibytes(1). (whole-mebibytes)',
  );
});
