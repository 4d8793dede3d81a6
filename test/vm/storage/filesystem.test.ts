import { ApiObject, Chart, Testing } from 'cdk8s';
import { Filesystem, VirtualMachine } from 'cdk8s-kubevirt';
import { thrownBy } from '../../support/thrown';

function rendered(filesystem: Filesystem) {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { filesystems: [filesystem] });
  const { domain, volumes } = ApiObject.of(vm).toJson().spec.template.spec;
  expect(domain.devices.filesystems).toEqual([{ name: 'files', virtiofs: {} }]);
  const [{ name, ...source }] = volumes;
  expect(name).toBe('files');
  return source;
}

test.each<[string, Filesystem, object]>([
  ['a ConfigMap', Filesystem.fromConfigMap('files', { configMapName: 'settings' }), { configMap: { name: 'settings' } }],
  ['a Secret', Filesystem.fromSecret('files', { secretName: 'keys' }), { secret: { secretName: 'keys' } }],
  [
    'a service account',
    Filesystem.fromServiceAccount('files', { serviceAccountName: 'web' }),
    { serviceAccount: { serviceAccountName: 'web' } },
  ],
  [
    'the downward API',
    Filesystem.downwardApi('files', { files: [{ path: 'name', fieldPath: 'metadata.name' }] }),
    { downwardAPI: { fields: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
  ],
  ['a claim', Filesystem.fromPersistentVolumeClaim('files', { claimName: 'data' }), { persistentVolumeClaim: { claimName: 'data' } }],
  ['a DataVolume', Filesystem.fromDataVolume('files', { dataVolumeName: 'data' }), { dataVolume: { name: 'data' } }],
])('mounts %s', (_name, filesystem, source) => {
  expect(rendered(filesystem)).toEqual(source);
});

test('has no disk', () => {
  const vm = new VirtualMachine(Testing.chart(), 'vm', { filesystems: [Filesystem.fromSecret('files', { secretName: 'keys' })] });
  expect(ApiObject.of(vm).toJson().spec.template.spec.domain.devices.disks).toBeUndefined();
});

test('refuses a name that is no DNS label, and two sources', () => {
  const chart = new Chart(Testing.app(), 'shop');
  expect(thrownBy(() => new VirtualMachine(chart, 'a', { filesystems: [Filesystem.fromSecret('Keys', { secretName: 'keys' })] }))).toBe(
    '[shop/a] filesystems[0].name is "Keys": a name has 1 to 63 lower-case letters, digits or "-", and begins and ends with a letter or digit. Choose a name like "data" or "data-2". (dns-label-required)',
  );
  expect(thrownBy(() => new VirtualMachine(chart, 'b', { filesystems: [Filesystem.fromConfigMap('files', {})] }))).toBe(
    '[shop/b] filesystems[0] is not set: exactly one of configMap or configMapName says what it is. Pass configMap or configMapName. (exactly-one-required)',
  );
});
